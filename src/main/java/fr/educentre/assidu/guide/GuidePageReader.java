package fr.educentre.assidu.guide;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Takes a page of the guide apart at its titles. A comment {@code <!-- écrans : absences taches -->} under a title says which screens the
 * section is about; links and pictures, written for readers of the repository, lead to where they are in the application.
 */
final class GuidePageReader {

    private static final Pattern SCREENS = Pattern.compile("<!--\\s*écrans\\s*:\\s*(.*?)\\s*-->");
    private static final Pattern PICTURE = Pattern.compile("src=\"images/");
    private static final Pattern PAGE_LINK = Pattern.compile("([A-Za-z-]+)\\.md(#.*)?");

    private final Parser parser;
    private final HtmlRenderer html;
    private final TextContentRenderer text;

    GuidePageReader() {
        List<Extension> extensions = List.of(TablesExtension.create());
        parser = Parser.builder().extensions(extensions).build();
        html = HtmlRenderer.builder()
                .extensions(extensions)
                .attributeProviderFactory(context -> GuidePageReader::inTheApplication)
                .build();
        text = TextContentRenderer.builder().extensions(extensions).build();
    }

    GuideSection.Page read(String key, String markdown) {
        List<GuideSection> sections = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        Heading heading = null;
        var body = new Document();
        Node node = parser.parse(markdown).getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            if (node instanceof Heading title) {
                if (heading != null) {
                    sections.add(section(key, heading, body, anchors));
                }
                heading = title;
                body = new Document();
            } else {
                body.appendChild(node);
            }
            node = next;
        }
        if (heading != null) {
            sections.add(section(key, heading, body, anchors));
        }
        return new GuideSection.Page(key, sections);
    }

    private GuideSection section(String page, Heading heading, Document body, Set<String> anchors) {
        Set<String> screens = new LinkedHashSet<>();
        Node node = body.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            if (node instanceof HtmlBlock block) {
                var comment = SCREENS.matcher(block.getLiteral());
                if (comment.find()) {
                    screens.addAll(Arrays.asList(comment.group(1).split("\\s+")));
                    node.unlink();
                }
            }
            node = next;
        }
        String title = text.render(heading).strip();
        String anchor = anchor(title);
        for (int n = 1; !anchors.add(anchor); n++) {
            anchor = anchor(title) + "-" + n;
        }
        return new GuideSection(
                new GuideSection.Place(page, anchor, heading.getLevel()),
                title,
                PICTURE.matcher(html.render(body)).replaceAll("src=\"aide-images/"),
                text.render(body).replaceAll("\\s+", " ").strip(),
                screens);
    }

    /** As the repository's own pages make it: words in small letters, joined by hyphens. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .strip()
                .replace(' ', '-');
    }

    /** Without accents and in small letters. */
    static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    private static void inTheApplication(Node node, String tag, Map<String, String> attributes) {
        String target = attributes.get("href");
        if (!"a".equals(tag) || target == null || target.startsWith("#") || target.contains("://")) {
            return;
        }
        var page = PAGE_LINK.matcher(target);
        if (page.matches()) {
            String anchor = page.group(2) == null ? "" : page.group(2);
            attributes.put("href", "aide/" + page.group(1) + anchor);
        } else {
            // What is not part of the guide is not part of the application.
            attributes.remove("href");
        }
    }

    /** Each word that is sought, folded. */
    static List<String> sought(String query) {
        return Arrays.stream(folded(query).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toList());
    }
}
