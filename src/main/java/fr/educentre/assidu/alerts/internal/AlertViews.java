package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts as a person reads them. */
@Component
class AlertViews {

    private final Learners learners;
    private final Texts texts;

    AlertViews(Learners learners, Texts texts) {
        this.learners = learners;
        this.texts = texts;
    }

    List<AlertView> of(List<StoredAlert> alerts) {
        var ids = alerts.stream().map(StoredAlert::learnerId).collect(Collectors.toSet());
        var names = ids.isEmpty() ? Map.<UUID, LearnerInfo>of() : learners.byIds(ids);
        return alerts.stream()
                .map(alert -> view(alert, names.get(alert.learnerId())))
                .toList();
    }

    private AlertView view(StoredAlert alert, @Nullable LearnerInfo learner) {
        return new AlertView(
                alert.id(),
                alert.rule().name(),
                alert.rule().version(),
                new AlertView.AlertedLearner(alert.learnerId(), learner == null ? "" : learner.name(), alert.groupId()),
                new AlertView.RaisingRule(
                        alert.rule().id(), alert.rule().version(), alert.rule().name()),
                alert.progress().state(),
                new AlertView.Finding(
                        alert.finding().explanation(),
                        Map.of(
                                "values",
                                alert.finding().seen().values(),
                                "sessions",
                                alert.finding().seen().sessions()),
                        alert.finding().actions().stream()
                                .map(code -> ActionCode.text(code, texts))
                                .toList(),
                        alert.finding().atRisk()),
                alert.progress().raisedAt());
    }
}
