package fr.educentre.assidu.documents.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates, figures and typography as a French document writes them. */
final class FrenchDocumentFormat {

    private static final char NO_BREAK = '\u00a0';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.FRANCE);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' HH:mm", Locale.FRANCE);

    private static final Pattern MARKUP_OR_TEXT = Pattern.compile("(<[^>]*>)|([^<]+)");
    private static final Pattern BEFORE_HIGH = Pattern.compile("[ \\t\\r\\n]+([:;?!»%])");
    private static final Pattern AFTER_OPENING = Pattern.compile("([«])[ \\t\\r\\n]+");
    private static final Pattern AFTER_ORDINAL = Pattern.compile("(N°|n°)[ \\t\\r\\n]+");

    private FrenchDocumentFormat() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** Decimal hours as funders ask for them: 3990 minutes are {@code 66,50}. */
    static String decimalHours(long minutes) {
        var hours = BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        var digits = hours.toPlainString().replace('.', ',');
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+,)", String.valueOf(NO_BREAK));
    }

    /** No-break spaces where French typography wants them, in the text of an XHTML page but not in its markup; composed letters. */
    static String typography(String xhtml) {
        var out = new StringBuilder(xhtml.length() + 64);
        var matcher = MARKUP_OR_TEXT.matcher(composed(xhtml));
        while (matcher.find()) {
            out.append(matcher.group(1) != null ? matcher.group(1) : spaced(matcher.group(2)));
        }
        return out.toString();
    }

    /** Letters with their accents as one character each, as fonts hold them. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String spaced(String text) {
        var high = BEFORE_HIGH.matcher(text).replaceAll(NO_BREAK + "$1");
        var opening = AFTER_OPENING.matcher(high).replaceAll("$1" + NO_BREAK);
        return AFTER_ORDINAL.matcher(opening).replaceAll("$1" + NO_BREAK);
    }
}
