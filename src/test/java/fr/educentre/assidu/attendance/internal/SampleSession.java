package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A morning's session in Paris, 210 minutes from nine o'clock, and verdicts about it. */
final class SampleSession {

    static final UUID ID = new UUID(7, 1);
    static final UUID LEARNER = new UUID(7, 2);
    static final Instant STARTS = Instant.parse("2026-11-23T08:00:00Z");
    static final Instant ENDS = Instant.parse("2026-11-23T11:30:00Z");
    static final Verdict.Decision BY_RULE = new Verdict.ByRule("Présence", 3, new Wording.Written("180 min sur 210"));
    static final Verdict.Decision BY_PERSON =
            new Verdict.ByPerson("Ana", "TRAINER", "Appel", null, new Wording.Written("Appel"));

    private SampleSession() {}

    static SessionInfo held(Modality modality, SessionState state, @Nullable Instant complete) {
        return new SessionInfo(
                ID,
                "S",
                "Séance",
                new SessionInfo.Course(new UUID(7, 3), "Groupe", null, null),
                new SessionInfo.Person(new UUID(7, 4), "Formatrice"),
                new SessionInfo.Schedule(LocalDate.of(2026, 11, 23), STARTS, ENDS, List.of(), 210),
                new SessionInfo.Place(new UUID(7, 5), "Paris", ZoneId.of("Europe/Paris"), modality, null, null),
                new SessionInfo.Progress(state, complete));
    }

    static Verdict verdict(AttendanceStatus status, int observed) {
        return verdict(status, observed, BY_RULE);
    }

    static Verdict verdict(AttendanceStatus status, int observed, Verdict.Decision by) {
        return new Verdict(
                new Verdict.Subject(ID, LEARNER, null),
                status,
                new Verdict.Minutes(210, observed, observed, 0, 0),
                List.of(),
                new Verdict.Proof(false, List.of(), List.of()),
                by,
                new Verdict.Version(1, ENDS, null));
    }

    static PresenceObservation seen(int minutes, boolean connected, boolean signed, List<UUID> evidence) {
        return new PresenceObservation(
                new PresenceObservation.Presence(List.of(), minutes, 12, 7),
                new PresenceObservation.Proof(evidence, List.of("ZOOM"), false),
                signed,
                connected,
                connected,
                Set.of());
    }

    static PersonMark mark(AttendanceStatus status, boolean person) {
        return new PersonMark(
                new UUID(7, 9),
                status,
                new PersonMark.Stay(null, null),
                new PersonMark.Author("Ana", "TRAINER", person, "Appel"),
                null,
                false);
    }

    static AttendanceFactsLoader.Situation situation(
            SessionInfo session, PresenceObservation observation, @Nullable PersonMark mark, boolean othersSigned) {
        return new AttendanceFactsLoader.Situation(
                session,
                LEARNER,
                null,
                observation,
                observation,
                mark,
                new AttendanceFactsLoader.Situation.Context(false, false, othersSigned, true),
                ENDS);
    }
}
