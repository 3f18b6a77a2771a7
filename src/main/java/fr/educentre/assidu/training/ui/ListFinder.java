package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.training.Centre.Labelled;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Finds in a short list. */
record ListFinder(Supplier<List<Labelled>> all) implements Finder {

    @Override
    public List<Option> find(String text, int skipped, int most) {
        String sought = text.toLowerCase(Locale.ROOT);
        return all.get().stream()
                .filter(one -> (one.label() + ' ' + one.code())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .skip(skipped)
                .limit(most)
                .map(one -> new Option(one.id().toString(), one.label()))
                .toList();
    }

    @Override
    public Map<String, String> labels(Collection<String> values) {
        Map<String, String> labels = new HashMap<>();
        values.forEach(value -> labels.put(value, value));
        all.get().forEach(one -> labels.replace(one.id().toString(), one.label()));
        return labels;
    }

    @Override
    public String label(String value) {
        return all.get().stream()
                .filter(one -> one.id().toString().equals(value))
                .map(Labelled::label)
                .findFirst()
                .orElse(value);
    }
}
