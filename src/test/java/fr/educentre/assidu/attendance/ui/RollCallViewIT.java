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

/** The roll-call, learner by learner, taken back, for all the others, and closed. */
class RollCallViewIT extends ViewTest {

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
        click("Parti avant la fin : Lou Apprenant2");
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
        click("Tous les autres présents");
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
