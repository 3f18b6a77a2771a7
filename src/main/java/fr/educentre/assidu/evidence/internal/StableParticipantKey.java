package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.NewTrace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a participant's key stays the same person's from one meeting to the next: an identifier, an account or an
 * address that the source vouches for. A name shown never is, not even one that looks like an address.
 */
final class StableParticipantKey {

    private StableParticipantKey() {}

    static boolean of(NewTrace trace) {
        return of(
                trace.person().key(),
                trace.person().issuedId(),
                trace.person().email(),
                trace.person().name());
    }

    static boolean of(String personKey, @Nullable String issuedId, @Nullable String email, @Nullable String name) {
        String key = TextSanitizer.required(personKey).toLowerCase(Locale.ROOT);
        if (email != null && key.equals(email.strip().toLowerCase(Locale.ROOT))) {
            return true;
        }
        return issuedId != null && !issuedId.isBlank() && !isName(key, name);
    }

    private static boolean isName(String key, @Nullable String name) {
        return name != null
                && (key.equals(name.strip().toLowerCase(Locale.ROOT))
                        || (!NormalizedName.of(key).words().isEmpty()
                                && !key.matches(".*\\d.*")
                                && NormalizedName.of(key).equals(NormalizedName.of(name))));
    }
}
