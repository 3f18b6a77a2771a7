package fr.educentre.assidu.rules.internal;

import java.util.Map;

/** A sentence with a value in each of its blanks. */
record Filled(Sentence sentence, Map<String, BlankValue> values, int line) {

    String drl() {
        return sentence.drl(values);
    }

    /** The sentence as its own printer writes it. */
    String french() {
        String text = sentence.french();
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue().french());
        }
        return text;
    }
}
