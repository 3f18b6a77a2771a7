package fr.educentre.assidu.shell;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people keep, as it is now.
 *
 * @param version counts its changes; given back with a change, it tells that nobody else made one meanwhile
 * @param <C> what is kept of it
 */
public record Versioned<C>(
        @Nullable UUID id,
        @Nullable Integer version,
        @JsonUnwrapped C content) {}
