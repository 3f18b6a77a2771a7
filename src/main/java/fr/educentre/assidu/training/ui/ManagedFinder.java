package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.shell.ui.FormField.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Finds among things that are kept; those no longer used are not offered, and keep their label where they are named. */
record ManagedFinder<C>(Managed<C> managed, Function<C, String> label) implements Finder {

    @Override
    public List<Option> find(String text, int skipped, int most) {
        int size = Math.max(1, most);
        return managed.search(new Managed.Search(text, false, skipped / size, size)).items().stream()
                .map(one -> new Option(String.valueOf(one.id()), label.apply(one.content())))
                .toList();
    }

    @Override
    public Map<String, String> labels(Collection<String> values) {
        Map<String, String> labels = new HashMap<>();
        values.forEach(value -> labels.put(value, value));
        managed.getAll(values.stream().map(UUID::fromString).toList())
                .forEach(one -> labels.put(String.valueOf(one.id()), label.apply(one.content())));
        return labels;
    }

    @Override
    public String label(String value) {
        try {
            return label.apply(managed.get(UUID.fromString(value)).content());
        } catch (Refusal gone) {
            return value;
        }
    }
}
