package fr.educentre.assidu.guide;

import fr.educentre.assidu.guide.GuideSection.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The guide of the application, in French; it is the same for everybody who is signed in. */
@Component
public class Guide {

    /** The page with which it begins. */
    public static final String FIRST = "README";

    /** How the guide calls the screen with the empty address. */
    private static final String HOME = "accueil";

    private static final int MOST_FOUND = 20;

    private final Supplier<Map<String, Page>> pages = SingletonSupplier.of(Guide::read);

    private static Map<String, Page> read() {
        var reader = new GuidePageReader();
        Map<String, Page> pages = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:guide/*.md")) {
                String key = String.valueOf(file.getFilename()).replace(".md", "");
                pages.put(key, reader.read(key, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    /** Every page, the first one first. */
    public List<Page> pages() {
        List<Page> all = new ArrayList<>(pages.get().values());
        all.sort(Comparator.comparing((Page page) -> !page.key().equals(FIRST)).thenComparing(Page::title));
        return all;
    }

    public Optional<Page> page(String key) {
        return Optional.ofNullable(pages.get().get(key));
    }

    /**
     * What the guide says of a screen, else of those under which it stands.
     *
     * @param route as in its address, a thing's own identifier being {@code :id}
     */
    public Optional<GuideSection> ofScreen(String route) {
        String one = route.isEmpty() ? HOME : route;
        while (!one.isEmpty()) {
            String screen = one;
            Optional<GuideSection> found = sections().stream()
                    .filter(section -> section.screens().contains(screen))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            one = one.substring(0, Math.max(0, one.lastIndexOf('/')));
        }
        return Optional.empty();
    }

    /** Sections that hold every word, accents and case aside; those whose title does come first. */
    public List<GuideSection> find(String query) {
        List<String> words = GuidePageReader.sought(query);
        if (words.isEmpty()) {
            return List.of();
        }
        return sections().stream()
                .filter(section -> holds(section.title() + " " + section.words(), words))
                .sorted(Comparator.comparing(section -> !holds(section.title(), words)))
                .limit(MOST_FOUND)
                .toList();
    }

    private static boolean holds(String text, List<String> words) {
        String folded = GuidePageReader.folded(text);
        return words.stream().allMatch(folded::contains);
    }

    private List<GuideSection> sections() {
        return pages().stream().flatMap(page -> page.sections().stream()).toList();
    }
}
