package fr.educentre.assidu.justification.ui;

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

/** Absences that wait for a justification; the referent hands one in for a learner. */
class AbsencesViewIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-10-26T07:00:00Z");

    @Autowired
    Attendance attendance;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_finished_session() {
        clock.set(START.plus(Duration.ofHours(4)));
        centre = new SmallCentre(sql, 2);
        session = centre.session(START);
        sql.sql("update learner set last_name = ? where id = ?")
                .params("Absente " + centre.code, centre.learners.getFirst())
                .update();
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void nothing_waits_where_nobody_was_absent() {
        open("/absences");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains("Aucune absence à traiter");
    }

    @Test
    void the_referent_justifies_for_the_learner() {
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        open("/absences");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("Lou Absente " + centre.code, "Atelier", "mar. 26 oct. 2027, 09:00", "3 h"));
        assertThat(offers("Justifier à sa place")).as("a trainer decides").isFalse();

        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/absences");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains(centre.code, "Justifier à sa place"));
        press("Justifier à sa place", centre.code);
        assertThat(dialog()).contains("Justifier à la place de Lou Absente " + centre.code);
        click("Envoyer mon justificatif");
        assertThat(dialog()).contains("Choisissez un motif.");
        choose("Motif", "Convocation (tribunal, préfecture, France Travail, examen)");
        assertThat(dialog()).as("what has been mended is wrong no more").doesNotContain("Choisissez un motif.");
        drop("convocation.pdf", "%PDF-1.4\n1 0 obj\n");
        assertThat(dialog()).contains("Fichier joint : convocation.pdf");
        click("Envoyer mon justificatif");
        assertThat(notice()).contains("Justificatif enregistré");
        assertThat(dialogs()).isEmpty();
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains(centre.code).doesNotContain("Justifier"));
        assertThat(sql.sql("select reason_code from justification where learner_id = ?")
                        .param(centre.learners.getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("SUMMONS");
    }

    @Test
    void a_catch_up_is_planned_from_an_absence() {
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/absences");
        assertThat(offers("Rattrapage")).as("a quality manager plans").isFalse();
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/absences");
        press("Rattrapage", centre.code);
        assertThat(dialog()).contains("À la place de « Atelier »");
        set("Nouveau début", java.time.LocalDateTime.parse("2027-11-02T09:00"));
        click("Planifier le rattrapage");
        assertThat(sql.sql("select count(*) from training_session where catch_up_of_id = ?")
                        .param(session)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
