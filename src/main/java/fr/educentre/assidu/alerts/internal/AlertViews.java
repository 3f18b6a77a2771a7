package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.HealthPrivacy;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts as a person reads them; of one about health, those who do not read it learn that it was raised. */
@Component
class AlertViews {

    private final Learners learners;
    private final HealthPrivacy privacy;
    private final Texts texts;

    AlertViews(Learners learners, HealthPrivacy privacy, Texts texts) {
        this.learners = learners;
        this.privacy = privacy;
        this.texts = texts;
    }

    /** As the reader of this request or screen may read them. */
    List<AlertView> of(List<StoredAlert> alerts) {
        return views(alerts, alert -> !privacy.mayRead(alert.learnerId()), texts.get(ReservedWords.RULE));
    }

    /** As anybody may read them. */
    List<AlertView> forMail(List<StoredAlert> alerts) {
        return views(alerts, alert -> true, texts.in(Texts.FRENCH, ReservedWords.RULE));
    }

    private List<AlertView> views(List<StoredAlert> alerts, Predicate<StoredAlert> outsider, String reservedRule) {
        var ids = alerts.stream().map(StoredAlert::learnerId).collect(Collectors.toSet());
        var names = ids.isEmpty() ? Map.<UUID, LearnerInfo>of() : learners.byIds(ids);
        return alerts.stream()
                .map(alert -> alert.finding().aboutHealth() && outsider.test(alert)
                        ? view(alert, names.get(alert.learnerId()), Optional.of(reservedRule))
                        : view(alert, names.get(alert.learnerId()), Optional.empty()))
                .toList();
    }

    /** @param reserved what stands in place of the rule's name for those who do not read it */
    private AlertView view(StoredAlert alert, @Nullable LearnerInfo learner, Optional<String> reserved) {
        String rule = reserved.orElse(alert.rule().name());
        return new AlertView(
                alert.id(),
                rule,
                alert.rule().version(),
                new AlertView.AlertedLearner(alert.learnerId(), learner == null ? "" : learner.name(), alert.groupId()),
                new AlertView.RaisingRule(
                        reserved.isPresent() ? null : alert.rule().id(),
                        alert.rule().version(),
                        rule),
                alert.progress().state(),
                reserved.isPresent() ? reserved(alert.finding()) : whole(alert.finding()),
                alert.progress().raisedAt());
    }

    private AlertView.Finding whole(StoredAlert.Finding finding) {
        return new AlertView.Finding(
                finding.explanation(),
                Map.of(
                        "values",
                        finding.seen().values(),
                        "sessions",
                        finding.seen().sessions()),
                finding.actions().stream()
                        .map(code -> ActionCode.text(code, texts))
                        .toList(),
                finding.atRisk(),
                false);
    }

    private AlertView.Finding reserved(StoredAlert.Finding finding) {
        return new AlertView.Finding(
                ReservedWords.WHY,
                Map.of("values", Map.of(), "sessions", Set.of()),
                finding.actions().stream()
                        .map(code -> ActionCode.reservedText(code, texts))
                        .toList(),
                finding.atRisk(),
                true);
    }
}
