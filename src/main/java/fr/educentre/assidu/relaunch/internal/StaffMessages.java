package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the people who follow a learner that a rule fired. */
@Component
class StaffMessages {

    private static final int MOST_SHEETS = 5;

    private final MailComposer mails;
    private final Learners learners;
    private final StaffRecipients recipients;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Centre centre;
    private final Texts texts;

    StaffMessages(
            MailComposer mails,
            Learners learners,
            StaffRecipients recipients,
            Enrolments enrolments,
            Sessions sessions,
            Centre centre,
            Texts texts) {
        this.mails = mails;
        this.learners = learners;
        this.recipients = recipients;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.centre = centre;
        this.texts = texts;
    }

    void tellReferent(AlertRaised alert) {
        tell(alert, recipients.referent(alert));
    }

    void tellTrainer(AlertRaised alert) {
        recipients
                .trainer(alert)
                .ifPresentOrElse(
                        trainer -> send(
                                alert, trainer, "alerte-formateur", RecipientKind.TRAINER, StaffRecipients.AS_ASKED),
                        () -> tell(alert, recipients.quality(alert, "relaunch.instead.trainer")));
    }

    void tellQuality(AlertRaised alert) {
        tell(alert, recipients.quality(alert, StaffRecipients.AS_ASKED));
    }

    private void tell(AlertRaised alert, StaffRecipients.Addressees told) {
        told.people().forEach(one -> send(alert, one, "alerte-referent", told.kind(), told.reason()));
    }

    /** The contact and the tutor at the employer of the enrolment that began last. */
    void tellEmployer(AlertRaised alert) {
        List<ContactInfo> contacts = enrolments.ofLearner(alert.learnerId()).stream()
                .max(Comparator.comparing((EnrolmentInfo one) -> one.agreement().startsOn()))
                .map(enrolment -> learners.employerContacts(enrolment.id()))
                .orElse(List.of())
                .stream()
                .flatMap(contact -> StaffRecipients.reachable(contact).stream())
                .toList();
        if (contacts.isEmpty()) {
            tell(alert, recipients.quality(alert, "relaunch.instead.employer"));
        }
        contacts.forEach(
                contact -> send(alert, contact, "alerte-employeur", RecipientKind.EMPLOYER, StaffRecipients.AS_ASKED));
    }

    /** One mail a session to its trainer. */
    void askForSignatures(AlertRaised alert) {
        LearnerInfo learner = learners.get(alert.learnerId());
        sessions.byIds(alert.sessions()).values().stream()
                .sorted(Comparator.comparing(SessionInfo::startsAt).reversed())
                .limit(MOST_SHEETS)
                .forEach(session -> centre.trainer(session.trainer().id())
                        .ifPresent(trainer -> sheet(alert, learner, session, trainer)));
    }

    private void sheet(AlertRaised alert, LearnerInfo learner, SessionInfo session, ContactInfo trainer) {
        mails.about(learner)
                .to(RecipientKind.TRAINER, trainer)
                .with("prenom", trainer.name())
                .with("groupe", session.groupName())
                .with("date", ReaderFormats.longDate(session.startsAt(), session.zone(), Texts.FRENCH))
                .with(
                        "manque",
                        learner.name() + ReaderFormats.NO_BREAK + ": "
                                + alert.explanation().in(Texts.FRENCH, texts))
                .with("heures", ReaderFormats.duration(session.taughtMinutes()))
                .link("/seances/" + session.id())
                .send(
                        "sheet:" + session.id() + ":" + learner.id(),
                        "feuille-a-signer",
                        new Wording.Written(alert.ruleName()),
                        "alert:" + alert.alertId());
    }

    private void send(AlertRaised alert, ContactInfo to, String template, RecipientKind kind, String reason) {
        mails.about(learners.get(alert.learnerId()))
                .to(kind, to)
                .with("destinataire", to.name())
                .with("regle", alert.ruleName())
                .with("constat", alert.explanation().in(Texts.FRENCH, texts))
                .with("precision", reason.isEmpty() ? "" : texts.in(Texts.FRENCH, reason))
                .link("/apprenants/" + alert.learnerId())
                .send(
                        "alert:" + alert.alertId() + ":" + template + suffix(kind, to),
                        template,
                        new Wording.Written(alert.ruleName()),
                        "alert:" + alert.alertId());
    }

    /** Several people of one kind may be told the same. */
    private static String suffix(RecipientKind kind, ContactInfo to) {
        return kind == RecipientKind.STAFF || kind == RecipientKind.EMPLOYER ? ":" + to.id() : "";
    }
}
