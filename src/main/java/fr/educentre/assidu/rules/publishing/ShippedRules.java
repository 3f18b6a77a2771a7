package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules that ship with the product become version 1, published, unless they are there; two nodes may do it at once. */
@Component
class ShippedRules implements SmartInitializingSingleton {

    private static final String AUTHOR = "Assidu";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RuleReader reader;
    private final Clock clock;

    ShippedRules(JdbcClient sql, PlatformTransactionManager transactions, RuleReader reader, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> Vocabulary.RULE_SETS.forEach(this::publish));
    }

    private void publish(String ruleSet) {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:rules/" + ruleSet + "/*.dslr")) {
                String name = String.valueOf(file.getFilename());
                publish(
                        ruleSet,
                        name.substring(0, name.length() - ".dslr".length()),
                        file.getContentAsString(StandardCharsets.UTF_8).stripTrailing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(String ruleSet, String code, String text) {
        var rule = reader.require(ruleSet, text);
        var now = Arguments.utc(clock.instant());
        // Neither one that is there already nor one whose name a person has given to another.
        int added = sql.sql("""
                        insert into rule (id, code, rule_set, name, created_at) values (:id, :code, :set, :name, :now)
                        on conflict do nothing""")
                .param("id", TimeOrderedId.next())
                .param("code", code)
                .param("set", ruleSet)
                .param("name", rule.name())
                .param("now", now)
                .update();
        if (added == 1) {
            sql.sql("""
                            insert into rule_version
                              (id, rule_id, number, state, text, author, created_at, published_by, published_at)
                            select :id, r.id, 1, 'PUBLISHED', :text, :author, :now, :author, :now
                            from rule r where r.code = :code""")
                    .param("id", TimeOrderedId.next())
                    .param("text", text)
                    .param("author", AUTHOR)
                    .param("now", now)
                    .param("code", code)
                    .update();
        }
    }
}
