package fr.educentre.assidu.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs, step by step; who is in charge ends it, with a reason. */
class RunningInstancesIT extends ViewTest {

    @Autowired
    RuntimeService processes;

    private SmallCentre centre;
    private String code;
    private String key;
    private String instance;

    @BeforeEach
    void a_task_under_way() {
        clock.set(Instant.parse("2027-10-20T12:00:00Z"));
        centre = new SmallCentre(sql, 1);
        code = centre.code;
        key = "rule-task:" + code;
        instance = processes
                .startProcessInstanceByKey(
                        "rule-task",
                        key,
                        Variables.createVariables()
                                .putValue("kind", "TASK")
                                .putValue(
                                        "learnerId", centre.learners.getFirst().toString())
                                .putValue("title", "Appeler " + code)
                                .putValue("candidates", "person:" + SmallCentre.id())
                                .putValue("dueAt", null))
                .getId();
    }

    @AfterEach
    void nothing_under_way() {
        if (running()) {
            processes.deleteProcessInstance(instance, "tried");
        }
    }

    @Test
    void every_process_has_its_card_and_what_runs_its_line_and_step() {
        signIn("r-" + code, Role.REFERENT, SmallCentre.id());
        open("/processus");
        assertThat(shown()).contains("Relance d'un apprenant", "Demande de justificatif d'absence");
        assertThat(styled("assidu-card").stream().map(this::read))
                .anySatisfy(card -> assertThat(card)
                        .contains("Tâche demandée par une règle", "Aucun incident", "Faire ce que la règle demande"));
        open("/processus?suivi=rule-task");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "Tâche demandée par une règle",
                                "Lou Apprenant0, Appeler " + code,
                                "Faire ce que la règle demande",
                                "En cours")
                        .doesNotContain(key));
        assertThat(link("Lou Apprenant0, Appeler " + code)).isEqualTo("apprenants/" + centre.learners.getFirst());
        assertThat(offers("Arrêter")).as("a referent only looks").isFalse();
    }

    @Test
    void the_lines_of_one_process_are_asked_for_by_the_address() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/processus?suivi=relaunch");
        assertThat(rows()).noneSatisfy(row -> assertThat(row).contains("Appeler " + code));
        choose("Suivi", "Tâche demandée par une règle");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Appeler " + code));
    }

    @Test
    void who_is_in_charge_ends_what_runs_and_says_why() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/processus?suivi=rule-task");
        press("Arrêter", "Appeler " + code);
        assertThat(dialog()).contains("Arrêter ce suivi ?", "La raison est conservée au journal.");
        click("Arrêter");
        assertThat(notice()).isEqualTo("Indiquez la raison de l'arrêt.");
        assertThat(running()).isTrue();
        fill("Raison", "Levée par erreur");
        click("Arrêter");
        assertThat(dialogs()).isEmpty();
        assertThat(running()).isFalse();
        assertThat(rows()).noneSatisfy(row -> assertThat(row).contains("Appeler " + code));
        assertThat(sql.sql("select after::text from journal_entry where action = 'process.ended' and subject_id = ?")
                        .param(instance)
                        .query(String.class)
                        .single())
                .contains("Levée par erreur");
    }

    private boolean running() {
        return processes
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 1;
    }
}
