package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.ViewTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whoever presses a button hears what came of it, in the language that they chose. */
class ScreenFailuresIT extends ViewTest {

    @BeforeEach
    void a_screen_that_is_open() {
        signIn("sf-trainer", Role.TRAINER, new UUID(0, 92));
        open("");
    }

    @Test
    void a_refusal_that_a_screen_did_not_foresee_is_said_as_such() {
        fails(new IllegalStateException(Refusal.invalid("refusal.attendance.notHeld")));
        assertThat(notice()).isEqualTo("La séance est annulée ou reportée : on n'y note personne.");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        fails(Refusal.role());
        assertThat(notice()).isEqualTo("Your role does not allow this operation.");
    }

    @Test
    void what_fails_inside_is_said_without_a_word_of_the_inside() {
        fails(new IllegalStateException("Column x of table y"));
        assertThat(notice()).startsWith("L'opération n'a pas abouti.").doesNotContain("Column");
    }

    @Test
    void while_the_database_is_away_one_is_told_to_wait() {
        fails(new DataAccessResourceFailureException("Connection refused"));
        assertThat(notice()).startsWith("Service momentanément indisponible");
    }

    private static void fails(Exception problem) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(problem));
    }
}
