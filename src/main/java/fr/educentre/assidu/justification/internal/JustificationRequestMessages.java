package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.JustificationRequestSteps.Missed;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.OrganisationInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages of the request for a justification; their keys make each leave once, whatever is repeated. */
@Component
class JustificationRequestMessages {

    private static final String REQUEST = "absence-du-jour";
    private static final String TO_EMPLOYER = "absence-employeur";
    private static final String TO_GUARDIAN = "absence-mineur";

    /** What is said of one half-day; a reminder speaks of several. */
    private static final Set<String> OF_HALF_DAY = Set.of(REQUEST, TO_EMPLOYER, TO_GUARDIAN);

    private final Outbox outbox;
    private final Learners learners;
    private final Sessions sessions;
    private final AbsenceCases cases;
    private final Centre centre;
    private final JustificationLinks links;
    private final Clock clock;

    JustificationRequestMessages(
            Outbox outbox,
            Learners learners,
            Sessions sessions,
            AbsenceCases cases,
            Centre centre,
            JustificationLinks links,
            Clock clock) {
        this.outbox = outbox;
        this.learners = learners;
        this.sessions = sessions;
        this.cases = cases;
        this.centre = centre;
        this.links = links;
        this.clock = clock;
    }

    void askLearner(Missed missed) {
        LearnerInfo learner = learners.get(missed.learnerId());
        String email = learner.email();
        if (email == null) {
            return;
        }
        Map<String, String> values = values(learner, missed);
        values.put("lien", links.to(missed.learnerId(), missed.halfDay(), missed.deadline()));
        send(missed, "request", REQUEST, RecipientKind.LEARNER, learner.name(), email, values);
    }

