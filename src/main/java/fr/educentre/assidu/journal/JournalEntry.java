package fr.educentre.assidu.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as it stands in the database. Anything may be missing or changed there: that is what verification looks for. */
record JournalEntry(long seq, @Nullable Instant at, Content content, Link link) {

    /** What it tells; {@code before} and {@code after} as JSON. */
    record Content(
            @Nullable String actor,
            @Nullable String actorRole,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable String learnerId,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * What binds it to the entry before it.
     *
     * @param format what the hash is made of, see {@link EntryHashes}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Link(int format, byte @Nullable [] previous, byte @Nullable [] hash) {}
}
