package fr.educentre.assidu.guide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.guide.GuideSection.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide as the application reads it. */
class GuideTests {

    private static final Pattern LINK = Pattern.compile("href=\"(?:aide/([A-Za-z-]+))?(?:#([^\"]*))?\"");
    private static final Pattern PICTURE = Pattern.compile("src=\"([^\"]+)\"");

    private final Guide guide = new Guide();

    @Test
    void the_first_page_comes_first_and_every_page_begins_with_its_title() {
        assertThat(guide.pages().getFirst().key()).isEqualTo(Guide.FIRST);
        assertThat(guide.pages())
                .allSatisfy(page ->
                        assertThat(page.sections().getFirst().place().level()).isEqualTo(1));
    }

    @Test
    void every_link_leads_to_a_section_and_every_picture_is_there() {
        List<String> wrong = new ArrayList<>();
        for (Page page : guide.pages()) {
            for (GuideSection section : page.sections()) {
                var link = LINK.matcher(section.html());
                while (link.find()) {
                    String to = link.group(1) == null ? page.key() : link.group(1);
                    if (!anchors(to).contains(link.group(2) == null ? "" : link.group(2))) {
                        wrong.add(page.key() + ": " + link.group());
                    }
                }
                var picture = PICTURE.matcher(section.html());
                while (picture.find()) {
                    if (getClass().getResource("/" + picture.group(1).replace("aide-images", "guide/images")) == null) {
                        wrong.add(page.key() + ": " + picture.group(1));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> anchors(String page) {
        Set<String> anchors = guide.page(page)
                .map(found -> found.sections().stream()
                        .map(section -> section.place().anchor())
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
        if (!anchors.isEmpty()) {
            anchors.add("");
        }
        return anchors;
    }

    @Test
    void what_is_sought_is_found_without_accents_and_by_its_title_first() {
        assertThat(guide.find("FAIRE APPEL").getFirst().title()).isEqualTo("Faire l'appel");
        assertThat(guide.find("réglages introuvables xyz")).isEmpty();
        assertThat(guide.find(" ")).isEmpty();
    }

    @Test
    void a_screen_has_its_section_else_that_of_those_around_it() {
        assertThat(guide.ofScreen("imports/historique").orElseThrow().title()).isEqualTo("Revenir en arrière");
        assertThat(guide.ofScreen("centre/sites").orElseThrow().title()).isEqualTo("Tenir le centre");
        assertThat(guide.ofScreen("nulle-part")).isEmpty();
    }

    @Test
    void what_is_written_between_angles_is_no_screen_and_no_text() {
        Page page = new GuidePageReader()
                .read("p", "# Un\n<!-- écrans : a b -->\n\nTexte.\n\n## Un\n\n[x](../autre/y.md)\n");
        assertThat(page.sections().getFirst().screens()).containsExactlyInAnyOrder("a", "b");
        assertThat(page.sections().getFirst().html()).doesNotContain("écrans");
        assertThat(page.sections().get(1).place().anchor()).isEqualTo("un-1");
        assertThat(page.sections().get(1).html()).doesNotContain("href");
    }
}
