package fr.educentre.assidu.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words of a mail, changed where they are read. */
class TemplatesViewIT extends ViewTest {

    private static final String ADDRESS = "courriels/modeles?modele=feuille-a-signer&langue=fr";

    @BeforeEach
    void a_quality_manager() {
        var centre = new SmallCentre(sql, 1);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @AfterEach
    void as_shipped() {
        sql.sql("delete from message_template where key = 'feuille-a-signer'").update();
    }

    @Test
    void words_are_changed_put_in_force_and_taken_back() {
        open("courriels/modeles");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("Absence du jour, à l'apprenant", "français", "d'origine"));
        open(ADDRESS);
        var text = within(UI.getCurrent(), TextArea.class);
        String shipped = text.getValue();
        assertThat(shipped).contains("{manque}", "{lien}").doesNotContain("[");
        text.setValue("Il manque {manque} {signature}");
        click("Mettre en vigueur");
        assertThat(text.isInvalid()).isTrue();
        assertThat(text.getValue()).as("what was typed").isEqualTo("Il manque {manque} {signature}");
        text.setValue("Il manque {manque} : {lien}");
        click("Voir le courriel");
        assertThat(shown()).contains("Il manque votre signature : https://centre.example/exemple");
        click("Mettre en vigueur");
        open("courriels/modeles?centre=true");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Feuille à signer"));
        open(ADDRESS);
        assertThat(within(UI.getCurrent(), TextArea.class).getValue()).isEqualTo("Il manque {manque} : {lien}");
        click("Reprendre le texte d'origine");
        assertThat(within(UI.getCurrent(), TextArea.class).getValue()).isEqualTo(shipped);
    }
}
