package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TableRow;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of sign-in sheets, English and French. */
final class SignInVocabulary {

    enum Status {
        PRESENT,
        LATE,
        LEFT_EARLY,
        ABSENT,
        EXCUSED
    }

    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("present", Status.PRESENT),
            Map.entry("presente", Status.PRESENT),
            Map.entry("p", Status.PRESENT),
            Map.entry("oui", Status.PRESENT),
            Map.entry("yes", Status.PRESENT),
            Map.entry("x", Status.PRESENT),
            Map.entry("1", Status.PRESENT),
            Map.entry("signe", Status.PRESENT),
            Map.entry("signed", Status.PRESENT),
            Map.entry("signature electronique", Status.PRESENT),
            Map.entry("true", Status.PRESENT),
            Map.entry("vrai", Status.PRESENT),
            Map.entry("false", Status.ABSENT),
            Map.entry("faux", Status.ABSENT),
            Map.entry("absent", Status.ABSENT),
            Map.entry("absente", Status.ABSENT),
            Map.entry("a", Status.ABSENT),
            Map.entry("non", Status.ABSENT),
            Map.entry("no", Status.ABSENT),
            Map.entry("0", Status.ABSENT),
            Map.entry("late", Status.LATE),
            Map.entry("retard", Status.LATE),
            Map.entry("en retard", Status.LATE),
            Map.entry("r", Status.LATE),
            Map.entry("left early", Status.LEFT_EARLY),
            Map.entry("depart anticipe", Status.LEFT_EARLY),
            Map.entry("parti", Status.LEFT_EARLY),
            Map.entry("excused", Status.EXCUSED),
            Map.entry("excuse", Status.EXCUSED),
            Map.entry("excusee", Status.EXCUSED),
            Map.entry("absence excusee", Status.EXCUSED),
            Map.entry("absent excuse", Status.EXCUSED),
            Map.entry("e", Status.EXCUSED));

    private static final Map<String, Boolean> MORNINGS = Map.of(
            "am",
            true,
            "matin",
            true,
            "morning",
            true,
            "pm",
            false,
            "apres-midi",
            false,
            "apres midi",
            false,
            "afternoon",
            false);

    private static final Pattern BOTH_GENDERS = Pattern.compile("\\(e\\)|[\u00B7\u2022.]e(?![a-z])");

    private SignInVocabulary() {}

    /** Null for a word that no sheet we know uses; {@code Présent(e)} and {@code Absent·e} are read like the others. */
    static @Nullable Status status(String cell) {
        String label = TableRow.label(cell);
        Status status = STATUSES.get(label);
        return status != null
                ? status
                : STATUSES.get(BOTH_GENDERS.matcher(label).replaceAll(""));
    }

    /** True for the morning, false for the afternoon, null when the cell does not say. */
    static @Nullable Boolean morning(String cell) {
        return MORNINGS.get(TableRow.label(cell));
    }

    static boolean trainer(String cell) {
        String label = TableRow.label(cell);
        return label.contains("trainer") || label.contains("formateur") || label.contains("formatrice");
    }
}
