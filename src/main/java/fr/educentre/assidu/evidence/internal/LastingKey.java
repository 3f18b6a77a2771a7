package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.NewTrace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a participant's key stays the same person's from one meeting to the next: an identifier, an account or an
 * address that the source vouches for. A name shown never is, not even one that looks like an address.
 */
final class LastingKey {

    private LastingKey() {}

    static boolean of(NewTrace trace) {
        return of(trace.personKey(), trace.issuedId(), trace.personEmail(), trace.personName());
    }

    static boolean of(String personKey, @Nullable String issuedId, @Nullable String email, @Nullable String name) {
        String key = Cleaned.required(personKey).toLowerCase(Locale.ROOT);
        if (email != null && key.equals(email.strip().toLowerCase(Locale.ROOT))) {
            return true;
        }
        return issuedId != null && !issuedId.isBlank() && !isName(key, name);
    }

    private static boolean isName(String key, @Nullable String name) {
        return name != null
                && (key.equals(name.strip().toLowerCase(Locale.ROOT))
                        || (!FoldedName.of(key).words().isEmpty()
                                && !key.matches(".*\\d.*")
                                && FoldedName.of(key).equals(FoldedName.of(name))));
    }
}
