package fr.educentre.assidu.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.Test;

/** What waits for the person who signed in. */
class TasksViewIT extends ViewTest {

    @Test
    void nothing_waits_for_a_new_trainer() {
        var centre = new SmallCentre(sql, 1);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/taches");
        assertThat(rows()).isEmpty();
        assertThat(shown())
                .contains(
                        "Aucune tâche en attente",
                        "Les justificatifs à examiner et les relances à reprendre apparaîtront ici.",
                        "Choisissez une tâche dans la liste");
    }

    @Test
    void a_task_that_is_not_ones_own_shows_nothing() {
        var centre = new SmallCentre(sql, 1);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
        open("/taches?tache=personne");
        assertThat(offers("Accepter")).isFalse();
        assertThat(offers("Refuser")).isFalse();
    }
}
