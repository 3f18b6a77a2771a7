package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.shell.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Versions that something running began with, compiled once each: a published text never changes. */
@Component
class PinnedVersions {

    private static final int KEPT = 50;

    private final PublishedRules published;
    private final Map<Key, AssiduityEngine> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, AssiduityEngine> eldest) {
            return size() > KEPT;
        }
    };

    PinnedVersions(PublishedRules published) {
        this.published = published;
    }

    private record Key(UUID ruleId, int version) {}

    synchronized AssiduityEngine of(UUID ruleId, int version) {
        var key = new Key(ruleId, version);
        var known = compiled.get(key);
        if (known == null) {
            var rule = published.version(ruleId, version).orElseThrow(() -> Refusal.notFound("ruleVersion"));
            known = AssiduityEngine.of(List.of(rule));
            compiled.put(key, known);
        }
        return known;
    }
}
