package fr.educentre.assidu.shell.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The key of what a call makes: the same one when the call is repeated, so that it is made once. */
public final class RepeatedCalls {

    private RepeatedCalls() {}

    /** @param idempotencyKey the caller's; without one each call makes another thing */
    public static UUID id(@Nullable String idempotencyKey, Principal caller) {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            return UuidVersion7Strategy.INSTANCE.generateUuid(null);
        }
        String path =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return UUID.nameUUIDFromBytes(
                (caller.getName() + '\n' + path + '\n' + idempotencyKey).getBytes(StandardCharsets.UTF_8));
    }
}
