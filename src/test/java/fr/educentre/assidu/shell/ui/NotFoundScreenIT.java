package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.ViewTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotFoundScreenIT extends ViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"nulle-part", "connecteurs", "seances/personne"})
    void who_finds_nothing_is_told_so_in_the_frame_of_all_screens_and_led_home(String address) {
        signIn("nf-trainer", Role.TRAINER, new UUID(0, 91));
        open(address);

        assertThat(screen()).containsInstanceOf(RouteNotFoundError.class);
        assertThat(shown()).contains("Page introuvable", "n'est pas ouverte à votre rôle", "Séances");
        assertThat(link("Retour à l'accueil")).isEmpty();
    }

    @Test
    void no_error_is_left_to_the_librarys_own_words() {
        signIn("nf-trainer", Role.TRAINER, new UUID(0, 91));
        var registry =
                ApplicationRouteRegistry.getInstance(VaadinService.getCurrent().getContext());

        assertThat(registry.getErrorNavigationTarget(new NotFoundException())
                        .orElseThrow()
                        .getNavigationTarget())
                .isEqualTo(NotFoundScreen.class);
        assertThat(registry.getErrorNavigationTarget(new IllegalStateException())
                        .orElseThrow()
                        .getNavigationTarget())
                .isEqualTo(FailedScreen.class)
                .isAssignableTo(InternalServerError.class);
    }
}
