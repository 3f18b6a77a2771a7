package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.login.LoginForm;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.Test;

/** The door: open to everyone, and silent about what was wrong with what was typed. */
class LoginViewIT extends ViewTest {

    @Test
    void someone_who_has_not_signed_in_is_asked_to_under_the_applications_name() {
        signedOut();
        open("/login");
        assertThat(shown()).contains("Assidu", "Suivi et assiduité des apprenants");
        assertThat(form().isError()).isFalse();
        assertThat(form().getAction()).isEqualTo("login");
        assertThat(form().isForgotPasswordButtonVisible()).isTrue();
    }

    @Test
    void a_sign_in_that_failed_says_so_without_telling_which_half_was_wrong() {
        signedOut();
        open("/login?error");
        assertThat(form().isError()).isTrue();
        assertThat(form().getElement().getPropertyRaw("i18n").toString()).contains("Compte ou mot de passe incorrect");
    }

    private LoginForm form() {
        return reachable(LoginForm.class).findFirst().orElseThrow();
    }
}
