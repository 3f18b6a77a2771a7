package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The mails of a relaunch: what was missed and why the rule fired. */
@Component
class LearnerMessages {

    private final RelaunchRepository relaunches;
    private final Outbox outbox;
    private final MailComposer mails;
    private final Alerts alerts;
    private final Learners learners;
    private final Recipients recipients;
    private final Sessions sessions;
    private final Texts texts;

    LearnerMessages(
            RelaunchRepository relaunches,
            Outbox outbox,
            MailComposer mails,
            Alerts alerts,
            Learners learners,
            Recipients recipients,
            Sessions sessions,
            Texts texts) {
        this.relaunches = relaunches;
        this.outbox = outbox;
        this.mails = mails;
        this.alerts = alerts;
        this.learners = learners;
        this.recipients = recipients;
        this.sessions = sessions;
        this.texts = texts;
    }

    /** @param rank {@code first} or {@code second} */
    void send(Relaunch relaunch, String rank) {
        LearnerInfo learner = learners.get(relaunch.learnerId());
        AlertView alert = alerts.findForMail(relaunch.alertId()).orElse(null);
        if (alert == null) {
            return;
        }
        ZoneId zone = recipients.zone(learner.id());
        Instant since = firstMissed(alert).orElseGet(relaunch::absentSince);
        Wording explanation = alert.finding().explanation();
        String finding = explanation.in(Texts.FRENCH, texts);
        mails.about(learner)
                .with("date", ReaderFormats.longDate(since, zone, Texts.FRENCH))
                .with("constat", finding)
                .with("regle", alert.raisedBy().ruleName())
                .with("relances", sentBefore(learner.id(), zone))
                .with("referent", recipients.reachableReferent(learner.id()))
                .link("/espace")
                .otherwise(figures(alert))
                .otherwise(Map.of("echeance", "", "duree", "", "activites", ""))
                .send(
                        RelaunchStarter.key(relaunch.alertId()) + ":" + rank,
                        relaunch.templateKey(),
                        Wording.of("shell.says", alert.raisedBy().ruleName(), explanation),
                        correlation(relaunch));
    }

    /** Days on which the learner was relaunched, in order. */
    private String sentBefore(UUID learner, ZoneId zone) {
        return relaunches.findByLearnerIdOrderByStartedAtDesc(learner).stream()
                .flatMap(one -> Stream.of(one.firstSentAt(), one.secondSentAt()))
                .filter(Objects::nonNull)
                .sorted()
                .map(at -> ReaderFormats.longDate(at, zone, Texts.FRENCH))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A rule may carry figures of its own. */
    private static Map<String, String> figures(AlertView alert) {
        Map<String, String> figures = new HashMap<>();
        alert.finding().facts().forEach((key, value) -> figures.put(key, String.valueOf(value)));
        return figures;
    }

    /** Mails of this relaunch that have not left. */
    void stop(Relaunch relaunch) {
        outbox.stopUnsent(correlation(relaunch), Set.of(relaunch.templateKey()));
    }

    private static String correlation(Relaunch relaunch) {
        return "alert:" + relaunch.alertId();
    }

    private Optional<Instant> firstMissed(AlertView alert) {
        if (!(alert.finding().facts().get("sessions") instanceof Collection<?> ids)) {
            return Optional.empty();
        }
        List<UUID> missed =
                ids.stream().map(id -> UUID.fromString(id.toString())).toList();
        return sessions.byIds(missed).values().stream()
                .map(SessionInfo::startsAt)
                .min(Comparator.naturalOrder());
    }
}
