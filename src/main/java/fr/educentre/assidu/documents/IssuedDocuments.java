package fr.educentre.assidu.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.PageOf;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents issued, for other modules. */
public interface IssuedDocuments {

    /** Newest first. */
    List<IssuedView> ofLearner(UUID learnerId);

    /** Those the caller may see, newest first. */
    PageOf<IssuedView> visible(Query query, int page, int size);

    /** One, with its lines; the caller checked that it may be seen. */
    Optional<IssuedDocument> find(UUID id);

    /** Numbers of the sheets in force, by session. */
    Map<UUID, String> sheetsInForce(Collection<UUID> sessionIds);

    /** The bytes as issued; the caller checked that they may be seen. */
    Optional<DocumentFile> file(UUID id);

    /** What a document with that code says, value by value, and whether it still stands. For anyone who holds the code. */
    Optional<Verified> verify(String code);

    /**
     * Which; open where null.
     *
     * @param state {@code VALID}, {@code REPLACED} or {@code CANCELLED}
     */
    record Query(
            @Nullable DocumentKind kind,
            @Nullable UUID learnerId,
            @Nullable UUID groupId,
            @Nullable String state) {

        public static final Query ALL = new Query(null, null, null, null);

        public static Query ofLearner(@Nullable UUID learnerId) {
            return new Query(null, learnerId, null, null);
        }
    }

    /** @param issuedByReading issued before issuing was an act: it stays as it is */
    record IssuedView(
            UUID id,
            String kind,
            String number,
            String title,
            String code,
            String state,
            Instant issuedAt,
            boolean issuedByReading) {}

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

        /**
         * When it was issued, and by whom.
         *
         * @param endedAt when it was replaced or cancelled; null also for one replaced before that was noted
         */
        public record Issue(
                Instant issuedAt, String issuedBy, @Nullable Instant endedAt) {}
    }
}
