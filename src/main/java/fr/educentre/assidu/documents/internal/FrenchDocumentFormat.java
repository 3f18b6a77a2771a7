package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Documents speak French: their dates and figures, and the typography of what people typed. */
final class FrenchDocumentFormat {

    private static final Pattern MARKUP_OR_TEXT = Pattern.compile("(<[^>]*>)|([^<]+)");
    private static final Pattern BEFORE_HIGH = Pattern.compile("[ \\t\\r\\n]+([:;?!»%])");
    private static final Pattern AFTER_OPENING = Pattern.compile("([«])[ \\t\\r\\n]+");
    private static final Pattern AFTER_ORDINAL = Pattern.compile("(N°|n°)[ \\t\\r\\n]+");

    private FrenchDocumentFormat() {}

    static String day(LocalDate date) {
        return ReaderFormats.date(date, Texts.FRENCH);
    }

    static String date(LocalDate date) {
        return ReaderFormats.numericDate(date);
    }

    static String time(Instant at, ZoneId zone) {
        return ReaderFormats.time(at, zone);
    }

    static String moment(Instant at, ZoneId zone) {
        return ReaderFormats.numericDateTime(at, zone, Texts.FRENCH);
    }

    static String decimalHours(long minutes) {
        return ReaderFormats.decimalHours(minutes);
    }

    static String decimalHours(BigDecimal hours) {
        return ReaderFormats.decimalHours(hours);
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
        var high = BEFORE_HIGH.matcher(text).replaceAll(ReaderFormats.NO_BREAK + "$1");
        var opening = AFTER_OPENING.matcher(high).replaceAll("$1" + ReaderFormats.NO_BREAK);
        return AFTER_ORDINAL.matcher(opening).replaceAll("$1" + ReaderFormats.NO_BREAK);
    }
}
