package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the people who follow a learner that a rule fired. */
@Component
class StaffMessages {

    private final Outbox outbox;
    private final Learners learners;
    private final Recipients recipients;
    private final Centre centre;
    private final String baseUrl;

    StaffMessages(
            Outbox outbox,
            Learners learners,
            Recipients recipients,
            Centre centre,
            @Value("${assidu.base-url}") String baseUrl) {
        this.outbox = outbox;
        this.learners = learners;
        this.recipients = recipients;
        this.centre = centre;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    void tellReferent(AlertRaised alert) {
        recipients
                .referent(alert.learnerId())
                .ifPresent(referent -> send(alert, referent, "alerte-referent", RecipientKind.REFERENT));
    }

    void tellTrainer(AlertRaised alert) {
        recipients
                .trainerOfLast(alert.sessions())
                .ifPresent(trainer -> send(alert, trainer, "alerte-formateur", RecipientKind.TRAINER));
    }

    private void send(AlertRaised alert, ContactInfo to, String template, RecipientKind kind) {
        String email = to.email();
        if (email == null) {
            return;
        }
        LearnerInfo learner = learners.get(alert.learnerId());
        Map<String, String> values = new HashMap<>();
        values.put("destinataire", to.name());
        values.put("nom", learner.name());
        values.put("regle", alert.ruleName());
        values.put("constat", alert.explanation());
        values.put("organisme", centre.organisation().name());
        values.put("lien", baseUrl + "/apprenants/" + learner.id());
        outbox.enqueue(new NewMessage(
                "alert:" + alert.alertId() + ":" + template,
                template,
                kind,
                to.name(),
                email,
                learner.id(),
                values,
                alert.ruleName(),
                "alert:" + alert.alertId()));
    }
}
