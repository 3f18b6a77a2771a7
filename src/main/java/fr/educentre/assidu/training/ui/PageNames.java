package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.training.management.RecordNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The names that a list shows beside its own, read for a page at once; each list has its own. */
final class PageNames {

    private final RecordNames names;
    private final Map<UUID, String> known = new HashMap<>();

    PageNames(RecordNames names) {
        this.names = names;
    }

    <C> void learners(List<C> page, Function<C, UUID> id) {
        known.putAll(names.learners(page.stream().map(id).distinct().toList()));
    }

    <C> void trainers(List<C> page, Function<C, UUID> id) {
        known.putAll(names.trainers(page.stream().map(id).distinct().toList()));
    }

    <C> void groups(List<C> page, Function<C, UUID> id) {
        known.putAll(names.groups(page.stream().map(id).distinct().toList()));
    }

    /** Of somebody or something that the page names. */
    String of(UUID id) {
        return known.getOrDefault(id, "–");
    }
}
