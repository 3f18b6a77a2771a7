package fr.educentre.assidu.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.PageOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents issued, for other modules. */
public interface IssuedDocuments {

    /** Newest first. */
    List<IssuedView> ofLearner(UUID learnerId);

    /** Those the caller may see, newest first; of one learner when given. */
    PageOf<IssuedView> visible(@Nullable UUID learnerId, int page, int size);

    /** The bytes as issued; the caller checked that they may be seen. */
    Optional<IssuedFile> file(UUID id);

    /** What a document with that code says, value by value, and whether it still stands. For anyone who holds the code. */
    Optional<Verified> verify(String code);

    record IssuedView(UUID id, String kind, String number, String title, String code, String state, Instant issuedAt) {}

    /**
     * @param certified label to value, in the order of the document
     * @param replacedBy number of the document that replaced it
     */
    record Verified(
            @JsonUnwrapped VerifiedDocument document,
            String state,
            boolean valid,
            @JsonUnwrapped Issue issue,
            Map<String, String> certified,
            String sha256,
            @Nullable String replacedBy) {

        /** Which document. */
        public record VerifiedDocument(String kind, String number, int version) {}

        /** When it was issued, and by whom. */
        public record Issue(Instant issuedAt, String issuedBy) {}
    }
}
