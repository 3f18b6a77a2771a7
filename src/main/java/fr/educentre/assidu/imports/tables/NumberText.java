package fr.educentre.assidu.imports.tables;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of a workbook as text: days and times as ISO 8601 writes them, durations as hours and minutes. */
final class NumberText {

    private static final double END_OF_9999 = 2_958_466;
    private static final double SECONDS_OF_DAY = 86_400;

    /** What lasts longer is a day in a format of durations. */
    private static final double LONGEST_DURATION = 10_000;

    private final WorkbookStyles styles;
    private final boolean from1904;

    NumberText(WorkbookStyles styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    String text(double value, int style) {
        if (value < 0 || value >= END_OF_9999) {
            return plain(value);
        }
        return switch (styles.kind(style)) {
            case NUMBER -> plain(value);
            case MOMENT -> moment(value);
            case DURATION -> value < LONGEST_DURATION ? duration(value) : moment(value);
        };
    }

    /** All its digits, and none that it has not. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private String moment(double value) {
        LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904, true);
        if (value < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static String duration(double days) {
        long seconds = Math.round(days * SECONDS_OF_DAY);
        String minutes = "%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + ":%02d".formatted(seconds % 60);
    }
}
