package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why someone was marked so: a person's own words, or ours where they gave none; kept as a wording, read in the reader's language. */
final class MarkReason {

    private static final Wording ROLL_CALL = Wording.of("attendance.rollCall.reason");

    /** What earlier versions wrote where no reason was given. */
    private static final Wording FORMER = new Wording.Written("Appel");

    private static final String SAYS = "shell.says";

    private MarkReason() {}

    /** @param given by the person, null at a roll-call */
    static String stored(@Nullable String given) {
        return given == null ? ROLL_CALL.stored() : new Wording.Written(given).stored();
    }

    /** At a roll-call made without a connection: when, and when it came. */
    static Wording offline(Instant markedAt, Instant receivedAt, ZoneId zone) {
        return Wording.of("attendance.rollCall.reasonOffline", markedAt.atZone(zone), receivedAt.atZone(zone));
    }

    /** What a column or a trace holds, of whatever version. */
    static Wording of(String stored) {
        Wording reason = Wording.stored(stored);
        return reason.equals(FORMER) ? ROLL_CALL : reason;
    }

    /** Of a sheet that says no more than the status. */
    static Wording of(AttendanceStatus status) {
        return Wording.of("attendance.status." + status);
    }

    /** The file that states it, where no person does. */
    static Wording author(EvidenceSource source) {
        return Wording.of("evidence.source." + source);
    }

    /** As earlier versions explained a mark: {@code FILE : ABSENT}, {@code Ana : Appel}. */
    static Wording explained(Wording why) {
        return why instanceof Wording.Said said
                        && said.key().equals(SAYS)
                        && said.values().size() == 2
                ? new Wording.Said(
                        SAYS,
                        List.of(who(said.values().get(0)), what(said.values().get(1))))
                : why;
    }

    private static Object who(Object author) {
        return Arrays.stream(EvidenceSource.values())
                .filter(source -> source.name().equals(author))
                .<Object>map(MarkReason::author)
                .findFirst()
                .orElse(author);
    }

    private static Object what(Object reason) {
        if (FORMER.equals(reason)) {
            return ROLL_CALL;
        }
        return Arrays.stream(AttendanceStatus.values())
                .filter(status -> new Wording.Written(status.name()).equals(reason))
                .<Object>map(MarkReason::of)
                .findFirst()
                .orElse(reason);
    }
}
