package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class DecimalHoursProperties {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    @Property(tries = 500)
    void printed_parts_add_up_to_the_printed_total(
            @ForAll @Size(max = 40) List<@LongRange(max = 100_000) Long> minutes) {
        var hours = DecimalHours.ofParts(minutes);

        assertThat(hours.parts()).hasSameSizeAs(minutes);
        assertThat(hours.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(hours.total());
        assertThat(hours.total())
                .isEqualTo(DecimalHours.of(
                        minutes.stream().mapToLong(Long::longValue).sum()));
    }

    @Property(tries = 500)
    void each_part_is_less_than_a_hundredth_from_its_exact_value_and_nothing_stays_nothing(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 100_000) Long> minutes) {
        var hours = DecimalHours.ofParts(minutes);

        for (int i = 0; i < minutes.size(); i++) {
            var exact = BigDecimal.valueOf(minutes.get(i)).divide(BigDecimal.valueOf(60), MathContext.DECIMAL64);
            var printed = hours.parts().get(i);
            assertThat(printed.subtract(exact).abs()).isLessThan(HUNDREDTH);
            assertThat(printed.signum()).isEqualTo(minutes.get(i) == 0 ? 0 : 1);
        }
    }

    /** 0,67 and 0,67 are not 1,33. */
    @Example
    void the_hundredths_go_to_the_largest_remainders() {
        assertThat(DecimalHours.ofParts(List.of(40L, 40L)))
                .isEqualTo(new DecimalHours(
                        new BigDecimal("1.33"), List.of(new BigDecimal("0.67"), new BigDecimal("0.66"))));
        assertThat(DecimalHours.ofParts(List.of(1_000L, 500L, 20L)))
                .isEqualTo(new DecimalHours(
                        new BigDecimal("25.33"),
                        List.of(new BigDecimal("16.67"), new BigDecimal("8.33"), new BigDecimal("0.33"))));
    }
}
