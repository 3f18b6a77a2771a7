package fr.educentre.assidu.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.imports.RosterImport.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of a list or a calendar.
 */
public record ImportInfo(
        UUID id,
        @JsonUnwrapped SourceFile file,
        State state,
        @JsonUnwrapped ImportRequest request,
        @JsonUnwrapped LineProgress progress,
        @JsonUnwrapped ImportResult result,
        @JsonUnwrapped Undo undo) {

    /**
     * What was brought.
     *
     * @param kind {@code learners}, {@code groups} or {@code sessions}; null until the file is read
     * @param sha256 of the file, in hexadecimal
     */
    public record SourceFile(Source source, @Nullable String kind, String fileName, String sha256) {}

    /** Who asked for it, and when. */
    public record ImportRequest(
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    /**
     * How far it is.
     *
     * @param doneLines how far it is
     */
    public record LineProgress(int doneLines, int totalLines) {}

    /**
     * What came of it.
     *
     * @param problem why the whole was refused, in the reader's language
     */
    public record ImportResult(
            int created,
            int updated,
            int unchanged,
            List<Rejected> rejected,
            @Nullable String problem) {}

    /** Who took it back, and when. */
    public record Undo(@Nullable Instant undoneAt, @Nullable String undoneBy) {}

    /** Where it came from. */
    public enum Source {
        ROSTER,
        CALENDAR_FILE,
        CALENDAR_FEED
    }

    /** What became of it. */
    public enum State {
        /** To be applied by a job, or being applied. */
        WAITING,
        APPLIED,
        /** A line has to be corrected; nothing was written. */
        REJECTED,
        /** The file could not be read; nothing was written. */
        FAILED,
        UNDONE
    }

    /** Whether it changed something that can be taken back, if nothing was built on it. */
    public boolean undoable() {
        return state == State.APPLIED && result.created() + result.updated() > 0;
    }
}
