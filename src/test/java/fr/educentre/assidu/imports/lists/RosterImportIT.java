package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.tables.RawWorkbook;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.MutableClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@AssiduIT
@Transactional
class RosterImportIT {

    private static final String LEARNERS =
            "Identifiant;Nom;Prénom;Courriel;Groupe;Heures conventionnées\nRO-1;Œuvré;Zoé;zoe@ro.example;RO-G;35,5\n";
    private static final String SESSIONS =
            "external_id,title,date,start,end,break_start,break_end,modality,trainer_email,group,meeting_provider,meeting_id\n";

    @Autowired
    private RosterImport roster;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MutableClock clock;

    @BeforeEach
    void centre() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        sql.sql("insert into site values (?, 'RO-S', 'RO site', 'Indian/Reunion', 'a', '97400', 'c', 'p')")
                .param(UUID.randomUUID())
                .update();
        sql.sql("insert into programme values (?, 'RO-P', 'RO programme', 'TRAINING', 600)")
                .param(UUID.randomUUID())
                .update();
        sql.sql("insert into trainer values (?, 'RO-T', 'Ana', 'Roy', 'ana@ro.example', null)")
                .param(UUID.randomUUID())
                .update();
        var groups = run("code;libellé;formation;site;date de début;date de fin\n"
                + "RO-G;RO groupe;RO-P;RO-S;01/09/2026;31/12/2026\n");
        assertThat(groups.rejected()).isEmpty();
        assertThat(groups.kind()).isEqualTo("groups");
        assertThat(groups.created()).isEqualTo(1);
    }

    @Test
    void the_same_list_twice_changes_nothing() {
        assertThat(run(LEARNERS).created()).isEqualTo(1);
        var again = run(LEARNERS);
        assertThat(again.created() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        var changed = run(LEARNERS.replace("Zoé", "Zoé-Lou"));
        assertThat(changed.updated()).isEqualTo(1);
        assertThat(sql.sql("select e.agreed_minutes from enrolment e join learner l on l.id = e.learner_id"
                                + " where l.external_id = 'RO-1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2130);
    }

    @Test
    void a_session_at_an_hour_that_is_not_or_that_comes_twice_is_a_rejected_line() {
        sql.sql("insert into site values (?, 'RO-PARIS', 'RO Paris', 'Europe/Paris', 'a', '75001', 'c', 'p')")
                .param(UUID.randomUUID())
                .update();
        String titles = "external_id,title,date,start,end,modality,trainer_email,group,site\n";
        String line = "RO-N,Nuit,%s,%s,%s,presentiel,ana@ro.example,RO-G,RO-PARIS\n";
        assertThat(run(titles + line.formatted("28/03/2027", "02:30", "03:30")).rejected())
                .extracting(RosterImport.Rejected::column, RosterImport.Rejected::problem)
                .containsExactly(tuple("start", Wording.of("training.roster.skippedHour", "02:30")));
        assertThat(run(titles + line.formatted("25/10/2026", "02:15", "04:00")).rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("start");
        assertThat(run(titles + line.formatted("25/10/2026", "02:15 été", "04:00"))
                        .created())
                .isEqualTo(1);
        assertThat(run(titles + line.formatted("31/02/2027", "09:00", "10:00")).rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("date");
    }

    @Test
    void hours_funding_employer_and_guardian_of_an_enrolled_learner_change_with_the_file() {
        sql.sql("insert into funder values (?, 'RO-F', 'RO fonds', 'OPCO'), (?, 'RO-F2', 'RO autre', 'CPF')")
                .param(UUID.randomUUID())
                .param(UUID.randomUUID())
                .update();
        String titles = "identifiant;nom;prénom;groupe;heures;financeur;dossier;employeur;nom responsable;"
                + "prénom responsable;courriel responsable;téléphone responsable\n";
        String line = "RO-1;Roy;Zoé;RO-G;35;RO-F;D1;Forges du Sud;Roy;Max;max@ro.example;01 99 00 00 01\n";
        assertThat(run(titles + line).created()).isEqualTo(1);
        assertThat(enrolment()).isEqualTo("2100 RO-F D1 2100 Forges du Sud");
        assertThat(run(titles + line).unchanged()).isEqualTo(1);

        var report = run(titles + "RO-1;Roy;Zoé;RO-G;40;RO-F2;D2;FORGES du sud;Roy;Max;papa@ro.example;\n");
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.lines()).extracting(RosterImport.Accepted::change).containsOnly(RosterImport.Change.UPDATED);
        assertThat(enrolment()).isEqualTo("2400 RO-F2 D2 2400 Forges du Sud");
        assertThat(guardians()).isEqualTo("Max Roy papa@ro.example 01 99 00 00 01");

        assertThat(run(titles + "RO-1;Roy;Zoé;;41;;;Atelier Neuf;Roy;Léa;lea@ro.example;\n")
                        .updated())
                .isEqualTo(1);
        assertThat(enrolment()).isEqualTo("2460 RO-F2 D2 2460 Atelier Neuf");
        assertThat(guardians()).isEqualTo("Léa Roy lea@ro.example");
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-G;;;;ENT-999;;;;\n").rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("employeur");
    }

    @Test
    void the_first_list_of_a_group_is_there_from_its_start_and_who_comes_later_from_today() {
        run(LEARNERS);
        assertThat(memberSince("RO-1")).isEqualTo("2026-09-01");
        run(LEARNERS.replace("RO-1", "RO-2").replace("zoe@", "lou@"));
        assertThat(memberSince("RO-2")).isEqualTo("2026-11-23");
        run("Identifiant;Nom;Prénom;Groupe;Date d'entrée\nRO-3;Roy;Ève;RO-G;05/10/2026\n");
        assertThat(memberSince("RO-3")).isEqualTo("2026-10-05");
        assertThat(run("Identifiant;Nom;Prénom;Groupe;Date d'entrée\nRO-4;Roy;Ida;RO-G;05/10/2025\n")
                        .rejected())
                .hasSize(1);
    }

    private String memberSince(String externalId) {
        return sql.sql("select m.from_on::text from group_membership m join learner l on l.id = m.learner_id"
                        + " where l.external_id = ?")
                .param(externalId)
                .query(String.class)
                .single();
    }

    @Test
    void shared_hours_keep_their_funders() {
        sql.sql("insert into funder values (?, 'RO-F', 'RO fonds', 'OPCO'), (?, 'RO-F2', 'RO autre', 'CPF'),"
                        + " (?, 'RO-F3', 'RO tiers', 'REGION')")
                .param(UUID.randomUUID())
                .param(UUID.randomUUID())
                .param(UUID.randomUUID())
                .update();
        run("identifiant;nom;prénom;groupe;heures;financeur\nRO-1;Roy;Zoé;RO-G;35;RO-F\n");
        sql.sql("insert into funding (id, enrolment_id, funder_id, agreed_minutes, starts_on, ends_on, priority,"
                        + " crediting_method) select gen_random_uuid(), f.enrolment_id, (select id from funder where"
                        + " code = 'RO-F2'), 60, f.starts_on, f.ends_on, 2, 'MINUTE' from funding f"
                        + " join funder o on o.id = f.funder_id where o.code = 'RO-F'")
                .update();
        String titles = "identifiant;nom;prénom;groupe;financeur;dossier\n";
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-G;RO-F2;D9\n").updated()).isEqualTo(1);
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-G;RO-F3;D9\n").rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("financeur");
    }

    @Test
    void another_group_is_joined_beside_unless_the_file_says_that_one_was_left() {
        run("code;libellé;formation;site;date de début;date de fin\n"
                + "RO-H;RO autre;RO-P;RO-S;01/09/2026;31/12/2026\nRO-I;RO tiers;RO-P;RO-S;01/09/2026;31/12/2026\n");
        clock.set(Instant.parse("2026-10-01T11:00:00Z"));
        String titles = "identifiant;nom;prénom;groupe;groupe quitté\n";
        run(titles + "RO-1;Roy;Zoé;RO-G;\n");
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-H;\n").updated()).isEqualTo(1);
        assertThat(memberships()).isEqualTo("RO-G 2026-09-01 -, RO-H 2026-11-23 -");
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-I;RO-G\n").updated()).isEqualTo(1);
        assertThat(memberships()).isEqualTo("RO-G 2026-09-01 2026-11-22, RO-H 2026-11-23 -, RO-I 2026-11-23 -");
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-I;RO-G\n").unchanged()).isEqualTo(1);
        assertThat(run(titles + "RO-1;Roy;Zoé;RO-I;RO-I\n").rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("groupe quitté");
    }

    private String enrolment() {
        return text("select concat_ws(' ', e.agreed_minutes, o.code, f.file_number, f.agreed_minutes, p.name)"
                + " from enrolment e join learner l on l.id = e.learner_id and l.external_id = 'RO-1'"
                + " join funding f on f.enrolment_id = e.id join funder o on o.id = f.funder_id"
                + " join employer p on p.id = e.employer_id");
    }

    private String guardians() {
        return text("select string_agg(concat_ws(' ', g.first_name, g.last_name, g.email, g.phone), ', ')"
                + " from guardian g join learner l on l.id = g.learner_id and l.external_id = 'RO-1'");
    }

    private String memberships() {
        return text("select string_agg(concat_ws(' ', g.code, m.from_on, coalesce(m.to_on::text, '-')), ', '"
                + " order by g.code) from group_membership m join learner_group g on g.id = m.group_id"
                + " join learner l on l.id = m.learner_id and l.external_id = 'RO-1'");
    }

    private String text(String query) {
        return sql.sql(query).query(String.class).single();
    }

    @Test
    void windows_lists_keep_their_accents() {
        var report = roster.run(LEARNERS.getBytes(Charset.forName("windows-1252")), false);
        assertThat(report.applied()).isTrue();
        assertThat(sql.sql("select last_name from learner where external_id = 'RO-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Œuvré");
    }

    @Test
    void a_dry_run_or_a_rejected_line_writes_nothing() {
        assertThat(roster.run(LEARNERS.getBytes(StandardCharsets.UTF_8), true).applied())
                .isFalse();
        var report = run(LEARNERS + "RO-2;=cmd|'/c calc'!A1;Max;max@ro.example;RO-INCONNU;\n");
        assertThat(report.applied()).isFalse();
        assertThat(report.rejected()).extracting(RosterImport.Rejected::line).containsOnly(3);
        assertThat(report.rejected()).extracting(RosterImport.Rejected::column).contains("Nom", "Groupe");
        assertThat(sql.sql("select count(*) from learner where external_id like 'RO-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void sessions_take_the_zone_of_their_site() {
        String list = SESSIONS
                + "RO-S1,Tableur,2026-11-24,09:00,12h30,10:30,10:45,visio,ana@ro.example,RO-G,Zoom,812 3456 7890\n";
        assertThat(run(list).rejected()).isEmpty();
        assertThat(sql.sql("select to_char(starts_at at time zone 'UTC', 'HH24:MI') || ' ' || taught_minutes || '"
                                + " ' || meeting_id from training_session where external_id = 'RO-S1'")
                        .query(String.class)
                        .single())
                .isEqualTo("05:00 195 81234567890");
        assertThat(run(list).unchanged()).isEqualTo(1);
        assertThat(run(list.replace("12h30", "12:15")).updated()).isEqualTo(1);
    }

    @Test
    void a_whole_day_or_an_unknown_trainer_is_rejected() {
        var report = run(SESSIONS
                + "RO-S1,Tableur,2026-11-24,09:00,17:00,12:00,13:00,,ana@ro.example,RO-G,,\n"
                + "RO-S2,Tableur,2026-11-24,09:00,12:00,,,,nul@ro.example,RO-G,,\n");
        assertThat(report.rejected()).extracting(RosterImport.Rejected::column).containsExactly("end", "trainer_email");
    }

    @Test
    void workbooks_give_dates_times_and_stored_values_of_formulas() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            String[] titles = "external_id,title,date,start,end,trainer_email,group".split(",");
            var header = sheet.createRow(0);
            for (int i = 0; i < titles.length; i++) {
                header.createCell(i).setCellValue(titles[i]);
            }
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("RO-X");
            var title = row.createCell(1);
            title.setCellFormula("\"Tab\"&\"leur\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(title);
            row.createCell(2).setCellValue(46350);
            row.createCell(3).setCellValue(0.375);
            row.createCell(4).setCellValue("12:00");
            row.createCell(5).setCellValue("ana@ro.example");
            row.createCell(6).setCellValue("RO-G");
            workbook.write(bytes);
        }
        assertThat(roster.run(bytes.toByteArray(), false).rejected()).isEmpty();
        assertThat(sql.sql("select title || ' ' || planned_on || ' ' || taught_minutes from training_session"
                                + " where external_id = 'RO-X'")
                        .query(String.class)
                        .single())
                .isEqualTo("Tableur 2026-11-24 180");
    }

    @Test
    void what_is_no_list_is_refused() throws Exception {
        refused("", "refusal.roster.empty");
        refused("%PDF-1.7\nx", "refusal.roster.kind");
        refused("PK\3\4broken", "refusal.roster.workbook");
        refused("a;b\n1;2\n", "refusal.roster.header");
        refused("nom;prénom\nx;y\n", "refusal.roster.column");
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 60; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> roster.run(bomb.toByteArray(), false)).hasMessageContaining("refusal.roster.bomb");
    }

    @Test
    void a_list_under_title_lines_or_on_another_sheet_is_read_and_a_bomb_changes_nothing() {
        assertThat(run("sep=;\r\nInscrits de novembre;;;;;\r\n\r\n" + LEARNERS).created())
                .isEqualTo(1);
        byte[] second = new RawWorkbook()
                .sheet("<row r='1'><c t='inlineStr'><is><t>Notice</t></is></c></row>")
                .sheet("<row r='3'>" + cells("Identifiant", "Nom", "Prénom", "Groupe") + "</row><row r='5'>"
                        + cells("RO-2", "Roy", "Ève", "RO-INCONNU") + "</row>")
                .bytes();
        assertThat(roster.run(second, false).rejected())
                .extracting(RosterImport.Rejected::line, RosterImport.Rejected::column)
                .containsExactly(tuple(5, "Groupe"));
        byte[] bomb = new RawWorkbook()
                .sheet("<row r='1'>" + cells("Identifiant", "Nom", "Prénom") + "</row>"
                        + ("<row>" + "<c/>".repeat(1000) + "</row>").repeat(1001))
                .bytes();
        assertThatThrownBy(() -> roster.run(bomb, false)).hasMessageContaining("INVALID refusal.table.cells");
        assertThat(sql.sql("select count(*) from learner where external_id like 'RO-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void names_and_addresses_are_what_can_be_seen_of_them() {
        assertThat(run("identifiant;nom;prénom;courriel;groupe\n"
                                + "RO-1;Roy\u00A0;\u200FZoé\u00A0\u00A0Lou\u200B;\u202Amailto:zoe@ro.example\u202C;RO-G\u00A0\n")
                        .created())
                .isEqualTo(1);
        assertThat(sql.sql(
                                "select last_name || '|' || first_name || '|' || email from learner where external_id = 'RO-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Roy|Zoé Lou|zoe@ro.example");
        assertThat(run("identifiant;nom;prénom;courriel\nRO-1;zoe@ro.example;Zoé;zoe@ro\n")
                        .rejected())
                .extracting(RosterImport.Rejected::column, RosterImport.Rejected::problem)
                .containsExactly(
                        tuple("nom", Wording.of("training.roster.personName", "zoe@ro.example")),
                        tuple("courriel", Wording.of("training.roster.email", "zoe@ro")));
    }

    @Test
    void two_learners_whose_addresses_were_swapped_are_put_right_by_one_file_and_swapped_back_by_its_undoing() {
        String titles = "identifiant;nom;prénom;courriel;groupe\n";
        run(
                titles
                        + "RO-1;Roy;Zoé;eve@ro.example;RO-G\nRO-2;Roy;Ève;zoe@ro.example;RO-G\nRO-3;Roy;Lou;lou@ro.example;RO-G\n");
        var report = run(titles + "RO-1;Roy;Zoé;zoe@ro.example;RO-G\nRO-2;Roy;Ève;EVE@ro.example;RO-G\n");
        assertThat(report.rejected()).isEmpty();
        assertThat(report.updated()).isEqualTo(2);
        assertThat(addresses()).containsExactly("zoe@ro.example", "EVE@ro.example", "lou@ro.example");

        assertThat(run(titles + "RO-1;Roy;Zoé;lou@ro.example;RO-G\nRO-3;Roy;Lou;;RO-G\n")
                        .rejected())
                .as("who gives an address up says which is theirs now")
                .extracting(RosterImport.Rejected::line, RosterImport.Rejected::column)
                .containsExactly(tuple(2, "courriel"), tuple(3, "courriel"));
        assertThat(run(titles + "RO-4;Roy;Ida;lou@ro.example;RO-G\nRO-3;Roy;Lou;lou2@ro.example;RO-G\n")
                        .created())
                .isEqualTo(1);

        imports.undo(report.importId());
        assertThat(addresses().subList(0, 2)).containsExactly("eve@ro.example", "zoe@ro.example");
        // Two learners never have one address: what the undoing put off is checked again.
        sql.sql("""
                        do $do$ begin
                            begin
                                update learner set email = 'zoe@ro.example' where external_id = 'RO-1';
                            exception when exclusion_violation then return;
                            end;
                            raise 'two learners have one address';
                        end $do$
                        """).update();
    }

    private List<String> addresses() {
        return sql.sql("select email from learner where external_id like 'RO-%' order by external_id")
                .query(String.class)
                .list();
    }

    @Test
    void a_number_that_a_spreadsheet_rounded_is_explained() {
        assertThat(run("identifiant;nom;prénom;téléphone\n1,23E+11;Roy;Zoé;6,12E+08\n")
                        .rejected())
                .extracting(RosterImport.Rejected::column, RosterImport.Rejected::problem)
                .containsExactly(
                        tuple("identifiant", Wording.of("training.roster.rounded", "1,23E+11")),
                        tuple("téléphone", Wording.of("training.roster.rounded", "6,12E+08")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9E+10", "1E+99", "1E+999999999", "-1", "10000", "trente"})
    void hours_that_nobody_agrees_on_are_a_rejected_line(String hours) {
        assertThat(run("identifiant;nom;prénom;groupe;heures\nRO-1;Roy;Zoé;RO-G;" + hours + "\n")
                        .rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("heures");
    }

    @Test
    void a_cell_that_holds_a_paragraph_is_a_rejected_line() {
        String paragraph = "abcdefghij".repeat(60);
        assertThat(run("identifiant;nom;prénom\n" + paragraph + ";Roy;Zoé\n").rejected())
                .extracting(RosterImport.Rejected::column)
                .containsExactly("identifiant");
    }

    @Test
    void a_session_outside_its_group_s_dates_is_taken_and_told() {
        String line = "RO-S1,Nuit,%s,09:00,12:00,,,présentiel,ana@ro.example,RO-G,,\n";
        assertThat(run(SESSIONS + line.formatted("05/01/2027")).lines())
                .flatExtracting(RosterImport.Accepted::remarks)
                .containsExactly(Wording.of("training.roster.remark.outsideGroup", "01/09/2026", "31/12/2026"));
        assertThat(run(SESSIONS + line.formatted("05/10/2026")).lines())
                .flatExtracting(RosterImport.Accepted::remarks)
                .isEmpty();
        assertThat(
                        run("code;libellé;formation;site;date de début;date de fin\nRO-G;RO groupe;RO-P;RO-S;01/11/2026;31/12/2026\n")
                                .lines())
                .flatExtracting(RosterImport.Accepted::remarks)
                .containsExactly(Wording.of("training.roster.remark.sessionsOutside", 1L));
    }

    @Test
    void a_session_held_on_a_link_is_in_no_room() {
        String titles = "external_id,title,date,start,end,trainer_email,group,salle,lien_visio\n";
        String line = "RO-V%d,Visio,05/10/2026,09:00,12:00,ana@ro.example,RO-G,%s,%s\n";
        assertThat(run(titles
                                + line.formatted(1, "", "https://meet.google.com/abc-defg-hij")
                                + line.formatted(2, "https://zoom.us/j/81234567890", "")
                                + line.formatted(3, "", "https://classe.example.org/12")
                                + line.formatted(4, "Salle 2", ""))
                        .rejected())
                .isEmpty();
        assertThat(sql.sql("select concat_ws(' ', modality, meeting_provider, meeting_id, room) from training_session"
                                + " where external_id like 'RO-V%' order by external_id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "VIDEO GOOGLE_MEET abc-defg-hij",
                        "VIDEO ZOOM 81234567890",
                        "VIDEO OTHER classe.example.org/12",
                        "IN_PERSON Salle 2");
    }

    @Test
    void a_name_that_no_document_can_print_is_told() {
        assertThat(run("identifiant;nom;prénom;groupe\nRO-1;محمد;Zoé;RO-G\nRO-2;王;小明;RO-G\n")
                        .lines())
                .flatExtracting(RosterImport.Accepted::remarks)
                .containsExactly(Wording.of("training.roster.remark.letter", "م", "محمد"));
    }

    private static String cells(String... texts) {
        var row = new StringBuilder();
        for (String text : texts) {
            row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
        }
        return row.toString();
    }

    private RosterImport.Report run(String csv) {
        return roster.run(csv.getBytes(StandardCharsets.UTF_8), false);
    }

    private void refused(String content, String key) {
        assertThatThrownBy(() -> run(content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
