package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Permissions an access token carries: a JWT lists them; it is ours, so nothing is to be verified. */
final class TokenPermissions {

    private TokenPermissions() {}

    /** Empty where the token lists none. */
    static Optional<Set<String>> of(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return LenientJson.readObject(Base64.getUrlDecoder().decode(parts[1]))
                    .map(claims -> {
                        Set<String> roles = new LinkedHashSet<>();
                        GraphProtocol.JSON.items(claims, "roles").forEach(role -> roles.add(role.asString("")));
                        return roles;
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
