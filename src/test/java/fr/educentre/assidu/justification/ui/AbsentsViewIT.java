package fr.educentre.assidu.justification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is missing today, called with a tap, taken back, marked as arrived; followed while it is open. */
class AbsentsViewIT extends ViewTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-11-16T08:00:00Z");

    @Autowired
    Attendance attendance;

    @Autowired
    AbsentPeople absents;

    @Autowired
    Texts texts;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_class_that_has_begun() {
        clock.set(START.plus(Duration.ofMinutes(20)));
        centre = new SmallCentre(sql, 2);
        session = centre.session(START);
        sql.sql("update learner set phone = '06 12 34 56 78' where id = ?")
                .param(centre.learners.getFirst())
                .update();
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
    }

    @Test
    void each_person_has_their_session_their_number_and_where_they_stand() {
        open("/absents");
        assertThat(shown())
                .contains(
                        "2 personnes manquent, 2 à appeler.",
                        "Matin (2)",
                        "Après-midi (0)",
                        "Pas encore pointé",
                        "Groupe essai · 09:00 – 12:00 Atelier",
                        "Aucun numéro de téléphone connu",
                        "Pas encore prévenu par courriel · Rien à justifier pour l'instant");
        assertThat(link("Appeler Apprenant Lou Apprenant0 au 06 12 34 56 78")).isEqualTo("tel:0612345678");
    }

    @Test
    void a_tap_notes_what_came_of_a_call_and_another_takes_it_back() {
        open("/absents");
        click("Message laissé : Lou Apprenant0");
        assertThat(shown()).contains("Message laissé, 09:20, par r-" + centre.code);
        assertThat(notice()).contains("Lou Apprenant0 : Message laissé.");
        click("Annuler « Message laissé » : Lou Apprenant0");
        assertThat(shown()).doesNotContain("Message laissé, 09:20");

        click("Avec une note… : Lou Apprenant1");
        assertThat(dialog()).contains("Appel à propos de Lou Apprenant1");
        fill("Note (facultative)", "Bus en panne");
        click("Enregistrer");
        assertThat(shown()).contains("Répondu, 09:20, par r-" + centre.code + " : Bus en panne", "1 à appeler");
    }

    @Test
    void what_is_shown_is_given_as_a_file() {
        List<AbsentPerson> shown = absents.on(LocalDate.of(2027, 11, 16), null);
        var file = new AbsentsFile(texts, LocalDate.of(2027, 11, 16), shown);
        assertThat(file.csv().fileName()).isEqualTo("absents-2027-11-16.csv");
        assertThat(new String(file.csv().bytes(), StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Matin;Lou Apprenant0;Groupe essai;Pas encore pointé;")
                        .contains("06 12 34 56 78"));
        assertThat(file.xlsx().bytes()).startsWith('P', 'K');
        open("/absents");
        assertThat(shown()).contains("Exporter (CSV)", "Exporter (Excel)");
    }

    @Test
    void the_day_and_the_group_stand_in_the_address() {
        open("/absents?jour=2027-11-15");
        assertThat(shown()).contains("Personne ne manque, 0 à appeler.");
        open("/absents?groupe=" + centre.group);
        assertThat(shown()).contains("2 personnes manquent");
        open("/absents?jour=pas-un-jour&groupe=aucun");
        assertThat(shown()).contains("2 personnes manquent");
    }

    @Test
    void what_comes_in_meanwhile_is_shown_while_something_is_typed() {
        open("/absents");
        click("Avec une note… : Lou Apprenant1");
        fill("Note (facultative)", "Bus");
        attendanceElsewhere();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(shown()).contains("Une personne manque").doesNotContain("Pas encore pointé : Lou Apprenant0");
        assertThat(dialog()).contains("Appel à propos de Lou Apprenant1");
        assertThat(field(com.vaadin.flow.component.textfield.TextArea.class, "Note (facultative)")
                        .getValue())
                .isEqualTo("Bus");
    }

    private void attendanceElsewhere() {
        var here = org.springframework.security.core.context.SecurityContextHolder.getContext();
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.PRESENT, null, null, null, null));
        org.springframework.security.core.context.SecurityContextHolder.setContext(here);
    }

    @Test
    void a_quality_manager_marks_who_came_in_with_the_hour() {
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/absents?groupe=" + centre.group);
        click("Marquer comme arrivé : Lou Apprenant0");
        assertThat(dialog()).contains("Arrivée de Lou Apprenant0", "09:00 – 12:00 Atelier");
        set("Heure d'arrivée", LocalTime.of(13, 0));
        click("Enregistrer");
        assertThat(dialogs()).as("after the end").hasSize(1);
        set("Heure d'arrivée", LocalTime.of(9, 15));
        click("Enregistrer");
        assertThat(notice()).isEqualTo("L'arrivée de Lou Apprenant0 est notée.");
        assertThat(shown()).contains("Arrivé en retard", "(retard de 15 min)");
        assertThat(attendance.ofSession(session))
                .filteredOn(row -> row.learner().id().equals(centre.learners.getFirst()))
                .singleElement()
                .satisfies(row -> assertThat(row.status()).isEqualTo(AttendanceStatus.LATE));
    }

    @Test
    void a_trainer_marks_who_came_into_their_own_session_and_calls_nobody() {
        var other = new SmallCentre(sql, 1);
        other.session(sql.sql("select starts_at from training_session where id = ?")
                .param(session)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant());
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/absents");
        assertThat(shown()).contains("2 personnes manquent");
        assertThat(offers("Message laissé")).isFalse();
        click("Marquer comme arrivé : Lou Apprenant0");
        set("Heure d'arrivée", LocalTime.of(9, 15));
        click("Enregistrer");
        assertThat(notice()).isEqualTo("L'arrivée de Lou Apprenant0 est notée.");
        assertThat(attendance.ofSession(session))
                .filteredOn(row -> row.learner().id().equals(centre.learners.getFirst()))
                .singleElement()
                .satisfies(row -> assertThat(row.status()).isEqualTo(AttendanceStatus.LATE));
    }

    @Test
    void a_referent_marks_nobody() {
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/absents");
        assertThat(shown()).contains("2 personnes manquent");
        assertThat(offers("Marquer comme arrivé")).isFalse();
    }
}
