package fr.educentre.assidu.alerts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why an alert was raised, for whoever reads English; and one that an earlier version raised. */
class AlertsInEnglishIT extends ViewTest {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2027-10-04T07:00:00Z");

    private static final String FRENCH = "2 demi-journées de formation consécutives d'absence (seuil : 2) : "
            + "lun. 4 oct. matin, lun. 4 oct. après-midi";
    private static final String ENGLISH =
            "2 consecutive half-days of training missed (threshold: 2): Mon 4 Oct morning, Mon 4 Oct afternoon";

    @Autowired
    Attendance attendance;

    @Autowired
    Alerts alerts;

    private SmallCentre centre;
    private UUID learner;

    @BeforeEach
    void absent_on_two_half_days() {
        clock.set(MONDAY);
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        var sessions = List.of(centre.session(MONDAY), centre.session(MONDAY.plusSeconds(5 * 3600)));
        clock.set(MONDAY.plusSeconds(9 * 3600));
        calls.actAs("m-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        sessions.forEach(session ->
                attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null)));
        evaluated();
        inEnglish();
    }

    private void inEnglish() {
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void an_alert_is_read_in_english_wherever_it_shows() {
        open("/alertes?groupe=" + centre.group);
        assertThat(rows()).singleElement().asString().contains(ENGLISH).doesNotContain("demi-journée");
        click("Why this alert?");
        assertThat(dialog())
                .contains(ENGLISH, "Condition: 2 consecutive half-days")
                .doesNotContain("demi-journée");
        click("Close");
        open("/apprenants/" + learner);
        assertThat(shown()).contains(ENGLISH).doesNotContain("demi-journées de");
        for (String path : paths()) {
            assertThat(answer(path, "en")).as(path).contains(ENGLISH).doesNotContain("(seuil");
            assertThat(Reading.plain(answer(path, "fr")))
                    .as(path)
                    .contains(FRENCH)
                    .doesNotContain("half-day");
        }
        String whyNot = "/learners/" + learner + "/why-not?rule=" + rule();
        assertThat(answer(whyNot, "en"))
                .contains("the learner has been absent for 2 consecutive half-days", ENGLISH)
                .doesNotContain("(seuil");
        assertThat(Reading.plain(answer(whyNot, "fr")))
                .contains("l'apprenant est absent depuis 2 demi-journées", FRENCH);
    }

    private List<String> paths() {
        return List.of("/alerts?learner=" + learner, "/alerts/" + alert(), "/learners/" + learner + "/timeline");
    }

    @Test
    void the_journal_keeps_what_was_said_in_french() {
        assertThat(Reading.plain(sql.sql(
                                "select after::text from journal_entry where action = 'alert.raised' and subject_id = ?")
                        .param(alert().toString())
                        .query(String.class)
                        .single()))
                .contains(FRENCH);
    }

    @Test
    void an_alert_of_an_earlier_version_is_left_as_it_was_written_and_nobody_is_told_again() {
        sql.sql("update alert set explanation = ? where id = ?")
                .params(FRENCH, alert())
                .update();
        String before = row();
        long journal = entries();
        evaluated();
        assertThat(row()).isEqualTo(before).contains(FRENCH);
        assertThat(entries()).isEqualTo(journal);
        inEnglish();
        open("/alertes?groupe=" + centre.group);
        assertThat(rows()).singleElement().asString().contains(FRENCH);
        paths().forEach(path -> assertThat(answer(path, "en")).contains(FRENCH));

        UUID third = centre.session(MONDAY.plusSeconds(24 * 3600));
        clock.set(MONDAY.plusSeconds(28 * 3600));
        calls.actAs("m-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(third, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        evaluated();
        assertThat(answer("/alerts/" + alert(), "en")).contains("3 consecutive half-days of training missed");
    }

    private void evaluated() {
        Calls.actAsSystem();
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
    }

    private UUID alert() {
        return sql.sql("select id from alert where learner_id = ? and rule_id = ?")
                .params(learner, rule())
                .query(UUID.class)
                .single();
    }

    private UUID rule() {
        return sql.sql("select id from rule where code = 'absences-consecutives'")
                .query(UUID.class)
                .single();
    }

    private String row() {
        return sql.sql("select row_to_json(a)::text from alert a where id = ?")
                .param(alert())
                .query(String.class)
                .single();
    }

    private long entries() {
        return sql.sql("select count(*) from journal_entry where learner_id = ?")
                .param(learner)
                .query(Long.class)
                .single();
    }

    private String answer(String path, String language) {
        String username = "r-" + centre.code;
        calls.account(username, Role.QUALITY_MANAGER, SmallCentre.id());
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                        .header("Authorization", calls.authorization(username))
                        .header("Accept-Language", language)
                        .build())
                .body();
    }
}
