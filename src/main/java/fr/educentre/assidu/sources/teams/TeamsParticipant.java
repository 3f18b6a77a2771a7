package fr.educentre.assidu.sources.teams;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Someone in a meeting. @param entraId null for a guest without an account and for a telephone */
record TeamsParticipant(
        @Nullable String entraId,
        @Nullable String email,
        @Nullable String name) {

    private static final int LONGEST = 200;
    private static final List<String> ADDRESSES = List.of("email", "emailAddress", "mail", "userPrincipalName");

    /** The same person's in notifications and reports. */
    String key() {
        if (entraId != null) {
            return entraId;
        }
        return email != null ? email : folded(name == null ? "?" : name);
    }

    static Optional<TeamsParticipant> of(@Nullable String entraId, @Nullable String email, @Nullable String name) {
        var person = new TeamsParticipant(cut(entraId), address(email), cut(name));
        return person.entraId == null && person.email == null && person.name == null
                ? Optional.empty()
                : Optional.of(person);
    }

    /**
     * Of a set of identities: a user first, then any other (guest, telephone, Azure communication user). Empty for
     * an application, which is nobody, and where there is no name.
     */
    static Optional<TeamsParticipant> ofIdentities(JsonNode identities) {
        JsonNode user = GraphProtocol.JSON.child(identities, "user");
        if (user.isObject()) {
            return of(GraphProtocol.JSON.text(user, "id"), address(user), GraphProtocol.JSON.text(user, "displayName"));
        }
        for (Map.Entry<String, JsonNode> entry : identities.properties()) {
            JsonNode identity = entry.getValue();
            if (identity.isObject() && !entry.getKey().toLowerCase(Locale.ROOT).startsWith("application")) {
                String name = GraphProtocol.JSON.text(identity, "displayName");
                return of(null, address(identity), name == null ? GraphProtocol.JSON.text(identity, "id") : name);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String address(JsonNode identity) {
        return ADDRESSES.stream()
                .map(name -> GraphProtocol.JSON.text(identity, name, ""))
                .filter(text -> text.contains("@"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String address(@Nullable String text) {
        String cut = cut(text);
        return cut != null && cut.indexOf('@') > 0 ? cut.toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST).strip() : clean;
        return cut.isEmpty() ? null : cut;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