    /** Employer's contact and tutor, each address once; never the reason. */
    void tellEmployer(Missed missed) {
        UUID enrolment = sessions.expected(missed.first().id()).stream()
                .filter(expected -> expected.learner().id().equals(missed.learnerId()))
                .map(ExpectedLearner::enrolmentId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (enrolment == null) {
            return;
        }
        Map<String, String> values = values(learners.get(missed.learnerId()), missed);
        addresses(learners.employerContacts(enrolment))
                .forEach((address, contact) -> send(
                        missed,
                        "employer:" + address,
                        TO_EMPLOYER,
                        RecipientKind.EMPLOYER,
                        contact.name(),
                        address,
                        values));
    }

    /** @return whether somebody must call: a minor of whom no guardian has an address */
    boolean tellGuardians(Missed missed) {
        LearnerInfo learner = learners.get(missed.learnerId());
        SessionInfo first = missed.first();
        if (!learner.minorOn(first.startsAt().atZone(first.zone()).toLocalDate())) {
            return false;
        }
        Map<String, ContactInfo> guardians = addresses(learners.guardians(missed.learnerId()));
        guardians.forEach((address, contact) -> {
            Map<String, String> values = values(learner, missed);
            values.put("lien", links.to(missed.learnerId(), missed.halfDay(), missed.deadline()));
            send(missed, "guardian:" + address, TO_GUARDIAN, RecipientKind.GUARDIAN, contact.name(), address, values);
        });
        return guardians.isEmpty();
    }

    /** One reminder a learner and day of deadline, with everything that waits until then. */
    void remind(UUID learnerId, Instant deadline) {
        LearnerInfo learner = learners.get(learnerId);
        List<AbsenceCase> waiting = cases.ofLearner(learnerId).stream()
                .filter(absence -> absence.state() == JustificationState.TO_JUSTIFY)
                .toList();
        String email = learner.email();
        if (email == null || waiting.isEmpty()) {
            return;
        }
        Map<UUID, SessionInfo> slots = sessions.byIds(
                waiting.stream().map(one -> one.missed().sessionId()).toList());
        ZoneId zone = slots.values().iterator().next().zone();
        var day = deadline.atZone(zone).toLocalDate();
        List<SessionInfo> concerned = waiting.stream()
                .filter(absence -> absence.deadline().atZone(zone).toLocalDate().equals(day))
                .map(absence -> slots.get(absence.missed().sessionId()))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        String halfDay = concerned.getFirst().halfDay();
        Map<String, String> values = common(learner);
        values.put("echeance", FrenchPhrases.moment(deadline, zone));
        values.put("liste", FrenchPhrases.list(concerned));
        values.put("lien", links.to(learnerId, halfDay, deadline));
        outbox.enqueue(new NewMessage(
                "absence:" + learnerId + ":reminder:" + day,
                "rappel-justificatif",
                new Recipient(RecipientKind.LEARNER, learner.name(), email, learnerId),
                values,
                Wording.of("justification.why.reminder", deadline.atZone(zone)),
                AbsenceProcessKeys.correlation(learnerId, halfDay)));
    }

    void stop(UUID learnerId, String halfDay) {
        outbox.stopUnsent(AbsenceProcessKeys.correlation(learnerId, halfDay), OF_HALF_DAY);
    }

    private void send(
            Missed missed,
            String what,
            String template,
            RecipientKind kind,
            String name,
            String address,
            Map<String, String> values) {
        // The first session missed tells one absence of a half-day from another known after the first was settled.
        String key = AbsenceProcessKeys.correlation(missed.learnerId(), missed.halfDay()) + ":"
                + missed.first().id() + ":" + what;
        NewMessage message = new NewMessage(
                key,
                template,
                new Recipient(kind, name, address, missed.learnerId()),
                values,
                why(missed.halfDay()),
                AbsenceProcessKeys.correlation(missed.learnerId(), missed.halfDay()));
        UUID id = outbox.enqueue(message);
        boolean stopped = outbox.find(id)
                .map(one -> one.delivery().state())
                .filter("STOPPED"::equals)
                .isPresent();
        if (stopped) {
            outbox.enqueue(new NewMessage(
                    key + ":again",
                    template,
                    new Recipient(kind, name, address, missed.learnerId()),
                    values,
                    message.why(),
                    message.correlation()));
        }
    }

    private static Wording why(String halfDay) {
        return Wording.of("justification.why.absence", halfDay);
    }

    private Map<String, String> values(LearnerInfo learner, Missed missed) {
        ZoneId zone = missed.first().zone();
        Map<String, String> values = common(learner);
        values.put("date", FrenchPhrases.day(missed.first().startsAt(), zone));
        values.put("debut", FrenchPhrases.time(missed.first().startsAt(), zone));
        values.put("heure", FrenchPhrases.time(missed.first().startsAt(), zone));
        values.put("fin", FrenchPhrases.time(missed.last().endsAt(), zone));
        values.put("module", FrenchPhrases.subject(missed.first()));
        values.put("duree", FrenchPhrases.duration(missed.minutes()));
        values.put("echeance", FrenchPhrases.moment(missed.deadline(), zone));
        // who missed a session that is over is not on their way to it
        values.put("enCours", clock.instant().isBefore(missed.last().endsAt()) ? "oui" : "");
        return values;
    }

    private Map<String, String> common(LearnerInfo learner) {
        OrganisationInfo organisation = centre.organisation();
        Map<String, String> values = new HashMap<>();
        values.put("prenom", learner.firstName());
        values.put("nom", learner.name());
        values.put("telephone", organisation.contact().phone());
        values.put("organisme", organisation.name());
        return values;
    }

    private static Map<String, ContactInfo> addresses(List<ContactInfo> contacts) {
        Map<String, ContactInfo> byAddress = new LinkedHashMap<>();
        for (ContactInfo contact : contacts) {
            String email = contact.email();
            if (email != null && !email.isBlank()) {
                byAddress.putIfAbsent(email.strip().toLowerCase(Locale.ROOT), contact);
            }
        }
        return byAddress;
    }
}
