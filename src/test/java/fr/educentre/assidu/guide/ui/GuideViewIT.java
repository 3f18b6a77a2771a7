package fr.educentre.assidu.guide.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.guide.Guide;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "?" opens what the guide says of the screen; words are sought in all of it. */
class GuideViewIT extends ViewTest {

    /** Before one is signed in, the guide itself, and a screen of the demonstration. */
    private static final Set<String> WITHOUT =
            Set.of("login", "j/:token", "c/:___url_parameter", "c", "aide", "aide/:page", "simulateur");

    @Autowired
    Guide guide;

    private final String code = Long.toString(System.nanoTime(), 36);

    @Test
    void every_screen_is_told_of_in_the_guide() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        assertThat(RouteConfiguration.forApplicationScope().getAvailableRoutes())
                .extracting(route -> route.getTemplate())
                .filteredOn(template -> !WITHOUT.contains(template))
                .filteredOn(template -> guide.ofScreen(template).isEmpty())
                .isEmpty();
    }

    @Test
    void help_of_a_screen_opens_its_section() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/imports/historique");
        follow("Aide sur cet écran");
        assertThat(shown()).contains("Importer listes et calendriers", "Revenir en arrière");
    }

    @Test
    void its_pictures_are_shown_to_who_is_signed_in() throws Exception {
        calls.account("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        HttpClient browser = Calls.browser();
        calls.signIn(browser, "q-" + code, calls.password());
        var picture = browser.send(
                HttpRequest.newBuilder(calls.uri("/aide-images/imports.png")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(calls.send(HttpRequest.newBuilder(calls.uri("/aide-images/imports.png"))
                                .build())
                        .headers()
                        .firstValue("Content-Type"))
                .as("to a visitor")
                .isNotEqualTo(java.util.Optional.of("image/png"));
        assertThat(picture.body()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
    }

    @Test
    void a_word_is_found_wherever_it_stands_and_an_unknown_page_says_what_to_do() {
        signIn("t-" + code, Role.TRAINER, SmallCentre.id());
        open("/aide?q=pauses");
        assertThat(shown()).contains("sections pour");
        open("/aide/inconnue");
        assertThat(shown()).contains("Cette page du guide n'existe pas");
    }
}
