package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read in a file. */
sealed interface EvidenceFileContent {

    /** @param key of the text that says why, with its arguments */
    record NotUnderstood(String key, List<Object> arguments) implements EvidenceFileContent {

        static NotUnderstood because(String key, Object... arguments) {
            return new NotUnderstood("refusal.evidenceFile." + key, List.of(arguments));
        }
    }

    /**
     * @param meetingId the meeting the file names
     * @param reach the stretch of time that the file tells of, null where it does not say
     * @param sheet statuses or signatures given by people: says nothing of those it does not name
     */
    record Understood(
            EvidenceSource source,
            String format,
            @Nullable String meetingId,
            List<Sighting> sightings,
            List<Skipped> skipped,
            @Nullable Reach reach,
            boolean sheet)
            implements EvidenceFileContent {

        /** The last instant the file tells of. */
        @Nullable
        Instant reaches() {
            return reach == null ? null : reach.to();
        }
    }

    /** From the first to the last instant told. */
    record Reach(Instant from, Instant to) {}

    /** Someone seen, at a line of the file (0 where it has no lines). */
    record Sighting(
            int line,
            Person person,
            TraceKind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            Map<String, Object> payload) {

        /** In the payload of someone whom a line names, where nothing of what it says was taken. */
        static final String UNCLEAR = "unclear";

        boolean unclear() {
            return payload.containsKey(UNCLEAR);
        }
    }

    /** A line not recorded. @param why end of the text's key; @param cell what stands there, empty where that says nothing */
    record Skipped(int line, String why, String cell) {

        Skipped(int line, String why) {
            this(line, why, "");
        }
    }

    /** @param issuedId an identifier that may be ours */
    record Person(
            @Nullable String issuedId,
            @Nullable String email,
            @Nullable String name) {

        static Person of(@Nullable String issuedId, @Nullable String email, @Nullable String name) {
            return new Person(filled(issuedId), mail(email), filled(name));
        }

        boolean known() {
            return issuedId != null || email != null || name != null;
        }

        String key() {
            if (issuedId != null) {
                return issuedId;
            }
            return email != null ? email : folded(name == null ? "" : name);
        }

        String shown() {
            return name != null ? name : key();
        }

        private static @Nullable String filled(@Nullable String text) {
            String seen = text == null ? "" : WrittenText.line(text);
            return seen.isEmpty() || seen.equals("-") ? null : seen;
        }

        private static @Nullable String mail(@Nullable String text) {
            return text != null && text.indexOf('@') > 0 ? WrittenAddress.folded(text) : null;
        }

        private static String folded(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
