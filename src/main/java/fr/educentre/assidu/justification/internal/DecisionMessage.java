package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.messaging.Mail;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The learner's answer by mail, once a decision. */
@Component
class DecisionMessage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final MailComposer mails;
    private final Learners learners;
    private final Sessions sessions;
    private final JustificationLinks links;
    private final Texts texts;

    DecisionMessage(MailComposer mails, Learners learners, Sessions sessions, JustificationLinks links, Texts texts) {
        this.mails = mails;
        this.learners = learners;
        this.sessions = sessions;
        this.links = links;
        this.texts = texts;
    }

    /** @param newDeadline told when more is asked */
    void send(Justification justification, Instant newDeadline) {
        LearnerInfo learner = learners.get(justification.learnerId());
        if (learner.email() == null) {
            return;
        }
        List<SessionInfo> covered = sessions.byIds(justification.sessionIds()).values().stream()
                .sorted(Comparator.comparing(SessionInfo::startsAt))
                .toList();
        ZoneId zone = covered.isEmpty() ? PARIS : covered.getFirst().zone();
        if (justification.state() == ReviewState.MORE_ASKED) {
            askMore(justification, learner, covered, zone, newDeadline);
            return;
        }
        String decision = texts.in(
                Texts.FRENCH, "justification.decision." + justification.state().name());
        mails.about(learner)
                .with("date", FrenchPhrases.day(justification.submittedAt(), zone))
                .with("decision", decision)
                .with("seances", covered.isEmpty() ? period(justification, zone) : FrenchPhrases.list(covered))
                .with("motif", note(justification))
                .with("rattrapage", catchUp(justification))
                .send(
                        "justification:" + justification.id() + ":decision",
                        "decision-justificatif",
                        Wording.of(
                                "justification.mail.decided",
                                Wording.of("justification.decision."
                                        + justification.state().name())),
                        "justification:" + justification.id());
    }

    /** Where the hours are made up for; an absence that is justified is no hour of training. */
    private String catchUp(Justification justification) {
        List<SessionInfo> planned = sessions.catchUpsOf(justification.learnerId(), justification.sessionIds());
        return planned.isEmpty()
                ? texts.in(Texts.FRENCH, "justification.mail.noCatchUp")
                : planned.stream()
                        .map(session -> FrenchPhrases.moment(session.startsAt(), session.zone()))
                        .collect(Collectors.joining(", "));
    }

    /** The question first, what it is about, until when, and the link last. */
    private void askMore(
            Justification justification,
            LearnerInfo learner,
            List<SessionInfo> covered,
            ZoneId zone,
            Instant newDeadline) {
        mails.about(learner)
                .with("date", FrenchPhrases.day(justification.submittedAt(), zone))
                .with("question", note(justification))
                .with("seances", covered.isEmpty() ? period(justification, zone) : FrenchPhrases.list(covered))
                .with("echeance", FrenchPhrases.moment(newDeadline, zone))
                .link(links.to(learner.id(), halfDay(covered), newDeadline))
                .send(
                        "justification:" + justification.id() + ":decision",
                        "complement-justificatif",
                        Wording.of("justification.mail.decided", Wording.of("justification.decision.MORE_ASKED")),
                        "justification:" + justification.id());
    }

    private static String note(Justification justification) {
        String note = justification.decisionNote() == null ? "" : justification.decisionNote();
        // An answer about health is the learner's alone; staff read the list of messages.
        return justification.medical() ? Mail.sealed(note) : note;
    }

    private String period(Justification justification, ZoneId zone) {
        Instant from = justification.from();
        Instant to = justification.to();
        return from == null || to == null
                ? "–"
                : "- " + FrenchPhrases.day(from, zone) + " – " + FrenchPhrases.day(to.minusSeconds(1), zone);
    }

    private static String halfDay(List<SessionInfo> covered) {
        return covered.isEmpty() ? "" : covered.getFirst().halfDay();
    }
}
