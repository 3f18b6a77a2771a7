package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleBook.Difference;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.testing.KeysAsTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said to differ between two versions of a rule. */
class VersionComparisonTests {

    private final VersionComparison comparison = new VersionComparison(new KeysAsTexts());

    @Test
    void nothing_is_said_of_two_versions_that_are_alike() {
        Difference same = comparison.between(version(1, "règle\n  quand"), version(2, "règle\n  quand"));
        assertThat(same.from()).isEqualTo(1);
        assertThat(same.to()).isEqualTo(2);
        assertThat(same.sentences()).isEmpty();
        assertThat(same.lines())
                .containsExactly(
                        new Difference.Line("SAME", "règle", "règle"),
                        new Difference.Line("SAME", "  quand", "  quand"));
    }

    @Test
    void each_line_is_added_removed_or_changed_and_said_without_its_indentation() {
        assertThat(comparison.between(version(1, "a\nb"), version(2, "a\n  x\nb")))
                .satisfies(difference -> {
                    assertThat(difference.sentences()).containsExactly("rules.diff.added [x]");
                    assertThat(difference.lines()).contains(new Difference.Line("ADDED", null, "  x"));
                });
        assertThat(comparison.between(version(1, "a\n  x\nb"), version(2, "a\nb")))
                .satisfies(difference -> {
                    assertThat(difference.sentences()).containsExactly("rules.diff.removed [x]");
                    assertThat(difference.lines()).contains(new Difference.Line("REMOVED", "  x", null));
                });
        assertThat(comparison.between(version(1, "a\n  x"), version(2, "a\n  y")))
                .satisfies(difference -> {
                    assertThat(difference.sentences()).containsExactly("rules.diff.changed [x, y]");
                    assertThat(difference.lines()).contains(new Difference.Line("CHANGED", "  x", "  y"));
                });
    }

    @Test
    void a_blank_line_is_no_line() {
        assertThat(comparison
                        .between(version(1, "a\n\nb"), version(2, "a\nx\nb"))
                        .sentences())
                .containsExactly("rules.diff.added [x]");
        assertThat(comparison
                        .between(version(1, "a\nx\nb"), version(2, "a\n\nb"))
                        .sentences())
                .containsExactly("rules.diff.removed [x]");
        assertThat(comparison.between(version(1, "a\n\nb"), version(2, "a\nb"))).satisfies(difference -> {
            assertThat(difference.sentences()).isEmpty();
            assertThat(difference.lines()).extracting(Difference.Line::kind).containsOnly("SAME");
        });
    }

    @Test
    void what_stands_beside_the_text_is_said_before_and_after() {
        VersionView before = version(1, "a", "", List.of(), null, List.of());
        VersionView after = version(
                2,
                "a",
                "Prévenir",
                List.of("cfa", "retards"),
                LocalDate.of(2026, 9, 1),
                List.of(RuleExample.ordinary()));
        assertThat(comparison.between(before, after).sentences())
                .containsExactly(
                        "rules.diff.purpose [rules.diff.none [], Prévenir]",
                        "rules.diff.tags [rules.diff.none [], cfa, retards]",
                        "rules.diff.startsOn [rules.diff.none [], 2026-09-01]",
                        "rules.diff.examples [0, 1]");
        assertThat(comparison.between(after, before).sentences())
                .contains("rules.diff.startsOn [2026-09-01, rules.diff.none []]", "rules.diff.examples [1, 0]");
    }

    private static VersionView version(int number, String text) {
        return version(number, text, "", List.of(), null, List.of());
    }

    private static VersionView version(
            int number,
            String text,
            String purpose,
            List<String> tags,
            @Nullable LocalDate startsOn,
            List<RuleExample> examples) {
        return new VersionView(
                number,
                "DRAFT",
                text,
                new VersionView.Writing("Ada", Instant.EPOCH),
                new VersionView.Publication(null, null, null),
                new VersionView.Retirement(null, null, null),
                new VersionView.Terms(purpose, tags, startsOn, null),
                examples);
    }
}
