package fr.educentre.assidu.attendance;

import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks of a roll-call that a device kept while it had no connection. Each is taken once, with the time at which it was made and
 * the time at which it came; one that somebody has contradicted since changes nothing.
 */
public interface DeviceMarks {

    /** The most marks that one call brings. */
    int MOST = 500;

    /**
     * Takes what can be taken, mark by mark.
     *
     * @return what became of each, in the order given
     * @throws fr.educentre.assidu.shell.Refusal where the session is unknown or not one's own, or for too many marks
     */
    List<Outcome> receive(UUID sessionId, Batch batch);

    /**
     * What a device sends at once.
     *
     * @param sentAt by its own clock, which may be wrong: how long ago a mark was made is what it says
     */
    record Batch(Instant sentAt, List<DeviceMark> marks) {}

    /**
     * One tap.
     *
     * @param key drawn by the device for this mark alone
     * @param at by the device's clock
     */
    record DeviceMark(UUID key, UUID learnerId, Mark mark, Instant at) {}

    /**
     * What became of a mark.
     *
     * @param why it was refused, null where it was not
     */
    record Outcome(
            UUID key,
            UUID learnerId,
            Result result,
            @Nullable Wording why) {}

    /** Whether a mark was taken. */
    enum Result {
        RECORDED,
        /** It came already, or says what was retained of the same person. */
        ALREADY_KNOWN,
        REFUSED
    }
}
