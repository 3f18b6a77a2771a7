package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict.Credit;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Observed minutes to credited ones. An hour is charged to one funding only, the first by priority that covers the day;
 * hours that no funding covers count for the enrolment and are charged to nobody. Never more than observed.
 */
record Crediting(int minutes, List<Credit> credits) {

    private static final Crediting NOTHING = new Crediting(0, List.of());

    static Crediting of(
            @Nullable EnrolmentInfo enrolment, LocalDate day, AttendanceStatus status, int observedMinutes) {
        if (enrolment == null || status == AttendanceStatus.AWAITING_DATA) {
            return NOTHING;
        }
        Optional<FundingInfo> funding = enrolment.fundings().stream()
                .filter(f -> !day.isBefore(f.startsOn()) && !day.isAfter(f.endsOn()))
                .min(Comparator.comparingInt(FundingInfo::priority));
        if (funding.isEmpty()) {
            return new Crediting(observedMinutes, List.of());
        }
        int minutes = switch (funding.get().creditingMethod()) {
            case MINUTE -> observedMinutes;
            case HALF_DAY -> status.present() ? observedMinutes : 0;
            case MILESTONE -> 0;
        };
        return minutes == 0
                ? NOTHING
                : new Crediting(minutes, List.of(new Credit(funding.get().id(), minutes)));
    }
}
