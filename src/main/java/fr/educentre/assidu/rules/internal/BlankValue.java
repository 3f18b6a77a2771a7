package fr.educentre.assidu.rules.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A blank's value, parsed by its type: written back for the engine by its own printer, never as the text it came from. */
sealed interface BlankValue {

    DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    String drl();

    /** As a person reads it. */
    String french();

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
        @Override
        public String drl() {
            return number.toBigInteger().toString();
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

    record ChoiceValue(String code, String label) implements BlankValue {
        @Override
        public String drl() {
            return '"' + code + '"';
        }

        @Override
        public String french() {
            return label;
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
