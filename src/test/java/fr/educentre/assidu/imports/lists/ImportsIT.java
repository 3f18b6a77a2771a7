package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.RosterImport.ColumnChoice;
import fr.educentre.assidu.imports.RosterImport.Upload;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class ImportsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ImportsIT.class);

    @Autowired
    RosterImport roster;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    Texts texts;

    @Autowired
    DataSource dataSource;

    private SmallCentre centre;
    private String code;

    @BeforeEach
    void centre() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        code = centre.code;
        calls.actAs("qualite-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void columns_of_any_title_are_suggested_chosen_and_remembered() {
        String file = "Réf " + code + ";Nom de l'apprenant;Prénom usuel;E-mail pro;Couleur\nM-" + code + ";Roy;Zoé;zoe-"
                + code + "@ro.example;bleu\n";
        var preview = roster.preview(upload(file, Map.of()));
        assertThat(preview.columns())
                .extracting(ColumnChoice::column)
                .containsExactly("", "LAST_NAME", "FIRST_NAME", "EMAIL", "");
        assertThat(preview.kind()).isEqualTo("learners");
        assertThat(preview.rows().getFirst()).contains("Roy", "bleu");
        assertThat(preview.remembered()).isFalse();

        Map<String, String> mapping = Map.of(
                "Réf " + code,
                "EXTERNAL_ID",
                "Nom de l'apprenant",
                "LAST_NAME",
                "Prénom usuel",
                "FIRST_NAME",
                "E-mail pro",
                "",
                "Couleur",
                "");
        assertThat(roster.run(upload(file, mapping), false).created()).isEqualTo(1);
        assertThat(text("select coalesce(email, 'none') from learner where external_id = 'M-" + code + "'"))
                .isEqualTo("none");

        String next = file.replace("M-" + code, "N-" + code);
        assertThat(roster.preview(upload(next, Map.of())).remembered()).isTrue();
        assertThat(roster.run(upload(next, Map.of()), false).created()).isEqualTo(1);
    }

    @Test
    void a_mapping_that_does_not_fit_is_refused() {
        String file = learners(1);
        assertThatThrownBy(() -> roster.run(upload(file, Map.of("nom", "POINTURE")), true))
                .hasMessageContaining("refusal.roster.mapping.column");
        assertThatThrownBy(() -> roster.run(upload(file, Map.of("inconnu", "EMAIL")), true))
                .hasMessageContaining("refusal.roster.mapping.title");
        assertThatThrownBy(() -> roster.run(upload(file, Map.of("nom", "EMAIL", "prénom", "EMAIL")), true))
                .hasMessageContaining("refusal.roster.mapping.twice");
    }

    @Test
    void an_import_is_kept_with_its_counts_and_a_dry_run_is_not() {
        long before = imports.list(0, 1).totalElements();
        assertThat(roster.run(upload(learners(2), Map.of()), true).importId()).isNull();
        assertThat(imports.list(0, 1).totalElements()).isEqualTo(before);
        UUID id = roster.run(upload(learners(2), Map.of()), false).importId();
        ImportInfo info = imports.get(id);
        assertThat(info.state()).isEqualTo(State.APPLIED);
        assertThat(info.result().created()).isEqualTo(2);
        assertThat(info.file().fileName()).isEqualTo("liste.csv");
        assertThat(info.request().requestedBy()).isEqualTo("qualite-" + code);
        assertThat(info.file().sha256()).hasSize(64);
        assertThat(imports.list(0, 1).items()).extracting(ImportInfo::id).containsExactly(id);

        var rejected = roster.run(upload(learners(1) + "X;;;G-nulle\n", Map.of()), false);
        assertThat(rejected.applied()).isFalse();
        assertThat(imports.get(rejected.importId()).state()).isEqualTo(State.REJECTED);
        assertThat(imports.get(rejected.importId()).result().rejected()).isNotEmpty();
    }

    @Test
    void why_a_line_was_rejected_is_read_in_the_readers_language_and_an_old_sentence_as_it_was_written() {
        UUID told = roster.run(
                        upload("identifiant;nom;prénom;groupe;heures\nX;Roy;Zoé;G-nulle;beaucoup\n", Map.of()), false)
                .importId();
        assertThat(get("/api/v1/imports/" + told, "fr").body())
                .contains(
                        "\"problem\":\"Le groupe «\u00a0G-nulle\u00a0» est inconnu\u00a0: importez-le d’abord ou corrigez son code.\"")
                .contains("«\u00a0beaucoup\u00a0» n’est pas un nombre d’heures");
        assertThat(get("/api/v1/imports/" + told, "en").body())
                .contains("\"line\":2,\"column\":\"groupe\",\"problem\":\"The group \\\"G-nulle\\\" is unknown")
                .doesNotContain("est inconnu", "training.roster");
        assertThat(post(
                                "/api/v1/imports/roster",
                                "identifiant;nom;prénom;groupe\nX;Roy;Zoé;G-nulle\n",
                                Map.of("dryRun", "true"))
                        .body())
                .contains("\"problem\":\"Le groupe «\u00a0G-nulle\u00a0» est inconnu");

        sql.sql("update list_import set rejected = ?::jsonb where id = ?")
                .params("[{\"line\":2,\"column\":\"groupe\",\"problem\":\"Le groupe G-nulle est inconnu.\"}]", told)
                .update();
        assertThat(get("/api/v1/imports/" + told, "en").body())
                .contains("{\"line\":2,\"column\":\"groupe\",\"problem\":\"Le groupe G-nulle est inconnu.\"}");
    }

    @Test
    void undoing_removes_what_was_created_and_restores_what_was_changed() {
        String before = picture();
        String titles = "identifiant;nom;prénom;groupe;heures;employeur;nom responsable;prénom responsable\n";
        UUID id = roster.run(
                        upload(
                                titles + "L-" + code + "0;Changé;Lou;G-" + code + ";99;Neuf " + code + ";Roy;Max\nU-"
                                        + code + ";Roy;Zoé;G-" + code + ";35;;Roy;Léa\n",
                                Map.of()),
                        false)
                .importId();
        assertThat(picture()).isNotEqualTo(before);
        assertThat(imports.undo(id).state()).isEqualTo(State.UNDONE);
        assertThat(picture()).isEqualTo(before);
        assertThat(text("select count(*)::text from journal_entry where action = 'roster.undone' and subject_id = '"
                        + id + "'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> imports.undo(id)).hasMessageContaining("refusal.import.undone");
    }

    @Test
    void sessions_with_their_breaks_are_undone_too() {
        UUID first = roster.run(upload(sessions(3, "12:00"), Map.of()), false).importId();
        UUID second = roster.run(upload(sessions(4, "12:15"), Map.of()), false).importId();
        assertThatThrownBy(() -> imports.undo(first)).hasMessageContaining("refusal.import.changed");
        imports.undo(second);
        assertThat(text(
                        "select string_agg(to_char(ends_at at time zone 'Europe/Paris', 'HH24:MI') || ' ' || (select count(*)"
                                + " from session_break b where b.session_id = s.id), ',') from training_session s"
                                + " where external_id like 'S-" + code + "-%'"))
                .isEqualTo("12:00 1,12:00 1,12:00 1");
        imports.undo(first);
        assertThat(text("select count(*)::text from training_session where external_id like 'S-" + code + "-%'"))
                .isEqualTo("0");
    }

    @Test
    void what_something_was_built_on_stays_and_is_named() {
        UUID id = roster.run(upload(learners(1), Map.of()), false).importId();
        UUID learner = sql.sql("select id from learner where external_id = ?")
                .param("D-" + code + "-0")
                .query(UUID.class)
                .single();
        calls.account("apprenant-" + code, Role.LEARNER, learner);
        assertThatThrownBy(() -> imports.undo(id)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("refusal.import.built");
            assertThat(refusal.arguments()).containsExactly("comptes (1)");
        });
        assertThat(imports.get(id).state()).isEqualTo(State.APPLIED);

        sql.sql("delete from account where person_id = ?").param(learner).update();
        sql.sql("update learner set phone = '0600000000' where id = ?")
                .param(learner)
                .update();
        assertThatThrownBy(() -> imports.undo(id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("apprenants (1)"));
    }

    @Test
    void everything_that_can_be_built_on_an_import_has_a_name() {
        var tables = sql.sql("""
                        select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                          left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
                           and f.confrelid::regclass::text in ('learner', 'learner_group', 'training_session', 'enrolment',
                               'funding', 'employer', 'guardian', 'group_membership')
                         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                           and a.atttypid = 'uuid'::regtype and c.relname not in ('journal_entry', 'list_import_change', 'alert_due', 'alert_stale')
                           and (f.oid is not null or a.attname in ('learner_id', 'session_id', 'group_id', 'enrolment_id',
                                'person_id'))
                        """).query(String.class).list();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(texts.get("training.undo." + table, 1))
                        .as(table)
                        .doesNotStartWith("training.undo."));
    }

    @Test
    void five_thousand_participants_and_two_hundred_sessions_are_imported_in_the_background() {
        long begun = System.nanoTime();
        ImportInfo people = roster.start(upload(learners(5000), Map.of()));
        assertThat(people.state()).isEqualTo(State.WAITING);
        done(people.id());
        long between = System.nanoTime();
        ImportInfo sessions = roster.start(upload(sessions(200, "12:00"), Map.of()));
        done(sessions.id());
        LOG.info(
                "5000 participants in {} ms, 200 sessions in {} ms",
                (between - begun) / 1_000_000,
                (System.nanoTime() - between) / 1_000_000);
        assertThat(imports.get(people.id()).result().created()).isEqualTo(5000);
        assertThat(imports.get(people.id()).progress().doneLines()).isEqualTo(5000);
        assertThat(imports.get(sessions.id()).result().created()).isEqualTo(200);
        imports.undo(sessions.id());
        imports.undo(people.id());
        assertThat(text("select count(*)::text from learner where external_id like 'D-" + code + "-%'"))
                .isEqualTo("0");
    }

    @Test
    void an_import_cut_in_the_middle_begins_again_and_ends_the_same() throws SQLException {
        ImportInfo started = roster.start(upload(learners(5000), Map.of()));
        try (Connection holding = dataSource.getConnection()) {
            // Nobody joins the group meanwhile: the import gets as far as that, however quick it is.
            holding.setAutoCommit(false);
            try (var lock = holding.prepareStatement("select 1 from learner_group where id = ? for update")) {
                lock.setObject(1, centre.group);
                lock.execute();
            }
            var working = CompletableFuture.runAsync(background::runDue);
            await().pollInterval(Duration.ofMillis(15))
                    .pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> waits(started.id()));
            // The database's side of a process that is killed: its connection ends, whatever it was doing.
            assertThat(cut(started.id())).as("the import was at work").isTrue();
            working.join();
            holding.rollback();
        }
        assertThat(imports.get(started.id()).state()).isEqualTo(State.WAITING);
        assertThat(text("select count(*)::text from learner where external_id like 'D-" + code + "-%'"))
                .isEqualTo("0");
        background.leap(clock.instant().plusSeconds(20));
        ImportInfo done = imports.get(started.id());
        assertThat(done.state()).isEqualTo(State.APPLIED);
        assertThat(done.result().created()).isEqualTo(5000);
        assertThat(text("select count(*)::text from enrolment e join learner l on l.id = e.learner_id"
                        + " where l.external_id like 'D-" + code + "-%'"))
                .isEqualTo("5000");
        assertThat(text(
                        "select count(*)::text from journal_entry where action = 'roster.imported' and after::text like '%"
                                + started.id() + "%'"))
                .isEqualTo("1");
        var again = roster.run(upload(learners(5000), Map.of()), true);
        assertThat(again.unchanged()).isEqualTo(5000);
    }

    @Test
    void the_call_keeps_its_answer_and_takes_a_mapping() {
        HttpResponse<String> answer = post(
                "/api/v1/imports/roster",
                "titre inconnu;nom;prénom\nC-" + code + ";Roy;Zoé\n",
                Map.of("mapping", "{\"titre inconnu\":\"external_id\"}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"created\":1", "\"updated\":0", "\"unchanged\":0", "\"rejected\":[]", "\"importId\":\"");
        String id = answer.body().replaceAll("(?s).*\"importId\":\"([^\"]+)\".*", "$1");
        assertThat(get("/api/v1/imports/" + id).body()).contains("\"state\":\"APPLIED\"");
        assertThat(get("/api/v1/imports?size=1").body()).contains(id, "\"totalElements\":");
        assertThat(post("/api/v1/imports/" + id + "/undo", "", Map.of()).body()).contains("\"state\":\"UNDONE\"");
        assertThat(post("/api/v1/imports/" + id + "/undo", "", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/imports/roster", "a;b\n", Map.of("mapping", "[1]"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> later = post("/api/v1/imports/roster", learners(3), Map.of("background", "true"));
        assertThat(later.statusCode()).isEqualTo(202);
        UUID followed = UUID.fromString(
                later.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
        done(followed);
        assertThat(imports.get(followed).result().created()).isEqualTo(3);
    }

    private boolean waits(UUID id) {
        return sql.sql("""
                        select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
                         where l.locktype = 'advisory' and l.granted and a.wait_event_type = 'Lock'
                           and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(?, 6)
                        """).param(id.toString()).query(Long.class).single() > 0;
    }

    private boolean cut(UUID id) {
        return sql.sql("""
                        select count(pg_terminate_backend(l.pid)) from pg_locks l
                         where l.locktype = 'advisory' and l.granted
                           and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(?, 6)
                        """).param(id.toString()).query(Integer.class).single() > 0;
    }

    private void done(UUID id) {
        background.runDue();
        assertThat(imports.get(id).state()).isEqualTo(State.APPLIED);
    }

    private String learners(int count) {
        var list = new StringBuilder("identifiant;nom;prénom;courriel;groupe;heures\n");
        for (int i = 0; i < count; i++) {
            list.append("D-%s-%d;Roy%d;Zoé;d%d-%s@ro.example;G-%s;35\n".formatted(code, i, i, i, code, code));
        }
        return list.toString();
    }

    private String sessions(int count, String end) {
        var list = new StringBuilder("identifiant;titre;date;début;fin;début pause;fin pause;formateur;groupe\n");
        for (int i = 0; i < count; i++) {
            list.append("S-%s-%d;Atelier;%s;09:00;%s;10:30;10:45;t-%s@essai.example;G-%s\n"
                    .formatted(code, i, java.time.LocalDate.of(2027, 1, 4).plusDays(i), end, code, code));
        }
        return list.toString();
    }

    /** All that a list of learners may change in this centre. */
    private String picture() {
        return text("select concat_ws(' | ',"
                + " (select string_agg(to_jsonb(l)::text, ',' order by external_id) from learner l where external_id like '%-"
                + code + "%'),"
                + " (select string_agg(to_jsonb(e)::text, ',' order by number) from enrolment e where group_id = '"
                + centre.group
                + "'), (select count(*) from group_membership where group_id = '" + centre.group + "'),"
                + " (select count(*) from employer where name like '%" + code + "'),"
                + " (select count(*) from guardian g join learner l on l.id = g.learner_id where l.external_id like '%-"
                + code
                + "%'))");
    }

    private static Upload upload(String content, Map<String, String> mapping) {
        return new Upload("liste.csv", content.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private String text(String query) {
        return sql.sql(query).query(String.class).single();
    }

    private HttpResponse<String> get(String path) {
        return get(path, "fr");
    }

    private HttpResponse<String> get(String path, String language) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("qualite-" + code))
                .header("Accept-Language", language)
                .build());
    }

    private HttpResponse<String> post(String path, String file, Map<String, String> parts) {
        var body = new StringBuilder();
        parts.forEach((name, value) ->
                body.append("--xx\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--xx--\r\n");
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("qualite-" + code))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }
}
