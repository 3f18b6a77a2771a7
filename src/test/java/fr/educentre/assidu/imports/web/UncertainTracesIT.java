package fr.educentre.assidu.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trace is never turned against the person it names; what a file does not show makes nobody absent by itself. */
@AssiduIT
class UncertainTracesIT {

    private static final Instant NINE = Instant.parse("2026-11-05T08:00:00Z");
    private static final String HEADINGS =
            "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room\n";

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    EvidenceFiles files;

    @Autowired
    Attendance attendance;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    MutableClock clock;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_class_on_zoom_of_two() {
        centre = new SmallCentre(sql, 2);
        session = centre.session(NINE);
        sql.sql(
                        "update training_session set modality = 'VIDEO', meeting_provider = 'ZOOM', meeting_id = ? where id = ?")
                .params("86431910364" + centre.code, session)
                .update();
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void who_was_still_there_when_the_report_was_taken_is_present_for_what_is_certain() {
        var report = zoom(line(0, "09:00", "", "170") + line(1, "09:00", "12:00", "180"));
        assertThat(report.lines().remarks()).singleElement().asString().contains("avant que tous soient partis");
        assertThat(statuses()).as("others may have come later").containsOnlyKeys(AttendanceStatus.AWAITING_DATA);

        attendance.close(session);
        assertThat(status(0)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(verdict(0).minutes().observed()).isEqualTo(170);
        assertThat(report.lines().incomplete()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(2);
            assertThat(one.participant()).isEqualTo("Lou 0");
            assertThat(one.why()).contains("durée inconnue").contains("avant la fin");
        });
    }

    @Test
    void whose_length_is_not_known_is_awaited_and_never_absent() {
        zoom(line(0, "09:00", "", "") + line(1, "09:00", "12:00", "180"));
        attendance.close(session);

        assertThat(status(1)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
        assertThat(verdict(0).decidedBy().why().stored()).contains("rules.presence.partly");
    }

    @Test
    void who_was_seen_in_the_waiting_room_alone_is_awaited_and_never_absent() {
        var report = zoom("Lou 0,%s,%s,%s,50,No,Yes\n".formatted(centre.email(0), at("09:00"), at("09:50"))
                + line(1, "09:00", "12:00", "180"));
        attendance.close(session);

        assertThat(status(1)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
        assertThat(report.lines().incomplete())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("salle d’attente seulement"));
    }

    @Test
    void who_waited_and_was_let_in_is_there_for_the_stay() {
        zoom("Lou 0,%s,%s,%s,5,No,Yes\n".formatted(centre.email(0), at("08:55"), at("09:00"))
                + "Lou 0,,%s,%s,5,No,Yes\n".formatted(at("08:50"), at("08:55"))
                + line(0, "09:00", "12:00", "180"));
        assertThat(status(0)).isEqualTo(AttendanceStatus.PRESENT);
    }

    @Test
    void late_without_minutes_is_a_presence_of_no_known_length() {
        var report = drop(
                "Nom;Prénom;Courriel;Statut\nApprenant0;Lou;%s;R\nApprenant1;Lou;%s;P\n"
                        .formatted(centre.email(0), centre.email(1)),
                null);
        assertThat(report.lines().incomplete())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("retard noté sans minutes"));
        attendance.close(session);
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
        assertThat(verdict(0).minutes().observed()).isZero();
    }

    @Test
    void the_report_of_the_end_says_what_the_first_one_could_not() {
        zoom(line(0, "09:00", "", "") + line(1, "09:00", "12:00", "180"));
        zoom(line(0, "09:00", "12:00", "180") + line(1, "09:00", "12:00", "180"));
        assertThat(status(0)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(verdict(0).minutes().observed()).isEqualTo(180);
    }

    @Test
    void a_persons_mark_ends_the_waiting() {
        zoom(line(0, "09:00", "", "") + line(1, "09:00", "12:00", "180"));
        attendance.mark(
                session, centre.learners.get(0), new Attendance.Mark(AttendanceStatus.PRESENT, null, null, null, null));
        assertThat(status(0)).isEqualTo(AttendanceStatus.PRESENT);
    }

    @Test
    void totals_alone_show_a_presence_of_no_known_length() {
        String totals = "Meeting ID,Topic,Start Time,End Time\n86431910364" + centre.code
                + ",Bases,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM\n\n"
                + "Name (original name),Email,Total duration (minutes),Guest\nLou 0," + centre.email(0) + ",120,No\n";
        var report = drop(totals, null);
        assertThat(report.lines().incomplete()).hasSize(1);
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void a_report_that_shows_nobody_expected_decides_nothing_and_mails_nobody() {
        int before = mail.getReceivedMessages().length;
        var report = zoom("""
                Karim Ailleurs,karim@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                Lina Ailleurs,lina@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                """);
        background.runDue();

        assertThat(report.unmatched()).hasSize(2);
        assertThat(report.lines().remarks()).singleElement().asString().startsWith("Personne de ce relevé");
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.AWAITING_DATA);
        assertThat(mail.getReceivedMessages()).hasSize(before);
    }

    @Test
    void a_parallel_class_with_names_like_ours_decides_nothing_either() {
        var report = zoom("""
                Lou,lou@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                Lou Apprenant0,lou.apprenant@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                Karim Ailleurs,karim@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                """);
        assertThat(report.proposed()).isNotEmpty();
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void homonyms_of_ours_are_one_name_that_a_stranger_may_bear() {
        sql.sql("update learner set last_name = 'Apprenant0' where id = any(?)")
                .param(centre.learners.toArray(UUID[]::new))
                .update();
        zoom("""
                Lou Apprenant0,lou.apprenant@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                Karim Ailleurs,karim@autre.example,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                """);
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void the_trainer_among_strangers_makes_nobody_absent() {
        var report = zoom(
                "Le formateur,t-%s@essai.example,%s,%s,180,No,No\n".formatted(centre.code, at("09:00"), at("12:00"))
                        + "Karim Ailleurs,karim@autre.example,%s,%s,180,No,No\n".formatted(at("09:00"), at("12:00")));
        assertThat(report.unmatched()).as("the trainer is known").hasSize(1);
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void one_of_ours_who_entered_another_class_by_mistake_makes_nobody_absent() {
        var report = zoom(line(0, "09:00", "09:02", "2")
                + IntStream.range(0, 4)
                        .mapToObj(one -> "Karim %d,karim%d@autre.example,%s,%s,180,No,No\n"
                                .formatted(one, one, at("09:00"), at("12:00")))
                        .collect(Collectors.joining()));
        assertThat(report.lines().remarks()).singleElement().asString().contains("4 inconnus pour une personne");
        assertThat(status(1)).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void a_report_of_a_meeting_makes_nobody_absent_from_a_room() {
        sql.sql(
                        "update training_session set modality = 'IN_PERSON', meeting_provider = null, meeting_id = null where id = ?")
                .param(session)
                .update();
        var report = zoom(line(0, "09:00", "12:00", "180"));
        assertThat(report.lines().remarks()).singleElement().asString().contains("présentiel");
        assertThat(status(1)).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void where_nothing_is_told_in_the_middle_a_report_is_missing() {
        zoom(line(0, "09:00", "09:25", "25"));
        var last = zoom(line(0, "10:05", "12:00", "115"));
        assertThat(last.lines().remarks()).singleElement().asString().contains("09:25", "10:05");
        assertThat(status(1)).isEqualTo(AttendanceStatus.AWAITING_DATA);

        zoom(line(1, "09:25", "10:05", "40"));
        zoom(line(0, "10:05", "12:00", "116"));
        assertThat(status(1)).isEqualTo(AttendanceStatus.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "–", "En cours"})
    void a_dash_or_a_word_for_a_leave_time_is_none(String leave) {
        zoom("Lou 0,%s,%s,%s,170,No,No\n".formatted(centre.email(0), at("09:00"), leave)
                + "Karim Ailleurs,karim@autre.example,%s,%s,180,No,No\n".formatted(at("09:00"), at("12:00")));
        assertThat(status(1)).as("others may have come later").isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void a_session_that_has_not_begun_takes_no_file_and_what_came_all_the_same_decides_nothing() {
        clock.set(NINE.minus(Duration.ofDays(17)));
        String sheet = "Date;Courriel;Statut\n05/11/2026;" + centre.email(0) + ";Absent\n05/11/2026;" + centre.email(1)
                + ";Présent\n";
        assertThatThrownBy(() -> drop(sheet, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.evidenceFile.notBegun"));
        clock.set(NINE.plus(Duration.ofHours(1)));
        drop(sheet, null);
        assertThat(status(0)).isEqualTo(AttendanceStatus.ABSENT);
    }

    @Test
    void what_a_sheet_comments_on_is_no_reason_that_everybody_reads() {
        clock.set(NINE.plus(Duration.ofHours(4)));
        drop(
                "Courriel;Statut;Commentaire\n" + centre.email(0) + ";Absent;hospitalisé\n" + centre.email(1)
                        + ";Présent;\n",
                null);
        assertThat(status(0)).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(verdict(0).decidedBy().toString()).doesNotContain("hospitalisé");
    }

    @Test
    void a_class_known_by_its_names_alone_is_that_class() {
        zoom("""
                Lou Apprenant0,,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                Lou Apprenant1,,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180,No,No
                """);
        assertThat(sql.sql("select data_complete_at is not null from training_session where id = ?")
                        .param(session)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whom_a_sheet_names_in_words_that_are_not_taken_is_not_absent_for_want_of_others() {
        drop(
                "Nom;Prénom;Courriel;Statut\nApprenant0;Lou;" + centre.email(0) + ";Présent\nApprenant0;Lou;"
                        + centre.email(0) + ";Absent\nApprenant1;Lou;" + centre.email(1) + ";Présent\n",
                null);
        zoom(line(1, "09:00", "12:00", "180"));
        assertThat(status(1)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
        assertThat(verdict(0).decidedBy().why().stored()).contains("rules.presence.partly.none");
    }

    @ParameterizedTest
    @CsvSource({
        "'Nom;Prénom;Courriel;Arrivée;Départ','11:00;10:00',le départ précède",
        "'Nom;Prénom;Courriel;Statut;Demi-journée','Présent;soir',Demi-journée",
        "'Nom;Prénom;Courriel;Statut;Signé le','Présent;01/10/2026 09:00',plus de 12 h"
    })
    void whom_a_line_names_that_is_not_taken_is_awaited(String headings, String cells, String why) {
        String other = headings.contains("Arrivée")
                ? "09:00;12:00"
                : headings.contains("Signé") ? "Présent;05/11/2026 09:00" : "Présent;matin";
        var report = drop(
                headings + "\nApprenant0;Lou;" + centre.email(0) + ";" + cells + "\nApprenant1;Lou;" + centre.email(1)
                        + ";" + other + "\n",
                null);
        assertThat(report.lines().ignored())
                .singleElement()
                .satisfies(one -> assertThat(Reading.plain(one.why()).toLowerCase(Locale.FRENCH))
                        .contains(why.toLowerCase(Locale.FRENCH)));
        zoom(line(1, "09:00", "12:00", "180"));
        assertThat(status(1)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void the_zone_given_by_hand_is_held_against_the_session() {
        String london = HEADINGS + line(0, "08:00", "11:00", "180") + line(1, "08:00", "11:00", "180");
        assertThatThrownBy(() -> drop(london, ZoneId.of("Indian/Reunion")))
                .as("not even near")
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.evidenceFile.noOverlap"));

        var wrong = drop(london, ZoneId.of("Europe/Paris"));
        assertThat(wrong.lines().remarks())
                .anySatisfy(remark -> assertThat(Reading.plain(remark))
                        .contains("(Europe/Paris)", "de 08:00 à 11:00", "de 09:00 à 12:00", "1 h d'écart"));
        assertThat(statuses()).as("nobody is absent").doesNotContainKey(AttendanceStatus.ABSENT);

        var right = drop(london, ZoneId.of("Europe/London"));
        assertThat(right.lines().remarks()).isEmpty();
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.PRESENT);
    }

    @Test
    void totals_of_another_week_say_nothing_of_this_session() {
        String totals = "Meeting ID,Topic,Start Time,End Time\n86431910364" + centre.code
                + ",Bases,10/29/2026 09:00:00 AM,10/29/2026 12:00:00 PM\n\n"
                + "Name (original name),Email,Total duration (minutes),Guest\nLou 0," + centre.email(0) + ",120,No\n";
        assertThatThrownBy(() -> drop(totals, null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.evidenceFile.noOverlap"));
    }

    @Test
    void a_report_of_another_provider_makes_nobody_absent() {
        var report = drop(
                "Full Name\tUser Action\tTimestamp\nLou Apprenant0\tJoined\t05/11/2026, 09:00:00\n"
                        + "Lou Apprenant0\tLeft\t05/11/2026, 12:00:00\n",
                null);
        assertThat(report.lines().remarks())
                .singleElement()
                .asString()
                .contains("Teams")
                .contains("Zoom");
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void a_meeting_opened_again_makes_nobody_absent_until_its_first_report_is_there() {
        var second = zoom(line(0, "10:30", "12:00", "90"));
        assertThat(second.lines().remarks()).singleElement().asString().contains("commence après");
        assertThat(status(1)).isEqualTo(AttendanceStatus.AWAITING_DATA);

        zoom(line(1, "09:00", "10:20", "80"));
        zoom(line(0, "10:30", "12:00", "91"));
        assertThat(status(0)).isEqualTo(AttendanceStatus.PARTIAL);
        assertThat(status(1)).isEqualTo(AttendanceStatus.PARTIAL);
    }

    @Test
    void the_same_file_read_in_another_zone_replaces_its_first_reading() {
        String text = HEADINGS + line(0, "09:00", "10:30", "90") + line(1, "09:00", "12:00", "180");
        drop(text, ZoneId.of("Europe/Paris"));
        assertThat(verdict(0).minutes().observed()).isEqualTo(90);

        drop(text, ZoneId.of("Europe/London"));
        assertThat(verdict(0).minutes().observed())
                .as("10:00 to 11:30 in Paris")
                .isEqualTo(90);
        assertThat(verdict(0).proof().intervals()).singleElement().satisfies(one -> {
            assertThat(one.from()).isEqualTo(NINE.plusSeconds(3_600));
            assertThat(one.to()).isEqualTo(NINE.plusSeconds(9_000));
        });
        assertThat(verdict(1).minutes().observed()).isEqualTo(120);

        drop(text, ZoneId.of("Europe/Paris"));
        assertThat(verdict(0).proof().intervals().getFirst().from()).isEqualTo(NINE);
        assertThat(verdict(1).minutes().observed()).isEqualTo(180);
    }

    @Test
    void half_hours_off_as_some_zones_are_the_zone_is_asked_for_too() {
        String text = HEADINGS + line(0, "12:30", "15:30", "180") + line(1, "12:30", "15:30", "180");
        assertThatThrownBy(() -> drop(text, null)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("refusal.evidenceFile.otherZone");
            assertThat(refusal.arguments().getLast()).isEqualTo(3.5);
        });
        drop(text, ZoneId.of("Asia/Kabul"));
        assertThat(verdict(0).minutes().observed()).isEqualTo(180);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semicolons", "byte order mark", "utf-16 tabs", "without seconds"})
    void a_copy_that_a_spreadsheet_saved_and_that_is_read_in_another_zone_replaces_the_first_reading(String saved) {
        String text = HEADINGS + line(0, "09:00", "10:30", "90") + line(1, "09:00", "12:00", "180");
        drop(text, ZoneId.of("Europe/Paris"));
        assertThat(verdict(0).minutes().observed()).isEqualTo(90);

        files.drop(session, "copie.csv", resaved(text, saved), ZoneId.of("Europe/London"), false);
        assertThat(verdict(0).minutes().observed())
                .as("10:00 to 11:30 here, and not the first reading's hour as well")
                .isEqualTo(90);
        assertThat(sql.sql("select count(*) from evidence where session_id = ?")
                        .param(session)
                        .query(Long.class)
                        .single())
                .as("nothing is erased")
                .isEqualTo(4);
        assertThat(counting()).isEqualTo(2);

        files.drop(session, "copie.csv", resaved(text, saved), ZoneId.of("Europe/Paris"), false);
        assertThat(verdict(0).minutes().observed()).isEqualTo(90);
        assertThat(counting()).isEqualTo(2);
    }

    private long counting() {
        return sql.sql("""
                        select count(*) from evidence e where session_id = ? and not exists
                          (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null)
                        """).param(session).query(Long.class).single();
    }

    private static byte[] resaved(String text, String how) {
        return switch (how) {
            case "semicolons" -> text.replace(',', ';').replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));
            case "byte order mark" -> ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
            case "utf-16 tabs" -> ("\uFEFF" + text.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE);
            default ->
                text.replaceAll("(\\d\\d:\\d\\d):00", "$1").replace(',', ';').getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void whole_hours_off_the_session_the_zone_is_asked_for_before_anything_is_decided() {
        String london = HEADINGS + line(0, "08:00", "11:00", "180") + line(1, "08:00", "11:00", "180");
        assertThatThrownBy(() -> drop(london, null)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("refusal.evidenceFile.otherZone");
            assertThat(refusal.arguments()).containsExactly("08:00", "11:00", "09:00", "12:00", 1L);
        });
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.AWAITING_DATA);

        drop(london, ZoneId.of("Europe/London"));
        assertThat(statuses()).containsOnlyKeys(AttendanceStatus.PRESENT);
    }

    @Test
    void words_that_are_not_understood_are_the_reason_given() {
        String sheet = "Nom;Prénom;Courriel;Statut\nApprenant0;Lou;" + centre.email(0) + ";vacances\n";
        assertThatThrownBy(() -> drop(sheet, null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.evidenceFile.wordNotUnderstood"));
    }

    private EvidenceFiles.Report zoom(String lines) {
        return drop(HEADINGS + lines, null);
    }

    private String line(int learner, String join, String leave, String minutes) {
        return "Lou %d,%s,%s,%s,%s,No,No\n".formatted(learner, centre.email(learner), at(join), at(leave), minutes);
    }

    private static String at(String time) {
        return time.isEmpty() ? "" : "05/11/2026 " + time + ":00";
    }

    private EvidenceFiles.Report drop(String text, @Nullable ZoneId zone) {
        return files.drop(session, "relevé.csv", text.getBytes(StandardCharsets.UTF_8), zone, false);
    }

    private AttendanceStatus status(int learner) {
        return row(learner).status();
    }

    private Verdict verdict(int learner) {
        return java.util.Objects.requireNonNull(row(learner).verdict());
    }

    private Attendance.Row row(int learner) {
        return attendance.ofSession(session).stream()
                .filter(row -> row.learner().id().equals(centre.learners.get(learner)))
                .findFirst()
                .orElseThrow();
    }

    private Map<AttendanceStatus, Long> statuses() {
        return attendance.ofSession(session).stream()
                .collect(Collectors.groupingBy(Attendance.Row::status, Collectors.counting()));
    }
}
