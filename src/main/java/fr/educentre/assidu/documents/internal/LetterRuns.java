package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.DocumentLetters.Fallback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts cut where their letters need another font. */
final class LetterRuns {

    private static final Pattern MARKUP_OR_TEXT = Pattern.compile("(<[^>]*>)|([^<]+)");

    private final DocumentLetters letters;
    private final Map<String, Fallback> used = new LinkedHashMap<>();

    LetterRuns(DocumentLetters letters) {
        this.letters = letters;
    }

    /** @param fallback null where the main font prints it */
    record Run(String text, @Nullable Fallback fallback) {}

    /** @throws fr.educentre.assidu.shell.Refusal INVALID for a letter that no font has */
    List<Run> of(String text) {
        letters.require(text);
        List<Run> runs = new ArrayList<>();
        var run = new StringBuilder();
        Fallback current = null;
        for (int letter : text.codePoints().toArray()) {
            Fallback needed =
                    letters.plain(letter) ? null : letters.fallback(letter).orElse(null);
            if (needed != current && !run.isEmpty()) {
                runs.add(new Run(run.toString(), current));
                run.setLength(0);
            }
            current = needed;
            if (Character.getType(letter) != Character.FORMAT) {
                run.appendCodePoint(letter);
            }
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), current));
        }
        return runs;
    }

    /** A page whose texts name the fonts they need. */
    String page(String xhtml) {
        int body = Math.max(0, xhtml.indexOf("<body"));
        var page = new StringBuilder(xhtml.length() + 64).append(xhtml, 0, body);
        Matcher part = MARKUP_OR_TEXT.matcher(xhtml.substring(body));
        while (part.find()) {
            if (part.group(1) == null) {
                of(part.group(2)).forEach(run -> append(page, run));
            } else {
                page.append(part.group(1));
            }
        }
        return page.toString();
    }

    /** The fonts that {@link #page} named. */
    List<Fallback> used() {
        return List.copyOf(used.values());
    }

    private void append(StringBuilder page, Run run) {
        Fallback fallback = run.fallback();
        if (fallback == null) {
            page.append(run.text());
            return;
        }
        used.put(fallback.file(), fallback);
        page.append("<span style=\"font-family: '")
                .append(fallback.family())
                .append("'; font-weight: normal\">")
                .append(run.text())
                .append("</span>");
    }
}
