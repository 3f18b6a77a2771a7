package fr.educentre.assidu.training.management;

import org.jspecify.annotations.Nullable;

/** Columns that hold nothing hold null, as lists write them. */
final class Blank {

    private Blank() {}

    static @Nullable String toNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
