package fr.educentre.assidu.imports.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A long number as a spreadsheet saves it when nobody told it that it is a text: {@code 9,34E+10}. Its last digits are lost.
 *
 * @param digits how many are left
 */
public record RoundedNumber(BigDecimal value, int digits) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d)(?:[.,](\\d{1,15}))?[\\s\\u00A0\\u202F]?E\\+(\\d{2})", Pattern.CASE_INSENSITIVE);

    /** Empty where the cell is none. */
    public static Optional<RoundedNumber> of(String cell) {
        Matcher written = WRITTEN.matcher(cell.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String fraction = written.group(2) == null ? "" : written.group(2);
        return Optional.of(new RoundedNumber(
                new BigDecimal(written.group(1) + "." + fraction + "0E" + written.group(3)), 1 + fraction.length()));
    }

    /** Whether that number would have been written so. */
    public boolean mayBe(String number) {
        String bare = number.replaceAll("[\\s\\u00A0-]", "");
        return bare.matches("\\d{1,30}")
                && new BigDecimal(bare)
                                .round(new MathContext(digits, RoundingMode.HALF_UP))
                                .compareTo(value)
                        == 0;
    }
}
