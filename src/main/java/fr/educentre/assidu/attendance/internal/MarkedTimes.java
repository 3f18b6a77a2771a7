package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Arrival and departure as a person marks them.
 *
 * @param slot of the session
 * @param there the status says that the learner was there, be it in part
 * @param shown traces already show minutes
 */
record MarkedTimes(TimeSlot slot, Mark mark, boolean there, boolean shown) {

    /** What is wrong with them, asked in this order. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("timesOfAbsent", times -> !times.there && !times.none()),
            new Fault("fromOutside", MarkedTimes::arrivesOutside),
            new Fault("toOutside", MarkedTimes::leavesOutside),
            new Fault("order", MarkedTimes::leavesBeforeArriving),
            new Fault("arrivalNeeded", times -> times.marked(AttendanceStatus.LATE) && times.mark.from() == null),
            new Fault("departureNeeded", times -> times.marked(AttendanceStatus.LEFT_EARLY) && times.mark.to() == null),
            new Fault("timesNeeded", times -> times.marked(AttendanceStatus.PARTIAL) && times.none()));

    private record Fault(String name, Predicate<MarkedTimes> holds) {}

    /** @throws Refusal INVALID with the first fault */
    void check() {
        fault().ifPresent(name -> {
            throw Refusal.invalid("refusal.attendance." + name);
        });
    }

    Optional<String> fault() {
        return FAULTS.stream()
                .filter(fault -> fault.holds().test(this))
                .map(Fault::name)
                .findFirst();
    }

    private boolean none() {
        return mark.from() == null && mark.to() == null;
    }

    private boolean arrivesOutside() {
        Instant from = mark.from();
        return from != null && (from.isBefore(slot.from()) || !from.isBefore(slot.to()));
    }

    private boolean leavesOutside() {
        Instant to = mark.to();
        return to != null && (!to.isAfter(slot.from()) || to.isAfter(slot.to()));
    }

    private boolean leavesBeforeArriving() {
        Instant from = mark.from();
        Instant to = mark.to();
        return from != null && to != null && !to.isAfter(from);
    }

    /** With this status, while no trace shows how long the learner was there. */
    private boolean marked(AttendanceStatus status) {
        return mark.status() == status && !shown;
    }
}
