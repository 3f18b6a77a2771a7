package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.AbsenceNotices.Notice;
import fr.educentre.assidu.justification.internal.JustificationRequestSteps.Missed;
import fr.educentre.assidu.messaging.Mail;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Messages of the request for a justification; their keys make each leave once, whatever is repeated. */
@Component
class JustificationRequestMessages {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");
    private static final String REQUEST = "absence-du-jour";
    private static final String TO_EMPLOYER = "absence-employeur";
    private static final String TO_GUARDIAN = "absence-mineur";

    /** What is said of one half-day; a reminder speaks of several. */
    private static final Set<String> OF_HALF_DAY = Set.of(REQUEST, TO_EMPLOYER, TO_GUARDIAN);

    /** The same, of absences that became known long after. */
    private static final Map<String, String> OF_THE_PAST = Map.of(
            REQUEST, "absences-passees",
            TO_EMPLOYER, "absences-passees-employeur",
            TO_GUARDIAN, "absences-passees-mineur");

    private final Outbox outbox;
    private final MailComposer mails;
    private final Learners learners;
    private final Sessions sessions;
    private final AbsenceCases cases;
    private final JustificationLinks links;
    private final Clock clock;

    JustificationRequestMessages(
            Outbox outbox,
            MailComposer mails,
            Learners learners,
            Sessions sessions,
            AbsenceCases cases,
            JustificationLinks links,
            Clock clock) {
        this.outbox = outbox;
        this.mails = mails;
        this.learners = learners;
        this.sessions = sessions;
        this.cases = cases;
        this.links = links;
        this.clock = clock;
    }

    void askLearner(Notice told) {
        Missed missed = told.missed();
        LearnerInfo learner = learners.get(missed.learnerId());
        if (about(learner, missed).hasAddress()) {
            send(told, "request", REQUEST, () -> about(learner, missed).link(link(missed)));
        }
    }

    /** Employer's contact and tutor, each address once; never the reason. */
    void tellEmployer(Notice told) {
        Missed missed = told.missed();
        LearnerInfo learner = learners.get(missed.learnerId());
        employer(missed)
                .forEach((address, contact) -> send(
                        told,
                        "employer:" + address,
                        TO_EMPLOYER,
                        () -> about(learner, missed).to(RecipientKind.EMPLOYER, contact.name(), address)));
    }

    /** @return whether somebody must call: a minor of whom no guardian has an address */
    boolean tellGuardians(Notice told) {
        Missed missed = told.missed();
        LearnerInfo learner = learners.get(missed.learnerId());
        if (!minor(learner, missed)) {
            return false;
        }
        Map<String, ContactInfo> guardians = addresses(learners.guardians(missed.learnerId()));
        guardians.forEach((address, contact) -> send(
                told,
                "guardian:" + address,
                TO_GUARDIAN,
                () -> about(learner, missed)
                        .to(RecipientKind.GUARDIAN, contact.name(), address)
                        .link(links.toGuardian(
                                missed.learnerId(), missed.halfDay(), missed.deadline(), contact.name()))));
        return guardians.isEmpty();
    }

    /** How many mails {@link #askLearner} would write now. */
    int toLearner(Notice told) {
        Missed missed = told.missed();
        boolean reachable = about(learners.get(missed.learnerId()), missed).hasAddress();
        return reachable && !written(told, "request") ? 1 : 0;
    }

    /** How many {@link #tellEmployer} and {@link #tellGuardians} would write now. */
    int toOthers(Notice told) {
        Missed missed = told.missed();
        Stream<String> employer = employer(missed).keySet().stream().map(address -> "employer:" + address);
        Stream<String> guardians = minor(learners.get(missed.learnerId()), missed)
                ? addresses(learners.guardians(missed.learnerId())).keySet().stream()
                        .map(address -> "guardian:" + address)
                : Stream.empty();
        return (int) Stream.concat(employer, guardians)
                .filter(what -> !written(told, what))
                .count();
    }

