package fr.educentre.assidu.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for the person who signed in. */
class TasksViewIT extends ViewTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService engine;

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

    @Test
    void a_task_is_taken_given_to_a_colleague_and_found_among_ones_own() {
        var centre = new SmallCentre(sql, 1);
        String subject = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey(
                "test-task",
                Map.of(
                        "subject",
                        subject,
                        "person",
                        "person:" + centre.referent,
                        "role",
                        "role:NOBODY",
                        "due",
                        Date.from(clock.instant().minusSeconds(3600))));
        calls.account("c-" + centre.code, Role.TRAINER, centre.trainer);
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/taches?retard=true");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains(subject, "En retard", "Personne encore"));
        String id = engine.createTaskQuery()
                .processVariableValueEquals("subject", subject)
                .singleResult()
                .getId();
        open("/taches?tache=" + id);
        click("Je m'en charge");
        assertThat(shown()).contains("Vous vous en chargez.");
        open("/taches?moi=true");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains(subject).doesNotContain("Personne encore"));
        open("/taches?tache=" + id);
        click("Lui confier");
        assertThat(shown()).contains("Choisissez un collègue.");
        ComboBox<Accounts.Colleague> to = within(UI.getCurrent(), ComboBox.class);
        to.setValue(to.getListDataView()
                .getItems()
                .filter(one -> one.username().equals("c-" + centre.code))
                .findFirst()
                .orElseThrow());
        click("Lui confier");
        assertThat(engine.createTaskQuery().taskId(id).singleResult().getAssignee())
                .isEqualTo("account:c-" + centre.code);
        assertThat(offers("Rendre la tâche")).isFalse();
        runtime.deleteProcessInstance(
                engine.createTaskQuery().taskId(id).singleResult().getProcessInstanceId(), "tried");
    }
}
