package fr.educentre.assidu.sources;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.imports.evidence.SheetMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of sign-in partners, of any number of sessions, and what their columns mean. */
public interface SignatureFiles {

    /** Largest file taken, in bytes. */
    int MAX_BYTES = 20 * 1024 * 1024;

    /** Partners that are set up, named, or whose files were explained. */
    List<String> partners();

    /**
     * Stores the file as received and records its lines, each for its session; lines that cannot be read are
     * named and hold up no other. The same file again changes nothing.
     *
     * @param mapping of its columns where it is not saved yet; null for what is known already
     * @param dryRun everything is worked out and nothing is stored
     * @throws fr.educentre.assidu.shell.Refusal ROLE; TOO_LARGE; INVALID when the name is no partner's, or the headings
     *     are unknown
     */
    Report take(String partner, String fileName, byte[] bytes, @Nullable SheetMapping mapping, boolean dryRun);

    /** The mappings of a partner, last saved first. */
    List<SavedMapping> mappings(String partner);

    /**
     * Remembers what the columns mean, for every file of the partner with these headings.
     *
     * @throws fr.educentre.assidu.shell.Refusal ROLE; INVALID, naming what is to be corrected
     */
    void save(String partner, SheetMapping mapping);

    /** What is known of these headings: saved for the partner, or usual words; never more than a proposal. */
    Proposal propose(String partner, List<String> headings);

    /** @param partner whose files; @param savedBy who explained them */
    record SavedMapping(String partner, SheetMapping mapping, String savedBy, Instant savedAt) {}

    /**
     * @param known saved by a person before
     * @param unverified columns filled in from what such exports are likely to be called, no export having been seen
     */
    record Proposal(SheetMapping mapping, boolean known, boolean unverified) {

        public Optional<String> heading(String field) {
            return Optional.ofNullable(mapping.columns().get(field));
        }
    }

    /**
     * What became of a file.
     *
     * @param problems lines to mend, in their order
     */
    record Report(
            String partner,
            boolean dryRun,
            @JsonUnwrapped TraceCounts counts,
            List<OfSession> sessions,
            List<Matched> matched,
            List<Proposed> proposed,
            List<Unmatched> unmatched,
            List<Problem> problems) {

        /**
         * How many signatures.
         *
         * @param recorded traces that are new; @param alreadyKnown traces that were there
         */
        public record TraceCounts(long recorded, long alreadyKnown) {}
    }

    /** @param complete its sheet lists everybody expected: statuses are final */
    record OfSession(UUID sessionId, String externalId, String title, int traces, boolean complete) {}

    record Matched(UUID sessionId, String participant, UUID learnerId, String by) {}

    record Proposed(UUID id, UUID sessionId, String participant, List<Evidences.Candidate> candidates) {}

    record Unmatched(UUID id, UUID sessionId, String participant, String why) {}

    /** @param field the column, in our names; @param problem what is wrong and what to do */
    record Problem(int row, String field, String problem) {}
}
