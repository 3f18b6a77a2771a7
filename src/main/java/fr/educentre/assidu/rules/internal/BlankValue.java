package fr.educentre.assidu.rules.internal;

import java.math.BigDecimal;

/** A blank's value, parsed by its type: written back for the engine by its own printer, never as the text it came from. */
sealed interface BlankValue {

    String drl();

    /** As a person reads it. */
    String french();

    record NumberValue(BigDecimal number) implements BlankValue {
        @Override
        public String drl() {
            return number.stripTrailingZeros().toPlainString();
        }

        @Override
        public String french() {
            return drl().replace('.', ',');
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

    /** Letters, digits, spaces and {@code . _ -} only: nothing a string literal must escape. */
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
