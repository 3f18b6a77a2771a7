package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import java.time.Clock;
import java.time.LocalDate;
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
    /** Published, and today is within its dates. */
    private static final String HOLDS = """
            v.state = 'PUBLISHED' and (v.starts_on is null or v.starts_on <= :today)
            and (v.ends_on is null or v.ends_on >= :today)""";
    /** Which versions hold; a published text never changes. */
    private static final String STAMP =
            "select coalesce(md5(string_agg(v.id::text, ',' order by v.id)), '') from rule_version v where " + HOLDS;

    private final JdbcClient sql;
    private final RuleReader reader;
    private final Clock clock;
    private final AtomicReference<@Nullable InForce> inForce = new AtomicReference<>();

    PublishedRules(JdbcClient sql, RuleReader reader, Clock clock) {
        this.sql = sql;
        this.reader = reader;
        this.clock = clock;
    }

    /** What was published at one stamp. */
    record InForce(String stamp, Map<String, List<VersionedRule>> bySet, AssiduityEngine assiduity) {

        /** The first rule of a set of parameters: there is one. */
        VersionedRule only(String ruleSet) {
            return of(ruleSet).getFirst();
        }

        List<VersionedRule> of(String ruleSet) {
            return bySet.getOrDefault(ruleSet, List.of());
        }
    }

    InForce current() {
        LocalDate today = LocalDate.now(clock.withZone(DraftPolicy.ZONE));
        String stamp = sql.sql(STAMP).param("today", today).query(String.class).single();
        InForce current = inForce.get();
        if (current != null && current.stamp().equals(stamp)) {
            return current;
        }
        return renew(stamp, today);
    }

    /** Compiles what would be in force with this version of a rule; throws when the engine refuses it. */
    void compileWith(VersionedRule next) {
        var all = new ArrayList<>(current().of("assiduity"));
        all.removeIf(rule -> rule.id().equals(next.id()));
        all.add(next);
        AssiduityEngine.of(all);
    }

    /** A version by its number, in force or not: what began with it ends with it. */
    Optional<VersionedRule> version(UUID ruleId, int number) {
        return sql.sql("""
                        select r.rule_set, v.text from rule_version v join rule r on r.id = v.rule_id
                        where v.rule_id = :rule and v.number = :number""")
                .param("rule", ruleId)
                .param("number", number)
                .query((row, n) -> read(row.getString("rule_set"), new Stored(ruleId, number, row.getString("text"))))
                .optional()
                .flatMap(found -> found);
    }

    private synchronized InForce renew(String stamp, LocalDate today) {
        InForce current = inForce.get();
        if (current != null && current.stamp().equals(stamp)) {
            return current;
        }
        try {
            InForce renewed = load(stamp, today);
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

    private InForce load(String stamp, LocalDate today) {
        var bySet = new HashMap<String, List<VersionedRule>>();
        sql.sql("""
                        select r.id, r.rule_set, v.number, v.text from rule r
                        join rule_version v on v.rule_id = r.id where %s order by r.code""".formatted(HOLDS))
                .param("today", today)
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
    private Optional<VersionedRule> read(String ruleSet, Stored stored) {
        var reading = reader.readAgain(ruleSet, stored.text());
        if (reading.rule().isEmpty()) {
            LOG.error("Rule {} version {} is left out: {}", stored.id(), stored.number(), reading.findings());
        }
        return reading.rule().map(text -> new VersionedRule(stored.id(), stored.number(), text));
    }
}
