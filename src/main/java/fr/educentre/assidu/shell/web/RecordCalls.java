package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Versioned;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What calls by which things are kept have in common. */
public final class RecordCalls {

    private RecordCalls() {}

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

    /** @throws InvalidContent where a change does not say which version it was made of */
    public static int version(Versioned<?> changed) {
        Integer version = changed.version();
        if (version == null) {
            throw new InvalidContent("version", "check.version");
        }
        return version;
    }

    /** 201, with the address of what was made. */
    public static <T> ResponseEntity<T> created(@Nullable UUID id, T body) {
        URI location = ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(String.valueOf(id))
                .build()
                .toUri();
        return ResponseEntity.created(location).body(body);
    }
}
