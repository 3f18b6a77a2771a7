package fr.educentre.assidu.attendance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roll-call, learner by learner, taken back, for all the others, and closed. */
class RollCallViewIT extends ViewTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2027-10-12T07:00:00Z");

    @Autowired
    Attendance attendance;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_trainer_in_class() {
        clock.set(START.plus(Duration.ofMinutes(10)));
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void each_learner_is_marked_by_a_tap_and_taken_back() {
        open("/seances/" + session + "/appel");
        assertThat(shown()).contains("0 sur 3 pointés", "Apprenant0 Lou");
        click("Absent : Lou Apprenant0");
        assertThat(shown()).contains("1 sur 3 pointés");
        assertThat(status(0)).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(styled("assidu-roll-marked"))
                .singleElement()
                .satisfies(line -> assertThat(read(line)).contains("Apprenant0 Lou", "Absent"));
        click("Annuler : Lou Apprenant0");
        assertThat(notice()).isEqualTo("Pointage de Lou Apprenant0 annulé");
        assertThat(shown()).contains("0 sur 3 pointés");
        assertThat(status(0)).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    @Test
    void who_is_late_has_minutes() {
        open("/seances/" + session + "/appel");
        click("Retard : Lou Apprenant1");
        assertThat(dialog()).contains("Minutes de retard de Lou Apprenant1", "Minutes");
        click("Valider");
        assertThat(dialogs()).as("no minutes, no mark").hasSize(1);
        fill("Minutes", "25");
        click("Valider");
        assertThat(dialogs()).isEmpty();
        assertThat(status(1)).isEqualTo(AttendanceStatus.LATE);
        click("Départ avant la fin : Lou Apprenant2");
        click("15");
        assertThat(status(2)).isEqualTo(AttendanceStatus.LEFT_EARLY);
    }

    @Test
    void whom_someone_else_marked_meanwhile_is_none_of_the_others() {
        open("/seances/" + session + "/appel");
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, null, null));
        click("Tous présents");
        assertThat(status(0)).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(status(1)).isEqualTo(AttendanceStatus.PRESENT);
    }

    @Test
    void whoever_marks_on_what_they_had_not_seen_is_told_who_said_otherwise() {
        open("/seances/" + session + "/appel");
        signedElsewhere(() -> attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, null, null)));
        click("Présent : Lou Apprenant0");

        assertThat(notice())
                .contains("q-" + centre.code + " a pointé Lou Apprenant0 « Absent » à ", "rien n'a été changé");
        assertThat(status(0)).isEqualTo(AttendanceStatus.ABSENT);
        click("Annuler : Lou Apprenant0");
        click("Présent : Lou Apprenant0");
        assertThat(status(0)).isEqualTo(AttendanceStatus.PRESENT);
    }

    /** The quality manager does it, in a window of their own. */
    private void signedElsewhere(Runnable work) {
        var here = SecurityContextHolder.getContext();
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        work.run();
        SecurityContextHolder.setContext(here);
    }

    @Test
    void all_the_others_are_present_and_the_session_is_closed() {
        open("/seances/" + session + "/appel");
        click("Absent : Lou Apprenant0");
        click("Tous les autres présents");
        assertThat(status(1)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(2)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(status(0)).isEqualTo(AttendanceStatus.ABSENT);
        clock.set(START.plus(Duration.ofHours(3)));
        click("Clôturer la séance");
        assertThat(dialog()).contains("Clôturer la séance ?");
        click("Clôturer la séance");
        assertThat(shown()).contains("La séance est clôturée : corrigez depuis la page de la séance.");
        assertThat(offers("Annuler : Lou Apprenant0")).isFalse();
    }

    @Test
    void all_present_comes_first_and_names_stay_in_their_order_whoever_is_marked() {
        centre.learner(3, java.time.LocalDate.of(1990, 1, 1));
        sql.sql("update learner set last_name = 'Élan' where id = ?")
                .param(centre.learners.get(2))
                .update();
        open("/seances/" + session + "/appel");
        assertThat(shown()).matches(text -> text.indexOf("Tous présents") < text.indexOf("Apprenant0 Lou"), "first");
        click("Présent : Lou Apprenant0");
        assertThat(styled("assidu-roll-line").stream().map(this::read))
                .extracting(line -> line.lines().findFirst().orElse(""))
                .containsExactly("Apprenant0 Lou", "Apprenant1 Lou", "Apprenant3 Lou", "Élan Lou");
    }

    @Test
    void the_device_is_given_who_is_expected_and_no_more() {
        open("/seances/" + session + "/appel");
        click("Absent : Lou Apprenant0");
        assertThat(roll().path("open").asBoolean()).isTrue();
        assertThat(roll().path("learners").get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "name", "shown", "version", "status");
        assertThat(roll().path("learners").get(1).path("version").asInt()).isZero();
        assertThat(roll().path("words").path("waiting").asString()).startsWith("{0} marques en attente");
        clock.set(START.plus(Duration.ofHours(3)));
        attendance.close(session);
        open("/");
        open("/seances/" + session + "/appel");
        assertThat(roll().path("open").asBoolean()).isFalse();
    }

    @Test
    void what_the_device_sends_is_taken_once_shown_and_answered_mark_by_mark() {
        open("/seances/" + session + "/appel");
        String sent = "{\"sentAt\":\"2027-10-12T09:10:00+02:00\",\"marks\":[" + sent(centre.learners.get(0)) + ","
                + sent(SmallCentre.id()) + "]}";
        var answer = JSON.readTree(device().receive(sent)).path("items");
        assertThat(answer.get(0).path("why").isNull()).isTrue();
        assertThat(answer.get(1).path("why").asString()).contains("pas attendu");
        assertThat(shown()).contains("1 sur 3 pointés");
        assertThat(JSON.readTree(device().receive(sent))
                        .path("items")
                        .get(0)
                        .path("why")
                        .isNull())
                .isTrue();
        assertThat(attendance.history(session, centre.learners.getFirst())).hasSize(1);
        assertThat(device().receive("no marks")).isEqualTo("{\"items\":[]}");
        assertThat(device().receive("{\"marks\":[" + sent(centre.learners.get(1)) + "]}"))
                .contains("sentAt");
        assertThat(status(1)).isEqualTo(AttendanceStatus.AWAITING_DATA);
    }

    private static String sent(UUID learner) {
        return "{\"key\":\"" + SmallCentre.id() + "\",\"learnerId\":\"" + learner
                + "\",\"status\":\"PRESENT\",\"at\":\"2027-10-12T09:05:00+02:00\",\"version\":0,\"from\":null,\"to\":null}";
    }

    private OfflineRoll device() {
        return reachable(OfflineRoll.class).findFirst().orElseThrow();
    }

    private JsonNode roll() {
        return JSON.readTree(device().getElement().getProperty("roll"));
    }

    @Test
    void nobody_is_expected() {
        sql.sql("update group_membership set to_on = '2020-01-02' where group_id = ?")
                .param(centre.group)
                .update();
        UUID empty = centre.session(START.plus(Duration.ofMinutes(30)));
        open("/seances/" + empty + "/appel");
        assertThat(shown()).contains("Personne n'est attendu à cette séance.");
    }

    private AttendanceStatus status(int learner) {
        return attendance.ofSession(session).stream()
                .filter(row -> row.learner().id().equals(centre.learners.get(learner)))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
