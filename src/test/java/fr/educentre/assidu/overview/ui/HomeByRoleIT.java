package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Each role begins its day with what it has to do; every number leads to what it counts. */
class HomeByRoleIT extends ViewTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-11-23T08:00:00Z");

    @Autowired
    Attendance attendance;

    private SmallCentre centre;

    @BeforeEach
    void a_group() {
        clock.set(START.plus(Duration.ofMinutes(15)));
        centre = new SmallCentre(sql, 2);
    }

    @Test
    void a_trainer_begins_with_the_class_that_runs_then_the_others_then_what_they_have_not_closed() {
        UUID yesterday = centre.session(START.minus(Duration.ofDays(1)));
        UUID now = centre.session(START);
        centre.session(START.plus(Duration.ofHours(5)));
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/");
        String shown = shown();
        assertThat(shown)
                .contains(
                        "Maintenant",
                        "Mes autres séances du jour",
                        "14:00",
                        "Mes séances à clôturer",
                        "lun. 22 nov. 2027");
        assertThat(shown.indexOf("Faire l'appel")).isBetween(0, shown.indexOf("Mes autres séances du jour"));
        assertThat(link("Faire l'appel")).isEqualTo("seances/" + now + "/appel");
        assertThat(link("Atelier · lun. 22 nov. 2027, 09:00")).isEqualTo("seances/" + yesterday);
        assertThat(tiles()).contains("seances?du=2027-11-23&au=2027-11-23", "taches", "seances?etat=AWAITING_DATA");
    }

    @Test
    void a_trainer_without_a_class_today_reads_when_the_next_one_is() {
        centre.session(START.plus(Duration.ofDays(2)));
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/");
        assertThat(shown()).contains("Pas de séance aujourd'hui", "La prochaine : Atelier, jeu. 25 nov. 2027, 09:00.");
        clock.set(START.plus(Duration.ofDays(2)).minus(Duration.ofHours(1)));
        open("/");
        assertThat(shown())
                .contains("Prochaine séance", "L'appel ouvre à 08:30.")
                .doesNotContain("Faire l'appel");
    }

    @Test
    void a_referent_begins_with_who_is_missing_in_their_groups_and_their_numbers() {
        UUID session = centre.session(START);
        var elsewhere = new SmallCentre(sql, 1);
        elsewhere.session(START);
        sql.sql("update learner set phone = '06 12 34 56 78', last_name = ? where id = ?")
                .params("Manquante " + centre.code, centre.learners.getFirst())
                .update();
        sql.sql("update learner set last_name = ? where id = ?")
                .params("Ailleurs " + elsewhere.code, elsewhere.learners.getFirst())
                .update();
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/");
        assertThat(shown())
                .contains("Qui manque maintenant", "2 personnes manquent", "2 à appeler", "Manquante " + centre.code)
                .doesNotContain("Ailleurs " + elsewhere.code);
        assertThat(link("Appeler Apprenant Lou Manquante " + centre.code + " au 06 12 34 56 78"))
                .isEqualTo("tel:0612345678");
        assertThat(link("Tout voir : Qui manque maintenant")).isEqualTo("absents");

        elsewhereMarked(session, centre.learners.getFirst());
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(shown()).contains("Une personne manque").doesNotContain("Manquante " + centre.code);
    }

    private void elsewhereMarked(UUID session, UUID learner) {
        var here = SecurityContextHolder.getContext();
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(session, learner, new Attendance.Mark(AttendanceStatus.PRESENT, null, null, null, null));
        SecurityContextHolder.setContext(here);
    }

    @Test
    void a_quality_manager_begins_with_what_waits_for_a_decision_each_number_leading_to_its_list() {
        UUID session = centre.session(START.minus(Duration.ofDays(1)));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/");
        assertThat(tiles())
                .contains(
                        "taches",
                        "absences?etat=UNDER_REVIEW",
                        "absences?etat=TO_JUSTIFY",
                        "seances?etat=AWAITING_DATA",
                        "seances?etat=OPEN&au=2027-11-23",
                        "courriels?etat=FAILED",
                        "alertes?etat=OPEN",
                        "identites");
        assertThat(read(styled("assidu-tile").stream()
                        .filter(tile -> read(tile).contains("Absences à justifier"))
                        .findFirst()
                        .orElseThrow()))
                .doesNotContain("\n0\n");
        open("absences?etat=TO_JUSTIFY");
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).contains("À justifier"));
    }

    @Test
    void an_administrator_begins_with_connectors_mails_and_accounts() {
        signIn("a-" + centre.code, Role.ADMIN, SmallCentre.id());
        sql.sql("update account set valid_until = ? where username = ?")
                .params(START.plus(Duration.ofDays(9)).atOffset(java.time.ZoneOffset.UTC), "a-" + centre.code)
                .update();
        open("/");
        assertThat(tiles())
                .contains("connecteurs", "courriels", "centre/comptes")
                .doesNotContain("alertes?etat=OPEN", "processus", "taches");
        assertThat(shown()).contains("Comptes bientôt terminés", "Connecteurs en défaut", "Comptes jamais ouverts");
        sql.sql("update account set valid_until = null where username = ?")
                .param("a-" + centre.code)
                .update();
    }

    @Test
    void an_auditor_begins_with_documents_and_what_proves_training() {
        signIn("au-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/");
        assertThat(tiles())
                .contains("preuves", "seances?etat=CLOSED", "identites")
                .doesNotContain("taches");
        assertThat(shown()).contains("Derniers documents émis").doesNotContain("Mes tâches");
    }

    @Test
    void who_has_several_roles_reads_the_one_acted_in_and_finds_the_way_into_the_others() {
        String username = "tr-" + centre.code;
        signIn(username, Role.TRAINER, centre.trainer);
        sql.sql("insert into account_role (account_id, position, role)"
                        + " select id, 1, 'QUALITY_MANAGER' from account where username = ?")
                .param(username)
                .update();
        open("/");
        assertThat(shown()).contains("Formateur", "Responsable qualité");
        assertThat(offers("Agir comme : Responsable qualité")).isTrue();
    }

    @Test
    void every_number_leads_to_a_screen_that_its_reader_may_open() {
        centre.session(START);
        for (Role role : List.of(Role.TRAINER, Role.REFERENT, Role.QUALITY_MANAGER, Role.ADMIN, Role.AUDITOR)) {
            signIn("x" + role.ordinal() + centre.code, role, role == Role.REFERENT ? centre.referent : centre.trainer);
            open("/");
            List<String> addresses = tiles();
            assertThat(addresses).as(role.name()).isNotEmpty();
            for (String address : addresses) {
                open(address);
                assertThat(shown()).as("%s to %s", address, role).doesNotContain("Page introuvable");
            }
        }
    }

    private List<String> tiles() {
        return styled("assidu-tile").stream()
                .map(Component::getElement)
                .map(tile -> tile.getAttribute("href"))
                .toList();
    }
}
