package fr.educentre.assidu.sources.signatures;

import java.util.Optional;
import java.util.UUID;

/** Identifiers that come back from a partner. */
public final class PartnerIdentifiers {

    private PartnerIdentifiers() {}

    /** Empty for what is no UUID in its usual form. */
    public static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
