package fr.educentre.assidu.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payloads as received, kept before they are understood. */
public interface Deliveries {

    /** Versioned in a transaction of its own: what was received stays even if nothing can be made of it. */
    UUID receive(Received received);

    /** In the caller's transaction. */
    void processed(UUID deliveryId);

    /** In a transaction of its own. */
    void failed(UUID deliveryId, Wording problem);

    /** The same bytes from the same connector for the same session, already processed. */
    Optional<UUID> findSame(String connector, UUID sessionId, byte[] bytes);

    Optional<Delivery> find(UUID deliveryId);

    /** Those not understood yet, oldest first, for the caller's transaction alone: another one gets others. */
    List<Delivery> claimWaiting(String connector, int limit);

    /** As {@link #claimWaiting(String, int)}, of one that waits. */
    Optional<Delivery> claimWaiting(UUID deliveryId);

    /** In the caller's transaction. @param outcome what came of it */
    void processed(UUID deliveryId, Wording outcome);

    /** In the caller's transaction: stays visible until it is processed again. */
    void notUnderstood(UUID deliveryId, Wording problem);

    /** Waits again. False when it does not exist, or waits already. */
    boolean again(UUID deliveryId);

    /** All that failed wait again. @return how many */
    int allAgain(String connector);

    /** Connectors with something waiting. */
    List<String> connectorsWaiting();

    /** Newest first, without their bytes. */
    PageOf<Summary> search(@Nullable String connector, @Nullable State state, int page, int size);

    /** By connector, of the deliveries since that instant. */
    Map<String, Flow> flow(Instant since);

    /** RECEIVED waits to be understood. */
    enum State {
        RECEIVED,
        PROCESSED,
        FAILED
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Delivery(
            UUID id,
            String connector,
            Instant receivedAt,
            Map<String, String> headers,
            byte[] bytes,
            State state,
            int attempts) {}

    /** @param problem and outcome: in the reader's language */
    record Summary(
            UUID id,
            String connector,
            @JsonUnwrapped Receipt receipt,
            @JsonUnwrapped ReceivedContent content,
            State state,
            @JsonUnwrapped Processing processing) {

        /** When it came, and by whom. */
        public record Receipt(Instant receivedAt, String receivedBy) {}

        /** What came. */
        public record ReceivedContent(@Nullable String fileName, int size, String sha256) {}

        /** What became of it. */
        public record Processing(
                int attempts,
                @Nullable String problem,
                @Nullable String outcome) {}
    }

    /** @param lag the age of the oldest one that waits, null where none does */
    record Flow(
            long received,
            long failed,
            long waiting,
            @Nullable Instant lastReceivedAt,
            @Nullable Instant lastProcessedAt,
            @Nullable Duration lag) {}

    record Received(
            String connector,
            String receivedBy,
            @Nullable String fileName,
            @Nullable String mediaType,
            Map<String, String> headers,
            @Nullable UUID sessionId,
            byte[] bytes) {}
}
