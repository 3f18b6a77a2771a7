package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The learner's answer by mail, once a decision. */
@Component
class DecisionMessage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Outbox outbox;
    private final Learners learners;
    private final Sessions sessions;
    private final Centre centre;
    private final JustificationLinks links;
    private final Texts texts;

    DecisionMessage(
            Outbox outbox, Learners learners, Sessions sessions, Centre centre, JustificationLinks links, Texts texts) {
        this.outbox = outbox;
        this.learners = learners;
        this.sessions = sessions;
        this.centre = centre;
        this.links = links;
        this.texts = texts;
    }

    /** @param newDeadline told when more is asked */
    void send(Justification justification, Instant newDeadline) {
        LearnerInfo learner = learners.get(justification.learnerId());
        String email = learner.email();
        if (email == null) {
            return;
        }
        List<SessionInfo> covered = sessions.byIds(justification.sessionIds()).values().stream()
                .sorted(Comparator.comparing(SessionInfo::startsAt))
                .toList();
        ZoneId zone = covered.isEmpty() ? PARIS : covered.getFirst().zone();
        boolean more = justification.state() == ReviewState.MORE_ASKED;
        String decision = texts.in(
                Texts.FRENCH, "justification.decision." + justification.state().name());
        Map<String, String> values = new HashMap<>();
        values.put("prenom", learner.firstName());
        values.put("nom", learner.name());
        values.put("organisme", centre.organisation().name());
        values.put("telephone", centre.organisation().contact().phone());
        values.put("date", FrenchPhrases.day(justification.submittedAt(), zone));
        values.put("decision", decision);
        values.put("seances", covered.isEmpty() ? period(justification, zone) : FrenchPhrases.list(covered));
        values.put("motif", note(justification, more, newDeadline, zone));
        values.put("rattrapage", texts.in(Texts.FRENCH, "justification.mail.noCatchUp"));
        values.put("lien", more ? links.to(learner.id(), halfDay(covered), newDeadline) : "");
        outbox.enqueue(new NewMessage(
                "justification:" + justification.id() + ":decision",
                "decision-justificatif",
                new Recipient(RecipientKind.LEARNER, learner.name(), email, learner.id()),
                values,
                Wording.of(
                        "justification.mail.decided",
                        Wording.of("justification.decision."
                                + justification.state().name())),
                "justification:" + justification.id()));
    }

    private String note(Justification justification, boolean more, Instant newDeadline, ZoneId zone) {
        String note = justification.decisionNote() == null ? "" : justification.decisionNote();
        return more
                ? texts.in(Texts.FRENCH, "justification.mail.more", note, FrenchPhrases.moment(newDeadline, zone))
                : note;
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
