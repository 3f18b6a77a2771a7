package fr.educentre.assidu.guide;

import java.util.List;
import java.util.Set;

/**
 * What stands under one title of a page.
 *
 * @param place where it is
 * @param html what follows the title, up to the next
 * @param words the same as plain text, for who seeks in it
 * @param screens routes of the screens that it is about
 */
public record GuideSection(Place place, String title, String html, String words, Set<String> screens) {

    public GuideSection {
        screens = Set.copyOf(screens);
    }

    /**
     * @param page its file's name without ending
     * @param anchor unique on the page
     * @param level 1 for the page's own title
     */
    public record Place(String page, String anchor, int level) {}

    /** A page, section by section. */
    public record Page(String key, List<GuideSection> sections) {

        public Page {
            sections = List.copyOf(sections);
        }

        public String title() {
            return sections.getFirst().title();
        }
    }
}
