package fr.educentre.assidu.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.FundingCharges.Charge;
import fr.educentre.assidu.training.FundingCharges.Credit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A minute is charged to one funding, and none is lost. */
class FundingChargesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Credit<Hours> CREDIT = new Credit<>() {
        @Override
        public LocalDate day(Hours item) {
            return item.day();
        }

        @Override
        public int minutes(Hours item) {
            return item.minutes();
        }
    };

    private record Hours(int n, LocalDate day, int minutes) {}

    @Test
    void hours_go_to_the_first_funding_by_priority_until_its_agreed_hours_are_used_up() {
        var second = funding(2, 1_000, MONDAY, MONDAY.plusDays(30));
        var first = funding(1, 300, MONDAY, MONDAY.plusDays(30));
        var hours = List.of(new Hours(1, MONDAY, 200), new Hours(2, MONDAY.plusDays(1), 200));

        Map<Hours, List<Charge>> charges = FundingCharges.of(List.of(second, first), hours, CREDIT);

        assertThat(charges.get(hours.get(0))).containsExactly(new Charge(first.id(), 200));
        assertThat(charges.get(hours.get(1)))
                .containsExactly(new Charge(first.id(), 100), new Charge(second.id(), 100));
    }

    @Test
    void hours_on_a_day_that_no_funding_covers_are_charged_to_nobody() {
        var funding = funding(1, 1_000, MONDAY, MONDAY);
        var hours = List.of(new Hours(1, MONDAY.plusDays(1), 90), new Hours(2, MONDAY.plusDays(1), 0));

        Map<Hours, List<Charge>> charges = FundingCharges.of(List.of(funding), hours, CREDIT);

        assertThat(charges.get(hours.get(0))).containsExactly(new Charge(null, 90));
        assertThat(charges.get(hours.get(1))).isEmpty();
    }

    @Test
    void whatever_the_fundings_the_parts_add_up_and_no_funding_takes_more_than_agreed_or_outside_its_days() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var fundings = new ArrayList<FundingInfo>();
            for (int i = random.nextInt(4); i > 0; i--) {
                var from = MONDAY.plusDays(random.nextInt(40));
                fundings.add(funding(random.nextInt(3), random.nextInt(900), from, from.plusDays(random.nextInt(30))));
            }
            var hours = new ArrayList<Hours>();
            for (int i = 0, days = random.nextInt(60); i < days; i++) {
                hours.add(new Hours(i, MONDAY.plusDays(i), random.nextInt(240)));
            }

            Map<Hours, List<Charge>> charges = FundingCharges.of(fundings, hours, CREDIT);

            for (Hours one : hours) {
                assertThat(minutes(charges.get(one))).as("seed %d", seed).isEqualTo(one.minutes());
            }
            for (FundingInfo funding : fundings) {
                int taken = 0;
                for (Hours one : hours) {
                    int part = minutes(charges.get(one).stream()
                            .filter(charge -> funding.id().equals(charge.funding()))
                            .toList());
                    assertThat(part == 0 || funding.covers(one.day()))
                            .as("seed %d", seed)
                            .isTrue();
                    taken += part;
                }
                assertThat(taken).as("seed %d", seed).isLessThanOrEqualTo(funding.agreedMinutes());
            }
        }
    }

    private static int minutes(List<Charge> parts) {
        return parts.stream().mapToInt(Charge::minutes).sum();
    }

    private static FundingInfo funding(int priority, int agreedMinutes, LocalDate from, LocalDate to) {
        return new FundingInfo(
                UUID.randomUUID(),
                new FundingInfo.Funder(UUID.randomUUID(), "F", "Financeur", FunderKind.OPCO),
                null,
                agreedMinutes,
                from,
                to,
                priority,
                CreditingMethod.MINUTE);
    }
}
