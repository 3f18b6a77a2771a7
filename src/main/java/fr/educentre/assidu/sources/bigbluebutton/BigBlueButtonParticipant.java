package fr.educentre.assidu.sources.bigbluebutton;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a meeting.
 *
 * @param key who, in the source's words: the identifier of the link we made, else the address, else the folded name
 * @param issuedId an identifier that may be ours
 */
record BigBlueButtonParticipant(
        String key,
        @Nullable String issuedId,
        @Nullable String email,
        @Nullable String name) {

    private static final int LONGEST = 200;

    /** Who comes without an identifier gets one of the connection itself, which changes at each visit. */
    static boolean madeUp(String externalId, String internalId) {
        return externalId.isBlank()
                || externalId.startsWith("w_")
                || externalId.startsWith("v_")
                || externalId.equals(internalId);
    }

    static BigBlueButtonParticipant of(String externalId, String internalId, @Nullable String givenName) {
        String name = givenName == null || givenName.isBlank() ? null : shortened(givenName);
        String id = shortened(externalId);
        if (!madeUp(externalId, internalId)) {
            return id.indexOf('@') > 0
                    ? new BigBlueButtonParticipant(id.toLowerCase(Locale.ROOT), null, id.toLowerCase(Locale.ROOT), name)
                    : new BigBlueButtonParticipant(id, id, null, name);
        }
        return new BigBlueButtonParticipant(
                name == null ? shortened(externalId + internalId) : folded(name), null, null, name);
    }

    static BigBlueButtonParticipant ofMeeting() {
        return new BigBlueButtonParticipant("meeting", null, null, null);
    }

    private static String folded(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return shortened(folded);
    }

    /** Versioned in keys and shown on screens: one line, of a length to be read. */
    static String shortened(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST).strip() : clean;
        return cut.isEmpty() ? "?" : cut;
    }
}