    private Map<String, ContactInfo> employer(Missed missed) {
        return sessions.expected(missed.first().id()).stream()
                .filter(expected -> expected.learner().id().equals(missed.learnerId()))
                .map(ExpectedLearner::enrolmentId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(enrolment -> addresses(learners.employerContacts(enrolment)))
                .orElse(Map.of());
    }

    private static boolean minor(LearnerInfo learner, Missed missed) {
        SessionInfo first = missed.first();
        return learner.minorOn(first.startsAt().atZone(first.zone()).toLocalDate());
    }

    /** One reminder a learner and day of deadline, with everything that waits until then. */
    void remind(UUID learnerId, Instant deadline) {
        remind(learnerId, deadline, "reminder");
    }

    /** The same because somebody asks now, once a day. @return whether a mail leaves */
    boolean askAgain(UUID learnerId, Instant deadline) {
        return remind(
                learnerId, deadline, "asked:" + clock.instant().atZone(CENTRE).toLocalDate());
    }

    private boolean remind(UUID learnerId, Instant deadline, String occasion) {
        LearnerInfo learner = learners.get(learnerId);
        List<AbsenceCase> waiting = cases.ofLearner(learnerId).stream()
                .filter(absence -> absence.state() == JustificationState.TO_JUSTIFY)
                .toList();
        if (learner.email() == null || waiting.isEmpty()) {
            return false;
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
            return false;
        }
        String halfDay = concerned.getFirst().halfDay();
        String key = "absence:" + learnerId + ":" + occasion + ":" + day;
        if (outbox.wasWritten(List.of(key))) {
            return false;
        }
        mails.about(learner)
                .with("echeance", FrenchPhrases.moment(deadline, zone))
                .with("liste", FrenchPhrases.list(concerned))
                .link(links.to(learnerId, halfDay, deadline))
                .send(
                        key,
                        "rappel-justificatif",
                        Wording.of("justification.why.reminder", deadline.atZone(zone)),
                        AbsenceProcessKeys.correlation(learnerId, halfDay));
        return true;
    }

    /** @return how many messages had not left and never will */
    int stop(UUID learnerId, String halfDay) {
        return outbox.stopUnsent(AbsenceProcessKeys.correlation(learnerId, halfDay), OF_HALF_DAY);
    }

    /** @param mail written once it is known that it leaves: a link is made for its mail alone */
    private void send(Notice told, String what, String template, Supplier<Mail> mail) {
        Missed missed = told.missed();
        if (written(told, what)) {
            // The morning's message told of the day, or the day's other absence is told of in the reminder.
            return;
        }
        if (told.past()) {
            sendPast(missed, what, template, mail);
            return;
        }
        String correlation = AbsenceProcessKeys.correlation(missed.learnerId(), missed.halfDay());
        String key = key(missed.learnerId(), missed.first(), what);
        Wording why = why(missed.halfDay());
        Mail written = mail.get();
        written.send(key, template, why, correlation)
                .flatMap(outbox::find)
                .filter(earlier -> earlier.delivery().state().equals("STOPPED"))
                .ifPresent(stopped -> written.send(key + ":again", template, why, correlation));
    }

    /** The first session missed tells one absence of a half-day from another known after the first was settled. */
    private static String key(UUID learnerId, SessionInfo session, String what) {
        return AbsenceProcessKeys.correlation(learnerId, session.halfDay()) + ":" + session.id() + ":" + what;
    }

    /** Of the past, one message a day to each tells everything that waits. */
    private boolean written(Notice told, String what) {
        Missed missed = told.missed();
        return outbox.wasWritten(
                told.past()
                        ? List.of(pastMatter(missed) + ":" + what)
                        : missed.sessions().stream()
                                .map(session -> key(missed.learnerId(), session, what))
                                .toList());
    }

    private String pastMatter(Missed missed) {
        return "absence:" + missed.learnerId() + ":past:"
                + clock.instant().atZone(missed.first().zone()).toLocalDate();
    }

    private void sendPast(Missed missed, String what, String template, Supplier<Mail> mail) {
        String matter = pastMatter(missed);
        mail.get()
                .with("liste", FrenchPhrases.list(missed.sessions()))
                .send(
                        matter + ":" + what,
                        java.util.Objects.requireNonNull(OF_THE_PAST.get(template)),
                        Wording.of("justification.why.past"),
                        matter);
    }

    private static Wording why(String halfDay) {
        return Wording.of("justification.why.absence", halfDay);
    }

    private Mail about(LearnerInfo learner, Missed missed) {
        ZoneId zone = missed.first().zone();
        return mails.about(learner)
                .with("date", FrenchPhrases.day(missed.first().startsAt(), zone))
                .with("debut", FrenchPhrases.time(missed.first().startsAt(), zone))
                .with("heure", FrenchPhrases.time(missed.first().startsAt(), zone))
                .with("fin", FrenchPhrases.time(missed.last().endsAt(), zone))
                .with("module", SessionPhrases.subject(missed.first()))
                .with("duree", FrenchPhrases.duration(missed.minutes()))
                .with("echeance", FrenchPhrases.moment(missed.deadline(), zone))
                // who missed a session that is over is not on their way to it
                .with("enCours", clock.instant().isBefore(missed.last().endsAt()) ? "oui" : "");
    }

    private String link(Missed missed) {
        return links.to(missed.learnerId(), missed.halfDay(), missed.deadline());
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
