package fr.educentre.assidu.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What runs, for whoever reads French and for whoever reads English. */
class ProcessesViewIT extends ViewTest {

    @Test
    void processes_bear_their_names_in_the_readers_language() {
        var centre = new SmallCentre(sql, 1);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/processus");
        assertThat(shown()).contains("Travaux de fond", "Demande de justificatif d'absence", "Relance d'un apprenant");

        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("/processus?suivi=relaunch");
        assertThat(shown())
                .contains("Background work", "Request for a supporting document", "Reminder of a learner")
                .doesNotContain("Travaux", "Relance", "justificatif");
    }
}
