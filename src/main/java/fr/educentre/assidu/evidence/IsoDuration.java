package fr.educentre.assidu.evidence;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 durations with years, months and weeks too, which {@link Duration#parse} refuses. */
public final class IsoDuration {

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern SHAPE = Pattern.compile("P(?=.)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?|P" + NUMBER + "W");
    private static final long DAY = 86_400;
    private static final long[] SECONDS = {365 * DAY, 30 * DAY, DAY, 3600, 60, 1, 7 * DAY};

    private IsoDuration() {}

    /** Empty when malformed. A year counts 365 days, a month 30. */
    public static Optional<Duration> parse(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = BigDecimal.ZERO;
        for (int part = 0; part < SECONDS.length; part++) {
            seconds = seconds.add(part(shape.group(part + 1)).multiply(BigDecimal.valueOf(SECONDS[part])));
        }
        return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
    }

    private static BigDecimal part(@Nullable String number) {
        return number == null ? BigDecimal.ZERO : new BigDecimal(number);
    }
}
