package fr.educentre.assidu.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's password is changed by who knows the present one, for another one that is long enough. */
class ChangePasswordViewIT extends ViewTest {

    private String username;

    @BeforeEach
    void a_trainer() {
        var centre = new SmallCentre(sql, 1);
        username = "t-" + centre.code;
        signIn(username, Role.TRAINER, centre.trainer);
        open("/mot-de-passe");
    }

    @Test
    void the_present_one_is_asked_for() {
        String before = hash();
        change("pas-le-bon", "un-autre-mot-de-passe");
        assertThat(shown()).contains("Le mot de passe actuel n'est pas le bon.");
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void a_short_one_and_the_same_one_are_refused() {
        String before = hash();
        change(calls.password(), "court");
        assertThat(shown()).contains("Choisissez un mot de passe d'au moins");
        change(calls.password(), calls.password());
        assertThat(shown()).contains("Choisissez un mot de passe différent de l'actuel.");
        assertThat(hash()).isEqualTo(before);
    }

    private void change(String current, String next) {
        var fields = reachable(PasswordField.class).toList();
        fill(fields.getFirst(), current);
        fill(fields.getLast(), next);
        click("Changer");
    }

    private String hash() {
        return sql.sql("select password_hash from account where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }
}
