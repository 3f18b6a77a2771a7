package fr.educentre.assidu.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payloads as received, kept before they are understood. */
public interface Deliveries {

    /** Kept in a transaction of its own: what was received stays even if nothing can be made of it. */
    UUID receive(Received received);

    /** In the caller's transaction. */
    void processed(UUID deliveryId);

    /** In a transaction of its own. */
    void failed(UUID deliveryId, String problem);

    /** The same bytes from the same connector for the same session, already processed. */
    Optional<UUID> findSame(String connector, @Nullable UUID sessionId, byte[] bytes);

    record Received(
            String connector,
            String receivedBy,
            @Nullable String fileName,
            @Nullable String mediaType,
            Map<String, String> headers,
            @Nullable UUID sessionId,
            byte[] bytes) {}
}
