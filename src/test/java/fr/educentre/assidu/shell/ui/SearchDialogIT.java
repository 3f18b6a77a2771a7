package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyPressEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search over all screens, from the button in the header, and the bell beside it. */
class SearchDialogIT extends ViewTest {

    private static final String FIELD = "Apprenant, groupe, séance, document ou règle";

    private SmallCentre centre;

    @BeforeEach
    void a_group() {
        centre = new SmallCentre(sql, 7);
        centre.session(Instant.parse("2027-12-07T08:00:00Z"));
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void what_is_found_is_a_link_and_all_of_it_is_one_too() {
        open("/journal");
        click("Chercher (Ctrl K)");
        fill(FIELD, "lou " + centre.code);
        assertThat(dialog()).contains("5 résultats", "Apprenants", "Lou Apprenant0", "L-" + centre.code + "0");
        assertThat(link("Lou Apprenant0")).isEqualTo("apprenants/" + centre.learners.getFirst());
        assertThat(link("Tout voir : Apprenants")).isEqualTo("apprenants?q=lou+" + centre.code);
        fill(FIELD, "personne de ce nom");
        assertThat(dialog()).contains("Rien trouvé");
    }

    @Test
    void enter_opens_the_first() {
        open("/journal");
        click("Chercher (Ctrl K)");
        fill(FIELD, "g " + centre.code);
        var field = field(TextField.class, FIELD);
        ComponentUtil.fireEvent(
                field, new KeyPressEvent(field, Key.ENTER.getKeys().getFirst()));
        assertThat(dialogs()).isEmpty();
        assertThat(shown()).contains("G-" + centre.code + " · Essai · Paris");
    }

    @Test
    void groups_and_sessions_are_listed_by_the_same_words() {
        open("/groupes?q=" + centre.code);
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("G-" + centre.code));
        sql.sql("update training_session set title = ? where group_id = ?")
                .params("Théâtre " + centre.code, centre.group)
                .update();
        open("/seances?q=theatre+" + centre.code);
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("Théâtre"));
    }

    @Test
    void the_bell_says_what_waits_and_leads_there_and_a_learner_has_none() {
        UUID message = SmallCentre.id();
        sql.sql("""
                insert into message (id, idempotency_key, template_key, template_version, locale, recipient_kind, recipient_name,
                                     recipient_address, subject, body, why, state, created_at)
                values (:id, :key, 'x', 1, 'fr', 'STAFF', 'Essai', 'x@essai.example', 'Essai', 'Essai', 'Essai', 'FAILED', now())
                """).param("id", message).param("key", message.toString()).update();
        open("/journal");
        pick(within(bell(), MenuBar.class), "courriel");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("courriels");
        sql.sql("update message set state = 'STOPPED' where id = ?")
                .param(message)
                .update();
        signIn("l-" + centre.code, Role.LEARNER, centre.learners.getFirst());
        open("/espace");
        assertThat(offers("Chercher")).isFalse();
        assertThat(styled("assidu-news")).isEmpty();
    }

    private Component bell() {
        return styled("assidu-news").getFirst();
    }
}
