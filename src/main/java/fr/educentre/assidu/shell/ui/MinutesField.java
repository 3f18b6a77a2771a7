package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.shell.ReaderFormats;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How hours are typed: {@code 35}, {@code 35,5}, {@code 35 h 30}, {@code 45 min}. */
final class MinutesField {

    private static final int HOUR = 60;
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,5})(?:[.,](\\d{1,2}))?(?:\\s*h)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,5})\\s*h\\s*(\\d{1,2})(?:\\s*min)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,6})\\s*min");

    private MinutesField() {}

    static TextField field() {
        return new TextField();
    }

    static String shown(Object minutes) {
        return ReaderFormats.duration(((Number) minutes).longValue()).replace(ReaderFormats.NO_BREAK, ' ');
    }

    /** Empty for what is no length. */
    static OptionalInt read(String typed) {
        String text = typed.strip().replace(ReaderFormats.NO_BREAK, ' ').replace('\u202f', ' ');
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches() && number(clock, 2) < HOUR) {
            return OptionalInt.of(number(clock, 1) * HOUR + number(clock, 2));
        }
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return OptionalInt.of(number(minutes, 1));
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            return OptionalInt.empty();
        }
        String fraction = decimal.group(2) == null ? "0" : decimal.group(2);
        int hundredths = Integer.parseInt(fraction) * (fraction.length() == 1 ? 10 : 1);
        return OptionalInt.of(number(decimal, 1) * HOUR + Math.round(hundredths * HOUR / 100f));
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }
}
