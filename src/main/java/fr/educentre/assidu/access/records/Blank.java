package fr.educentre.assidu.access.records;

import org.jspecify.annotations.Nullable;

/** Columns that hold nothing hold null, as lists write them. */
public final class Blank {

    private Blank() {}

    public static @Nullable String toNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
