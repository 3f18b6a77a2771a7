package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TableRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a sign-in sheet, by their English names or what French sheets call them.
 *
 * @param englishHalfDays the half-days stand under an English heading
 * @param asksWhoIsPresent the heading of the statuses names presence
 */
record SignInColumns(Map<Field, Integer> columns, boolean englishHalfDays, boolean asksWhoIsPresent) {

    private static final String HALF_DAY_IN_ENGLISH = "half day";

    private static final Set<String> WHO_IS_PRESENT = Set.of("presence", "present", "present ?", "attendance");

    enum Field {
        SESSION("session external id", "session id", "code seance", "id seance", "seance", "identifiant seance"),
        DATE("session date", "date", "date de la seance", "date seance", "jour"),
        START("start", "starts at", "start time", "debut", "heure de debut", "heure debut"),
        END("end", "ends at", "end time", "fin", "heure de fin", "heure fin"),
        HALF_DAY(HALF_DAY_IN_ENGLISH, "demi-journee", "demi journee", "periode"),
        LEARNER(
                "learner external id",
                "learner id",
                "external id",
                "identifiant",
                "identifiant apprenant",
                "id apprenant",
                "matricule",
                "code apprenant"),
        LAST_NAME(
                "last name", "nom", "nom de famille", "nom complet", "nom et prenom", "apprenant", "stagiaire", "name"),
        FIRST_NAME("first name", "prenom"),
        EMAIL("email", "e-mail", "mail", "courriel", "adresse e-mail", "adresse mail", "adresse electronique"),
        STATUS("status", "statut", "presence", "etat", "present", "present ?", "attendance"),
        SIGNED_AT(
                "signed at",
                "signe le",
                "signature le",
                "date de signature",
                "heure de signature",
                "signe a",
                "horodatage"),
        LATE_MINUTES("late minutes", "retard", "minutes de retard", "retard (min)", "retard (minutes)"),
        ARRIVAL("arrival", "arrived at", "arrivee", "heure d'arrivee"),
        LEFT_AT("left at", "depart", "heure de depart", "parti a", "departure"),
        SIGNATURE_REF("signature ref", "reference de signature", "reference signature"),
        SIGNER_ROLE("signer role", "role", "role du signataire", "signataire"),
        IP("ip", "adresse ip"),
        COMMENT("comment", "commentaire", "remarque", "observation", "observations");

        private final String key;
        private final Set<String> labels;

        Field(String... labels) {
            this.key = labels[0].replace(' ', '_');
            this.labels = Set.of(labels);
        }

        /** Its name in messages and mappings: {@code session_external_id}. */
        String key() {
            return key;
        }

        static Optional<Field> of(String key) {
            return Arrays.stream(values())
                    .filter(field -> field.key.equals(key))
                    .findFirst();
        }

        /** What a column of that heading usually holds. */
        static Optional<Field> headed(String heading) {
            String label = TableRow.label(heading);
            return Arrays.stream(values())
                    .filter(field -> field.labels.contains(label))
                    .findFirst();
        }
    }

    /** Empty when the row does not name people, and what is said of them. */
    static Optional<SignInColumns> of(TableRow row) {
        List<String> labels = row.labels();
        Map<Field, Integer> found = new EnumMap<>(Field.class);
        for (int i = 0; i < labels.size(); i++) {
            for (Field field : Field.values()) {
                if (field.labels.contains(labels.get(i))) {
                    found.putIfAbsent(field, i);
                }
            }
        }
        boolean people = found.containsKey(Field.LEARNER)
                || found.containsKey(Field.EMAIL)
                || found.containsKey(Field.LAST_NAME);
        boolean told = found.containsKey(Field.STATUS)
                || found.containsKey(Field.SIGNED_AT)
                || (found.containsKey(Field.ARRIVAL) && found.containsKey(Field.LEFT_AT));
        return people && told
                ? Optional.of(new SignInColumns(
                        found, labels.contains(HALF_DAY_IN_ENGLISH), asksWhoIsPresent(labels, found.get(Field.STATUS))))
                : Optional.empty();
    }

    private static boolean asksWhoIsPresent(List<String> labels, @Nullable Integer status) {
        return status != null && WHO_IS_PRESENT.contains(labels.get(status));
    }

    static boolean english(String halfDayHeading) {
        return TableRow.label(halfDayHeading).equals(HALF_DAY_IN_ENGLISH);
    }

    HalfDays halfDays(List<TableRow> rows) {
        return HalfDays.of(rows.stream().map(row -> cell(row, Field.HALF_DAY)), englishHalfDays);
    }

    /** Whether it says of people what no report of a meeting does. */
    boolean ofSheetOnly() {
        return Stream.of(Field.SESSION, Field.HALF_DAY, Field.LEARNER, Field.FIRST_NAME, Field.STATUS, Field.SIGNED_AT)
                .anyMatch(columns::containsKey);
    }

    String cell(TableRow row, Field field) {
        return row.cell(columns.getOrDefault(field, -1));
    }
}
