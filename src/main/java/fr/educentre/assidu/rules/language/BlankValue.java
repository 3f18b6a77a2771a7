package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A blank's value, parsed by its type: written back for the engine by its own printer, never as the text it came from. */
public sealed interface BlankValue {

    DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    String drl();

    /** As a person reads it. */
    String french();

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
    }

    /** @param number minutes; @param french as it was written, in its own unit */
    record DurationValue(BigDecimal number, String french) implements Numeric {

        private static final int HOUR = 60;
        private static final int DAY = 1_440;

        @Override
        public String drl() {
            return number.toBigInteger().toString();
        }

        /** Other minutes in the same unit: whole days, or hours and minutes. */
        String said(long minutes) {
            if (french.endsWith("jours")) {
                return minutes / DAY + " jours";
            }
            boolean hours = french.endsWith("heures");
            return !hours
                    ? minutes + " minutes"
                    : minutes % HOUR == 0 ? minutes / HOUR + " heures" : ReaderFormats.duration(minutes);
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
