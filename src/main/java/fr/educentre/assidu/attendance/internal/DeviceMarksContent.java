package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.DeviceMarks.Batch;
import fr.educentre.assidu.attendance.DeviceMarks.DeviceMark;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks as a device sends them, over a call or from a screen.
 *
 * @param sentAt by the clock of the device
 */
public record DeviceMarksContent(
        @Nullable OffsetDateTime sentAt, @Nullable List<@Nullable OfflineMark> marks) {

    /**
     * One of them.
     *
     * @param at by the clock of the device
     * @param from arrival, when late
     * @param to departure, when left early
     * @param version that the device had seen, 0 where there was none
     */
    public record OfflineMark(
            @Nullable UUID key,
            @Nullable UUID learnerId,
            @Nullable AttendanceStatus status,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable Integer version) {

        private DeviceMark mark() {
            if (key == null) {
                throw Refusal.invalid("refusal.attendance.device.key");
            }
            if (learnerId == null) {
                throw Refusal.invalid("refusal.attendance.device.learner");
            }
            if (status == null) {
                throw Refusal.invalid("refusal.attendance.statusNeeded");
            }
            return new DeviceMark(
                    key,
                    learnerId,
                    new Mark(status, maybe("from", from), maybe("to", to), null, null, version),
                    moment("at", at));
        }
    }

    /** @throws Refusal naming what is missing or cannot be meant */
    public Batch batch() {
        if (marks == null) {
            throw Refusal.malformed("refusal.body.field", "marks");
        }
        return new Batch(
                moment("sentAt", sentAt),
                marks.stream()
                        .map(one -> {
                            if (one == null) {
                                throw Refusal.malformed("refusal.body.field", "marks");
                            }
                            return one.mark();
                        })
                        .toList());
    }

    private static Instant moment(String name, @Nullable OffsetDateTime at) {
        if (at == null) {
            throw Refusal.invalid("refusal.attendance.device.time");
        }
        return PlausibleDays.required(name, at.toInstant());
    }

    private static @Nullable Instant maybe(String name, @Nullable OffsetDateTime at) {
        return at == null ? null : PlausibleDays.required(name, at.toInstant());
    }
}
