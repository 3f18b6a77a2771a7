package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A blank's value, parsed by its type: written back for the engine by its own printer, never as the text it came from. */
public sealed interface BlankValue {

    DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    String drl();

    /** As a person reads it. */
    String french();

    /** As it is said in a language. */
    default String in(Locale language) {
        return french();
    }

    /** In the reader's language. */
    default Wording words() {
        return new Wording.Written(french());
    }

    /** A value that is a number. */
    sealed interface Numeric extends BlankValue permits NumberValue, PercentValue, DurationValue {
        BigDecimal number();
    }

    /** A whole number. */
    record NumberValue(BigDecimal number) implements Numeric {
        @Override
        public String drl() {
            return number.toBigInteger().toString();
        }

        @Override
        public String french() {
            return drl();
        }
    }

    record PercentValue(BigDecimal number) implements Numeric {
        /** Always with a decimal point: what compares it takes a double. */
        @Override
        public String drl() {
            String plain = number.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }

        @Override
        public String french() {
            return number.stripTrailingZeros().toPlainString().replace('.', ',');
        }

        @Override
        public String in(Locale language) {
            boolean english = Texts.english(language);
            return english ? french().replace(',', '.') : french();
        }
    }

    /** @param number minutes; @param french as it was written, in its own unit */
    record DurationValue(BigDecimal number, String french) implements Numeric {

        private static final Unit MINUTES = Unit.of("minute|minutes");
        private static final Unit HOURS = Unit.of("heure|heures / hour|hours");
        private static final Unit DAYS = Unit.of("jour|jours / day|days");
        private static final int HOUR = 60;
        private static final int DAY = 1_440;

        @Override
        public String drl() {
            return number.toBigInteger().toString();
        }

        @Override
        public String in(Locale language) {
            return said(number.longValue(), language);
        }

        /** Other minutes in the same unit: whole days, or hours and minutes. */
        String said(long minutes, Locale language) {
            if (french.endsWith("jours")) {
                return counted(minutes / DAY, DAYS, language);
            }
            if (!french.endsWith("heures")) {
                return counted(minutes, MINUTES, language);
            }
            return minutes % HOUR == 0 ? counted(minutes / HOUR, HOURS, language) : ReaderFormats.duration(minutes);
        }

        private static String counted(long number, Unit unit, Locale language) {
            return number + " " + unit.of(number, language);
        }
    }

    record DateValue(LocalDate date) implements BlankValue {
        @Override
        public String drl() {
            return '"' + date.toString() + '"';
        }

        @Override
        public String french() {
            return DATE.format(date);
        }
    }

    /** @param english label in English, the same where it does not differ */
    record ChoiceValue(String code, String label, String english) implements BlankValue {
        @Override
        public String drl() {
            return '"' + code + '"';
        }

        @Override
        public String french() {
            return label;
        }

        @Override
        public String in(Locale language) {
            return new Wording.Bilingual(label, english).in(language);
        }

        /** In both languages, since a vocabulary may come to call it otherwise. */
        @Override
        public Wording words() {
            return label.equals(english) ? new Wording.Written(label) : new Wording.Bilingual(label, english);
        }
    }

    /** No quote, no backslash, no control character: nothing a string literal must escape. */
    record TextValue(String text) implements BlankValue {
        @Override
        public String drl() {
            return '"' + text + '"';
        }

        @Override
        public String french() {
            return text;
        }
    }
}
