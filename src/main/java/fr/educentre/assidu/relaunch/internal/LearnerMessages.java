package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mails of a relaunch: what was missed and why the rule fired. */
@Component
class LearnerMessages {

    private final Outbox outbox;
    private final Alerts alerts;
    private final Learners learners;
    private final Recipients recipients;
    private final Sessions sessions;
    private final Centre centre;
    private final String baseUrl;

    LearnerMessages(
            Outbox outbox,
            Alerts alerts,
            Learners learners,
            Recipients recipients,
            Sessions sessions,
            Centre centre,
            @Value("${assidu.base-url}") String baseUrl) {
        this.outbox = outbox;
        this.alerts = alerts;
        this.learners = learners;
        this.recipients = recipients;
        this.sessions = sessions;
        this.centre = centre;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** @param rank {@code first} or {@code second} */
    void send(Relaunch relaunch, String rank) {
        LearnerInfo learner = learners.get(relaunch.learnerId());
        AlertView alert = alerts.find(relaunch.alertId()).orElse(null);
        String email = learner.email();
        if (email == null || alert == null) {
            return;
        }
        ZoneId zone = recipients.zone(learner.id());
        Map<String, String> values = new HashMap<>();
        // A rule may carry figures of its own; the blanks known here come after and win.
        alert.finding().facts().forEach((key, value) -> values.put(key, String.valueOf(value)));
        values.put("prenom", learner.firstName());
        values.put("nom", learner.name());
        values.put("date", day(firstMissed(alert).orElseGet(relaunch::absentSince), zone));
        values.put("constat", alert.finding().explanation());
        values.put("regle", alert.raisedBy().ruleName());
        values.put(
                "referent",
                recipients
                        .referent(learner.id())
                        .map(LearnerMessages::reachable)
                        .orElse(centre.organisation().contact().phone()));
        values.put("lien", baseUrl + "/espace");
        values.putIfAbsent("echeance", "–");
        values.putIfAbsent("duree", "–");
        values.putIfAbsent("activites", alert.finding().explanation());
        values.put("telephone", centre.organisation().contact().phone());
        values.put("organisme", centre.organisation().name());
        outbox.enqueue(new NewMessage(
                RelaunchStarter.key(relaunch.alertId()) + ":" + rank,
                relaunch.templateKey(),
                new Recipient(RecipientKind.LEARNER, learner.name(), email, learner.id()),
                values,
                Wording.of(
                        "shell.says",
                        alert.raisedBy().ruleName(),
                        alert.finding().explanation()),
                correlation(relaunch)));
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

    private static String day(Instant instant, ZoneId zone) {
        return ReaderFormats.longDate(instant, zone, Texts.FRENCH);
    }

    private static String reachable(ContactInfo referent) {
        return referent.phone() == null ? referent.name() : referent.name() + ", " + referent.phone();
    }
}
