package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.sources.core.LenientJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A course of Edusign.
 *
 * @param apiId the identifier we gave it, to find our session
 * @param start as written, the zone not yet decided
 * @param needsSignatures a sheet where a learner who did not sign was not there
 * @param trainerSignature null while the trainer has not signed; {@code trainerSignedAt} where it has a time
 */
record EdusignCourse(
        String id,
        @Nullable String apiId,
        @Nullable Instant start,
        boolean locked,
        boolean needsSignatures,
        @Nullable String trainerSignature,
        @Nullable Instant trainerSignedAt,
        List<Student> students) {

    private static final int MOST_STUDENTS = 2000;
    private static final int LONGEST = 200;
    private static final int MOST_MINUTES = 24 * 60;

    /**
     * A line of the sheet.
     *
     * @param present the flag {@code state}
     * @param delay minutes late, 0 where there is none
     */
    record Student(
            Identity identity,
            boolean present,
            Signing signing,
            int delay,
            @Nullable String absenceId,
            boolean excluded) {

        /** Who, as the partner knows them. */
        record Identity(
                String id,
                @Nullable String apiId,
                @Nullable String email,
                @Nullable String name) {}

        /**
         * What they signed.
         *
         * @param signature image or its address
         */
        record Signing(@Nullable Instant signedAt, @Nullable String signature) {}

        boolean named() {
            return identity.apiId() != null || identity.email() != null;
        }

        Student as(EdusignStudentStore.Identity known) {
            return new Student(
                    new Student.Identity(
                            identity.id(),
                            identity.apiId() == null ? known.apiId() : identity.apiId(),
                            identity.email() == null ? known.email() : identity.email(),
                            identity.name() == null ? known.name() : identity.name()),
                    present,
                    signing,
                    delay,
                    absenceId,
                    excluded);
        }

        /** Who, in the words that stay the same from one course to the next. */
        String key() {
            if (identity.apiId() != null) {
                return identity.apiId();
            }
            return identity.email() == null ? "edusign:" + identity.id() : identity.email();
        }
    }

    static Optional<EdusignCourse> of(JsonNode root) {
        return EdusignCourseFinder.course(root).map(EdusignCourse::read);
    }

    private static EdusignCourse read(JsonNode node) {
        List<Student> students = new ArrayList<>();
        for (JsonNode one : node.path("STUDENTS")) {
            String id = first(one, "studentId", "STUDENT_ID", "ID", "_id");
            if (id != null && students.size() < MOST_STUDENTS) {
                students.add(student(id, one));
            }
        }
        JsonNode professor = node.path("PROFESSOR");
        return new EdusignCourse(
                cut(EdusignCourseFinder.id(node).orElse("")),
                cutOrNull(EdusignProtocol.JSON.text(node, "API_ID")),
                EdusignProtocol.JSON.instant(node, "START"),
                EdusignProtocol.JSON.flag(node, "LOCKED"),
                EdusignProtocol.JSON.flag(node, "NEED_STUDENTS_SIGNATURE"),
                Stream.of(
                                first(node, "PROFESSOR_SIGNATURE", "PROFESSOR_SIGNATURE_2", "PROFESSOR_2_SIGNATURE"),
                                first(professor, "signature", "SIGNATURE"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Stream.of(
                                first(node, "PROFESSOR_SIGNATURE_DATE", "PROFESSOR_SIGNATURE_TIMESTAMP"),
                                first(professor, "timestamp", "TIMESTAMP"))
                        .map(LenientJson::instant)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                List.copyOf(students));
    }

    private static Student student(String id, JsonNode one) {
        String email = first(one, "EMAIL", "email");
        String name = Stream.of(first(one, "FIRSTNAME", "firstname"), first(one, "LASTNAME", "lastname"))
                .filter(Objects::nonNull)
                .reduce((first, last) -> first + " " + last)
                .orElse(null);
        return new Student(
                new Student.Identity(
                        cut(id),
                        cutOrNull(first(one, "API_ID", "apiId")),
                        email != null && email.indexOf('@') > 0 ? cut(WrittenAddress.folded(email)) : null,
                        cutOrNull(name)),
                EdusignProtocol.JSON.flag(one, "state"),
                new Student.Signing(
                        LenientJson.instant(first(one, "timestamp", "SIGNATURE_DATE")), first(one, "signature")),
                minutes(first(one, "delay", "DELAY")),
                cutOrNull(first(one, "absenceId", "ABSENCE_ID")),
                EdusignProtocol.JSON.flag(one, "excluded"));
    }

    private static int minutes(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,4}(\\.\\d{1,6})?")) {
            return 0;
        }
        int minutes = (int) Double.parseDouble(text);
        return minutes > MOST_MINUTES ? 0 : minutes;
    }

    private static @Nullable String first(JsonNode node, String... names) {
        return EdusignProtocol.JSON.first(node, names);
    }

    private static @Nullable String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
