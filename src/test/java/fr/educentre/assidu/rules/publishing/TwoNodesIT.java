package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes over one database: what is published on one is in force on both, and what does not compile on none. */
@AssiduIT
class TwoNodesIT {

    private static final String TEXT = """
            règle "%s"
            quand
                l'apprenant cumule au moins 5 retards sur les 30 derniers jours
            alors
            prévenir le formateur\
        """;

    @Autowired
    RuleBook book;

    @Autowired
    PublishedRules here;

    @Autowired
    RuleReader reader;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    private PublishedRules there;
    private String name;
    private UUID rule;

    @BeforeEach
    void draft() {
        there = new PublishedRules(sql, reader, clock);
        name = "Deux postes " + Long.toString(System.nanoTime(), 36);
        calls.actAs("two-nodes", Role.QUALITY_MANAGER, new UUID(0, 9));
        rule = book.create("assiduity", Draft.of(TEXT.formatted(name))).id();
        assertThat(versionOn(here)).isZero();
        assertThat(versionOn(there)).isZero();
    }

    @AfterEach
    void retire() {
        book.retire(rule, "Fin de l'essai");
        Calls.actAsSystem();
    }

    @Test
    void what_is_published_on_one_node_is_in_force_on_the_other_at_once() {
        book.publish(rule, 1, "Essai");
        assertThat(versionOn(here)).isEqualTo(1);
        assertThat(versionOn(there)).isEqualTo(1);
        book.draft(rule, Draft.of(TEXT.formatted(name).replace("5 retards", "6 retards")));
        book.publish(rule, 2, "Plus strict");
        assertThat(versionOn(there)).isEqualTo(2);
        book.retire(rule, "Plus utile");
        assertThat(versionOn(there)).isZero();
        assertThat(versionOn(here)).isZero();
    }

    @Test
    void what_cannot_be_read_never_replaces_what_works() {
        book.publish(rule, 1, "Essai");
        int others = there.current().of("assiduity").size();
        // As if a node of an older product read the text of a newer one.
        sql.sql("update rule_version set text = 'règle \"Cassée\"\nquand\n    n''importe quoi\nalors\n    rien'"
                        + " where rule_id = ? and number = 1")
                .param(rule)
                .update();
        var fresh = new PublishedRules(sql, reader, clock);
        assertThat(versionOn(fresh)).as("left out, the others serve").isZero();
        assertThat(fresh.current().of("assiduity")).hasSize(others - 1);
        assertThat(versionOn(there)).as("compiled before, still serves").isEqualTo(1);
    }

    @Test
    void a_version_that_the_engine_refuses_leaves_the_one_in_force() {
        book.publish(rule, 1, "Essai");
        book.draft(rule, Draft.of(TEXT.formatted(name).replace("5 retards", "6 retards")));
        sql.sql("update rule_version set text = replace(text, 'quand', 'quant') where rule_id = ? and number = 2")
                .param(rule)
                .update();
        assertThatThrownBy(() -> book.publish(rule, 2, "Cassée")).hasMessageContaining("INVALID");
        assertThat(versionOn(here)).isEqualTo(1);
        assertThat(versionOn(there)).isEqualTo(1);
        assertThat(book.get(rule).versions().getFirst().state()).isEqualTo("PUBLISHED");
    }

    @Test
    void a_rule_holds_from_its_first_day_to_its_last() {
        LocalDate today = LocalDate.now(clock.withZone(DraftPolicy.ZONE));
        var dated = new Draft(TEXT.formatted(name), "", List.of(), today.plusDays(2), today.plusDays(3), List.of());
        book.draft(rule, dated);
        book.publish(rule, 2, "La semaine prochaine");
        assertThat(versionOn(here)).isZero();
        background.leap(clock.instant().plus(Duration.ofDays(2)));
        assertThat(versionOn(here)).isEqualTo(2);
        assertThat(versionOn(there)).isEqualTo(2);
        background.leap(clock.instant().plus(Duration.ofDays(2)));
        assertThat(versionOn(here)).isZero();
    }

    /** 0 when the rule is not in force there. */
    private int versionOn(PublishedRules node) {
        return node.current().of("assiduity").stream()
                .filter(one -> one.id().equals(rule))
                .mapToInt(VersionedRule::version)
                .findFirst()
                .orElse(0);
    }
}
