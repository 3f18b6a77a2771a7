package fr.educentre.assidu.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.evidence.Evidences;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of presence dropped on a session: Zoom, Teams, BigBlueButton, sign-in sheets. Recognised by content. */
public interface EvidenceFiles {

    /** Largest file taken, in bytes. */
    int MAX_BYTES = 20 * 1024 * 1024;

    /**
     * Keeps the file as received, reads it, records and matches its traces, has the verdicts decided. The same file again
     * changes nothing and answers the same lists.
     *
     * @param zone of the times written in the file; the site's when null
     * @param dryRun everything is worked out and nothing is kept
     * @throws fr.educentre.assidu.shell.Refusal ROLE, NOT_FOUND, NOT_YOURS; TOO_LARGE; INVALID when nothing can be made of
     *     the file, it names another meeting, or nothing in it overlaps the session's slot
     */
    Report drop(UUID sessionId, String fileName, byte[] bytes, @Nullable ZoneId zone, boolean dryRun);

    /**
     * What became of a file.
     *
     * @param format the layout recognised, e.g. {@code zoom-participants}
     * @param recorded traces that are new
     * @param alreadyKnown traces that were there
     */
    record Report(
            String source,
            String format,
            long recorded,
            long alreadyKnown,
            List<Matched> matched,
            List<Proposed> proposed,
            List<Unmatched> unmatched,
            @JsonUnwrapped Lines lines) {

        /**
         * @param incomplete people who were there, of whose stay a line does not tell all: what is certain counts, the rest
         *     is awaited
         * @param ignored lines of which nothing was made
         * @param remarks what else there is to say of the whole file, in the reader's language
         */
        public record Lines(List<Incomplete> incomplete, List<Ignored> ignored, List<String> remarks) {}
    }

    /** @param by {@code ISSUED_ID}, {@code EMAIL}, {@code CONFIRMED}, {@code ALIAS} */
    record Matched(String participant, UUID learnerId, String by) {}

    /** @param id of the proposal, to confirm or dismiss it */
    record Proposed(UUID id, String participant, List<Evidences.Candidate> candidates) {}

    record Unmatched(UUID id, String participant, String why) {}

    /** @param line from 1, null where the file has no lines */
    record Incomplete(@Nullable Integer line, String participant, String why) {}

    /** @param line from 1, null where the file has no lines */
    record Ignored(@Nullable Integer line, String why) {}
}
