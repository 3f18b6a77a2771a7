package fr.educentre.assidu.documents;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The certificates of a whole group, issued in the background. Each is issued as if asked for alone. */
public interface CertificateBatches {

    /**
     * Starts, unless the caller's batch for that group is running. Checks whose the group is.
     *
     * @param replaceReason why certificates whose hours have changed are replaced; empty to replace none
     */
    Batch start(UUID groupId, String replaceReason);

    /** The caller's latest batch for the group. */
    Optional<Batch> latest(UUID groupId);

    /**
     * @param total certificates to make
     * @param zip the files, once finished
     */
    record Batch(
            UUID groupId,
            int total,
            int made,
            int failed,
            @Nullable Path zip) {

        public boolean finished() {
            return zip != null;
        }
    }
}
