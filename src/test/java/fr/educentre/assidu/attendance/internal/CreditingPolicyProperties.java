package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict.Credit;
import fr.educentre.assidu.rules.PublishedCrediting;
import fr.educentre.assidu.shell.SampleTexts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.NatureOfAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class CreditingPolicyProperties {

    private static final SampleTexts TEXTS = new SampleTexts();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Property
    void credited_is_never_more_than_observed_is_charged_to_one_funding_and_is_nothing_of_an_absence(
            @ForAll AttendanceStatus status,
            @ForAll @IntRange(max = 480) int observed,
            @ForAll CreditingMethod stated,
            @ForAll Optional<CreditingMethod> published) {
        CreditingPolicy credited = of(status, observed, stated, published.orElse(null));
        assertThat(credited.minutes()).isBetween(0, observed);
        assertThat(credited.credits().stream().mapToInt(Credit::minutes).sum()).isEqualTo(credited.minutes());
        assertThat(credited.credits()).hasSizeLessThanOrEqualTo(1);
        if (status == AttendanceStatus.ABSENT || status == AttendanceStatus.AWAITING_DATA) {
            assertThat(credited.minutes()).isZero();
        }
    }

    @Property
    void what_the_funding_states_comes_before_what_is_published_which_comes_before_the_minute(
            @ForAll AttendanceStatus status,
            @ForAll @IntRange(max = 480) int observed,
            @ForAll CreditingMethod stated,
            @ForAll CreditingMethod published) {
        CreditingMethod holds = stated == CreditingMethod.MINUTE ? published : stated;
        assertThat(of(status, observed, stated, published).minutes())
                .isEqualTo(of(status, observed, holds, null).minutes());
        boolean told = TEXTS.french(of(status, observed, stated, published).explained(new Wording.Written("w")))
                .contains("« Heures », version 3");
        assertThat(told)
                .isEqualTo(stated == CreditingMethod.MINUTE
                        && published != CreditingMethod.MINUTE
                        && status != AttendanceStatus.ABSENT
                        && status != AttendanceStatus.AWAITING_DATA);
    }

    private static CreditingPolicy of(
            AttendanceStatus status, int observed, CreditingMethod stated, @Nullable CreditingMethod published) {
        return CreditingPolicy.of(
                enrolment(stated),
                DAY,
                status,
                observed,
                funder -> Optional.ofNullable(published)
                        .map(method ->
                                new PublishedCrediting(method.name(), new Wording.Written("ainsi"), "Heures", 3)));
    }

    private static EnrolmentInfo enrolment(CreditingMethod stated) {
        UUID id = new UUID(1, 1);
        return new EnrolmentInfo(
                id,
                "I",
                id,
                new EnrolmentInfo.Programme(id, "P", "Programme", NatureOfAction.TRAINING),
                new EnrolmentInfo.Group(id, "Groupe"),
                new EnrolmentInfo.Employment(null, null, null, false),
                new EnrolmentInfo.Agreement(DAY.minusDays(9), DAY.plusDays(9), 6000, null),
                List.of(
                        funding(new UUID(1, 2), 2, CreditingMethod.MILESTONE, DAY),
                        funding(new UUID(1, 3), 1, stated, DAY),
                        funding(new UUID(1, 4), 0, CreditingMethod.MILESTONE, DAY.plusDays(1))));
    }

    private static EnrolmentInfo.FundingInfo funding(UUID id, int priority, CreditingMethod method, LocalDate from) {
        return new EnrolmentInfo.FundingInfo(
                id,
                new EnrolmentInfo.FundingInfo.Funder(id, "F", "Financeur", FunderKind.OPCO),
                null,
                6000,
                from,
                DAY.plusDays(9),
                priority,
                method);
    }
}
