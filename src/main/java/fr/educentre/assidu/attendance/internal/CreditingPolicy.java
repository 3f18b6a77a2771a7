package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict.Credit;
import fr.educentre.assidu.rules.PublishedCrediting;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Observed minutes to credited ones. An hour is charged to one funding only, the first by priority that covers the day;
 * hours that no funding covers count for the enrolment and are charged to nobody. Never more than observed, and nothing of
 * an absence, whose minutes are a connection too short to count.
 *
 * <p>A funding that states half-days or milestones is credited so. To the minute is what a funding holds when nobody stated
 * anything (imports write it): there the published line for its kind of funder holds, then the one for everyone.
 *
 * @param by the published line by which minutes were credited otherwise than observed, null where there was none
 */
record CreditingPolicy(
        int minutes, List<Credit> credits, @Nullable PublishedCrediting by) {

    private static final CreditingPolicy NOTHING = new CreditingPolicy(0, List.of(), null);

    /** @param published how a kind of funder's hours are credited, where that is published */
    static CreditingPolicy of(
            @Nullable EnrolmentInfo enrolment,
            LocalDate day,
            AttendanceStatus status,
            int observedMinutes,
            Function<String, Optional<PublishedCrediting>> published) {
        if (enrolment == null || status == AttendanceStatus.AWAITING_DATA || status == AttendanceStatus.ABSENT) {
            return NOTHING;
        }
        Optional<FundingInfo> funding = enrolment.fundings().stream()
                .filter(one -> one.covers(day))
                .min(Comparator.comparingInt(FundingInfo::priority));
        if (funding.isEmpty()) {
            return new CreditingPolicy(observedMinutes, List.of(), null);
        }
        CreditingMethod stated = funding.get().creditingMethod();
        PublishedCrediting by = stated == CreditingMethod.MINUTE
                ? published.apply(funding.get().funder().kind().name()).orElse(null)
                : null;
        CreditingMethod method = by == null ? stated : CreditingMethod.valueOf(by.method());
        int minutes = switch (method) {
            case MINUTE -> observedMinutes;
            case HALF_DAY -> status.present() ? observedMinutes : 0;
            case MILESTONE -> 0;
        };
        return new CreditingPolicy(
                minutes,
                minutes == 0 ? List.of() : List.of(new Credit(funding.get().id(), minutes)),
                method == CreditingMethod.MINUTE ? null : by);
    }

    /** Why the status, and by which published line the hours were credited. */
    Wording explained(Wording why) {
        return by == null ? why : Wording.of("attendance.why.credited", why, by.words(), by.rule(), by.version());
    }
}
