package fr.educentre.assidu.justification;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.training.LearnerPhones;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is missing on a day, half-day by half-day: absent, not there yet, late or there for a part; whom to call, whether they were
 * written to, whether they answered, and what came of the calls.
 *
 * <p>A referent sees the groups they follow, a trainer the sessions they give, a quality manager the whole centre.
 */
public interface AbsentPeople {

    /** Most people that are told of at a time; a group narrows them down. */
    int MOST = 1000;

    /**
     * By half-day, then by name. A bounded number of statements whatever the number of people.
     *
     * @param groupId of one group alone, or null
     */
    List<AbsentPerson> on(LocalDate day, @Nullable UUID groupId);

    /**
     * What came of a call. A repeat with the same id changes nothing.
     *
     * @throws fr.educentre.assidu.shell.InvalidContent naming each field to mend
     */
    void record(UUID callId, UUID learnerId, NewCall call);

    /**
     * Takes a call back: it was noted by mistake.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND; NOT_YOURS for who neither made it nor is a quality manager
     */
    void takeBack(UUID learnerId, UUID callId);

    /** Half of a day: a session that starts before 13:00 is in the morning. */
    enum HalfDay {
        AM,
        PM
    }

    /** What came of a call. */
    enum CallOutcome {
        ANSWERED,
        MESSAGE_LEFT,
        UNREACHABLE,
        WRONG_NUMBER
    }

    /** @param answer where the justification of what was missed stands, null while no absence is known */
    record AbsentPerson(
            UUID learnerId,
            String name,
            HalfDay halfDay,
            List<Missed> missed,
            @Nullable JustificationState answer,
            List<AbsenceMail> mails,
            List<LearnerPhones.Phone> phones,
            List<Call> calls) {

        /** The gravest of what was missed. */
        public AttendanceStatus status() {
            return missed.stream()
                    .map(Missed::status)
                    .min(Comparator.comparing(List.of(
                            AttendanceStatus.ABSENT,
                            AttendanceStatus.AWAITING_DATA,
                            AttendanceStatus.PARTIAL,
                            AttendanceStatus.LATE)::indexOf))
                    .orElse(AttendanceStatus.AWAITING_DATA);
        }

        /** Missing, and no call was answered yet. */
        public boolean toCall() {
            return (status() == AttendanceStatus.ABSENT || status() == AttendanceStatus.AWAITING_DATA)
                    && answer != JustificationState.JUSTIFIED
                    && calls.stream().noneMatch(call -> call.outcome() == CallOutcome.ANSWERED);
        }

        /** The first that is still running or awaited: where who comes in late is marked. */
        public Optional<Missed> open() {
            return missed.stream()
                    .filter(one -> !one.session().closed())
                    .filter(one ->
                            one.status() == AttendanceStatus.ABSENT || one.status() == AttendanceStatus.AWAITING_DATA)
                    .findFirst();
        }
    }

    /** A session at which they are missing. */
    record Missed(Session session, AttendanceStatus status, int lateMinutes) {

        /** Which session. */
        public record Session(
                UUID id,
                String title,
                Instant startsAt,
                Instant endsAt,
                ZoneId zone,
                String groupName,
                boolean closed) {}
    }

    /** A mail about the half-day. @param sentAt null while it has not left */
    record AbsenceMail(
            String recipientKind, String state, @Nullable Instant sentAt) {}

    /** A call that was made. @param note empty where it is not for the reader to know */
    record Call(UUID id, CallOutcome outcome, String note, Instant at, String by) {}

    /** A call to be noted. */
    record NewCall(
            @NotNull @SensibleDay LocalDate day,
            @NotNull HalfDay halfDay,
            @NotNull CallOutcome outcome,
            @Size(max = 500) @Nullable String note) {}
}
