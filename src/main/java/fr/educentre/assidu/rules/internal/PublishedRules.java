package fr.educentre.assidu.rules.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules in force on this node. Each use compares a stamp of what is published with that of what was compiled (one
 * cheap query), so that a rule published on one node is in force on all; the new set serves once it is whole, the old
 * one until then.
 */
@Component
class PublishedRules {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedRules.class);
    /** Which versions are published; a published text never changes. */
    private static final String STAMP = """
            select coalesce(md5(string_agg(id::text, ',' order by id)), '')
            from rule_version where state = 'PUBLISHED'""";

    private final JdbcClient sql;
    private final RuleReader reader;
    private final AtomicReference<@Nullable InForce> inForce = new AtomicReference<>();

    PublishedRules(JdbcClient sql, RuleReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    /** What was published at one stamp. */
    record InForce(String stamp, Map<String, List<NumberedRule>> bySet, AssiduityEngine assiduity) {

        /** The first rule of a set of parameters: there is one. */
        NumberedRule only(String ruleSet) {
            return of(ruleSet).getFirst();
        }

        List<NumberedRule> of(String ruleSet) {
            return bySet.getOrDefault(ruleSet, List.of());
        }
    }

    InForce current() {
        String stamp = sql.sql(STAMP).query(String.class).single();
        InForce current = inForce.get();
        if (current != null && current.stamp().equals(stamp)) {
            return current;
        }
        return renew(stamp);
    }

    /** Compiles what would be in force with this version of a rule; throws when the engine refuses it. */
    void compileWith(NumberedRule next) {
        var all = new ArrayList<>(current().of("assiduity"));
        all.removeIf(rule -> rule.id().equals(next.id()));
        all.add(next);
        AssiduityEngine.of(all);
    }

    private synchronized InForce renew(String stamp) {
        InForce current = inForce.get();
        if (current != null && current.stamp().equals(stamp)) {
            return current;
        }
        try {
            InForce renewed = load(stamp);
            inForce.set(renewed);
            return renewed;
        } catch (RuntimeException e) {
            if (current == null) {
                throw e;
            }
            LOG.error("The published rules do not compile; those of before stay in force", e);
            return current;
        }
    }

    private InForce load(String stamp) {
        var bySet = new HashMap<String, List<NumberedRule>>();
        sql.sql("""
                        select r.id, r.rule_set, v.number, v.text from rule r
                        join rule_version v on v.rule_id = r.id and v.state = 'PUBLISHED' order by r.code""")
                .query((row, n) -> Map.entry(
                        row.getString("rule_set"),
                        new Stored(row.getObject("id", UUID.class), row.getInt("number"), row.getString("text"))))
                .list()
                .forEach(row -> read(row.getKey(), row.getValue())
                        .ifPresent(rule -> bySet.computeIfAbsent(row.getKey(), set -> new ArrayList<>())
                                .add(rule)));
        return new InForce(stamp, Map.copyOf(bySet), AssiduityEngine.of(bySet.getOrDefault("assiduity", List.of())));
    }

    private record Stored(UUID id, int number, String text) {}

    /** A text whose sentence left the vocabulary must not take the other rules down with it. */
    private Optional<NumberedRule> read(String ruleSet, Stored stored) {
        var reading = reader.readAgain(ruleSet, stored.text());
        if (reading.rule().isEmpty()) {
            LOG.error("Rule {} version {} is left out: {}", stored.id(), stored.number(), reading.findings());
        }
        return reading.rule().map(text -> new NumberedRule(stored.id(), stored.number(), text));
    }
}
