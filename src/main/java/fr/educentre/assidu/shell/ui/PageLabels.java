package fr.educentre.assidu.shell.ui;

import fr.educentre.assidu.shell.ui.FormField.Finder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Labels of what the things of a list name: asked for a page at a time, never one by one. */
public final class PageLabels {

    private final Finder finder;
    private final Map<String, String> labels = new HashMap<>();

    public PageLabels(Finder finder) {
        this.finder = finder;
    }

    /** Reads those of a page; of a page read before, anew. */
    public void load(Collection<?> values) {
        List<String> texts = values.stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
        if (!texts.isEmpty()) {
            labels.putAll(finder.labels(texts));
        }
    }

    /** Of a value of a page that was read. */
    public String of(Object value) {
        return labels.computeIfAbsent(String.valueOf(value), finder::label);
    }
}
