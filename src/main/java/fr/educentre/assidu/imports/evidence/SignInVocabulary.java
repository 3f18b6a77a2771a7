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
            Map.entry("pres", Status.PRESENT),
            Map.entry("present a distance", Status.PRESENT),
            Map.entry("presente a distance", Status.PRESENT),
            Map.entry("ret", Status.LATE),
            Map.entry("retard excuse", Status.LATE),
            Map.entry("retard justifie", Status.LATE),
            Map.entry("dep ant", Status.LEFT_EARLY),
            Map.entry("parti avant la fin", Status.LEFT_EARLY),
            Map.entry("partie avant la fin", Status.LEFT_EARLY),
            Map.entry("abs", Status.ABSENT),
            Map.entry("absence", Status.ABSENT),
            Map.entry("abs inj", Status.ABSENT),
            Map.entry("abs injustifiee", Status.ABSENT),
            Map.entry("absence injustifiee", Status.ABSENT),
            Map.entry("abs non exc", Status.ABSENT),
            Map.entry("abs non excusee", Status.ABSENT),
            Map.entry("absent non excuse", Status.ABSENT),
            Map.entry("absente non excusee", Status.ABSENT),
            Map.entry("absence non excusee", Status.ABSENT),
            Map.entry("absence non justifiee", Status.ABSENT),
            Map.entry("exc", Status.EXCUSED),
            Map.entry("abs exc", Status.EXCUSED),
            Map.entry("abs excusee", Status.EXCUSED),
            Map.entry("absente excusee", Status.EXCUSED),
            Map.entry("abs just", Status.EXCUSED),
            Map.entry("abs justifiee", Status.EXCUSED),
            Map.entry("absent justifie", Status.EXCUSED),
            Map.entry("absente justifiee", Status.EXCUSED),
            Map.entry("absence justifiee", Status.EXCUSED));

    private static final Pattern BOTH_GENDERS = Pattern.compile("\\(e\\)|[\u00B7\u2022./-]e(?![a-z])");

    private SignInVocabulary() {}

    /**
     * Null for a word that no sheet we know uses, or that sheets use for different things ({@code D}, and {@code X} and {@code E}, of which {@link SignInStatuses} knows more); {@code Présent(e)},
     * {@code Absent·e} and {@code Abs. exc.} are read like the others.
     */
    static @Nullable Status status(String cell) {
        String label = BOTH_GENDERS.matcher(TableRow.label(cell)).replaceAll("");
        return STATUSES.get(label.replace(".", " ").replaceAll("[\\s-]+", " ").strip());
    }

    static boolean trainer(String cell) {
        String label = TableRow.label(cell);
        return label.contains("trainer") || label.contains("formateur") || label.contains("formatrice");
    }
}
