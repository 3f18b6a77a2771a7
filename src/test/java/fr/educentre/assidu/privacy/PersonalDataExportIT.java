package fr.educentre.assidu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held about a learner is handed to them whole, and to nobody else. */
@AssiduIT
class PersonalDataExportIT {

    private static final Instant START = Instant.parse("2027-04-20T07:00:00Z");

    /** Lists of work to do, of which nothing outlasts the work. */
    private static final Set<String> OF_NOBODY = Set.of("alert_due", "alert_stale");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    Justifications justifications;

    @Autowired
    PersonalDataExport export;

    @Autowired
    List<PersonalDataHolder> holders;

    private SmallCentre centre;
    private UUID learner;

    @BeforeEach
    void somebody_with_a_past() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 2);
        learner = centre.learners.getFirst();
        UUID session = centre.session(START);
        background.leap(START.plusSeconds(300));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        centre.learners.forEach(
                one -> attendance.mark(session, one, new Mark(AttendanceStatus.ABSENT, null, null, "Appel", null)));
        background.leap(START.plus(Duration.ofHours(1)));
        calls.actAs("l-" + centre.code, Role.LEARNER, learner);
        justifications.submit(new Submission(
                learner,
                new Submission.Absence(List.of(session), null, null),
                new Submission.Reason("SUMMONS", "Au tribunal"),
                new Submission.Document(
                        "convocation.pdf", "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII), false),
                "Lou"));
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void the_archive_holds_a_file_of_each_module_and_what_was_brought() throws IOException {
        Map<String, String> archive = archive();
        assertThat(archive.keySet())
                .contains("lisez-moi.txt", "training.json", "attendance.json", "justification.json", "access.json");
        assertThat(archive.get("training.json")).contains("L-" + centre.code + "0", "I-" + centre.code + "0");
        assertThat(archive.get("attendance.json")).contains("ABSENT", "Atelier");
        assertThat(archive.get("justification.json")).contains("Au tribunal");
        assertThat(archive.get("access.json")).contains("l-" + centre.code).doesNotContain("password");
        assertThat(archive.keySet())
                .filteredOn(name -> name.startsWith("justification/"))
                .singleElement()
                .satisfies(name -> assertThat(archive.get(name)).startsWith("%PDF-1.4"));
    }

    @Test
    void nothing_of_another_learner_is_in_it() throws IOException {
        UUID other = centre.learners.get(1);
        assertThat(archive().values())
                .allSatisfy(file -> assertThat(file).doesNotContain(other.toString(), centre.email(1), "Apprenant1"));
    }

    @Test
    void nobody_takes_the_data_of_somebody_else() {
        UUID other = centre.learners.get(1);
        assertThatThrownBy(() -> export.values(other))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_YOURS));
        assertThat(get("l-" + centre.code, other).statusCode()).isEqualTo(403);
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertThat(get("t-" + centre.code, learner).statusCode()).isEqualTo(403);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, UUID.randomUUID());
        HttpResponse<String> answered = get("q-" + centre.code, learner);
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("\"training\"", "L-" + centre.code + "0");
    }

    @Test
    void that_it_was_handed_out_is_in_the_journal() throws IOException {
        archive();
        assertThat(sql.sql("select count(*) from journal_entry where learner_id = ? and action = 'privacy.handedOut'")
                        .param(learner)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void every_table_that_names_a_learner_is_read_by_some_module() {
        Set<String> statements = holders.stream()
                .map(holder -> source(holder.getClass().getName().replaceAll("\\$\\$.*", "")))
                .collect(Collectors.toSet());
        List<String> tables = sql.sql("""
                select distinct c.table_name from information_schema.columns c
                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                 where c.table_schema = 'public' and c.column_name = 'learner_id' and t.table_type = 'BASE TABLE'
                   and c.table_name !~ '(_default|_[0-9]{4}_?[0-9]{2})$'
                """).query(String.class).list();
        assertThat(tables)
                .hasSizeGreaterThan(12)
                .allSatisfy(table -> assertThat(OF_NOBODY.contains(table)
                                || table.equals("journal_entry")
                                || statements.stream()
                                        .anyMatch(text -> text.matches("(?s).*(from|join) " + table + "\\b.*")))
                        .as(table)
                        .isTrue());
    }

    private static String source(String type) {
        try {
            return java.nio.file.Files.readString(
                    java.nio.file.Path.of("src/main/java", type.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String account, UUID of) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/learners/" + of + "/personal-data"))
                .header("Authorization", calls.authorization(account))
                .build());
    }

    private Map<String, String> archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        export.write(learner, bytes);
        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
