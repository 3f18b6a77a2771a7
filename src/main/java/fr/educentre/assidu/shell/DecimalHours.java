package fr.educentre.assidu.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Minutes as hours with two decimals. The total is rounded once, and its hundredths are shared out among its parts by
 * their largest remainders: whoever adds up the parts finds the total, and no part is a hundredth away from its exact value.
 *
 * @param parts in the order in which their minutes were given
 */
public record DecimalHours(BigDecimal total, List<BigDecimal> parts) {

    private static final int HOUR = 60;
    private static final int HUNDREDTHS = 100;

    /** @param minutes of each part, none below zero */
    public static DecimalHours ofParts(List<Long> minutes) {
        long whole = minutes.stream().mapToLong(Long::longValue).sum();
        long[] shares =
                minutes.stream().mapToLong(part -> part * HUNDREDTHS / HOUR).toArray();
        long left = hundredths(whole)
                - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> minutes.get(i) * HUNDREDTHS % HOUR)
                        .reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return new DecimalHours(
                of(whole),
                IntStream.range(0, shares.length)
                        .mapToObj(i -> BigDecimal.valueOf(shares[i], 2))
                        .toList());
    }

    /** A figure that stands beside no part of it. */
    public static BigDecimal of(long minutes) {
        return BigDecimal.valueOf(hundredths(minutes), 2);
    }

    private static long hundredths(long minutes) {
        return BigDecimal.valueOf(minutes * HUNDREDTHS)
                .divide(BigDecimal.valueOf(HOUR), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
