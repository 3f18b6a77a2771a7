package fr.educentre.assidu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.rules.RuleLines.Place;
import org.junit.jupiter.api.Test;

class RuleGroupsTests {

    private static final String TEXT = """
        règle "Groupes"
        pour les apprentis
        ou les apprenants mineurs
        quand
            a
            et il est faux que b
            ou c
        sauf si
            d
            e
        alors
            f\
        """;
    private static final String LISTED = TEXT.replace(
            "    et il est faux que b\n", "    et l'un de ces faits :\n        - il est faux que b\n        - g\n");

    private static RuleGroups groups(String text) {
        return RuleGroups.of(RuleLines.of("assiduity", text));
    }

    private static Line line(String text, int number) {
        return RuleLines.of("assiduity", text).lines().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_fact_is_put_in_a_list_of_its_own_and_others_beside_it() {
        var wrapped = groups(TEXT).wrapped(6, false);
        assertThat(wrapped.text())
                .isEqualTo(TEXT.replace(
                        "    et il est faux que b", "    et l'un de ces faits :\n        - il est faux que b"));
        assertThat(RuleGroups.of(wrapped).added(6, "g").text()).isEqualTo(LISTED);
        assertThat(groups(LISTED).requiringAll(6, true).text())
                .isEqualTo(LISTED.replace("l'un de ces faits", "tous ces faits"));
        assertThat(groups(LISTED).joinedAbove(9).text()).isEqualTo(LISTED.replace("    ou c", "        - c"));
        assertThat(groups(TEXT).joinedAbove(7).text()).as("no list above").isEqualTo(TEXT);
    }

    @Test
    void a_list_is_told_from_its_facts_and_from_what_follows() {
        assertThat(RuleGroups.opensList(line(LISTED, 6))).isTrue();
        assertThat(RuleGroups.opensAll(line(LISTED, 6))).isFalse();
        assertThat(RuleGroups.item(line(LISTED, 7))).isTrue();
        assertThat(line(LISTED, 7).negated()).isTrue();
        assertThat(groups(LISTED).items(line(LISTED, 6)))
                .extracting(Line::sentence)
                .containsExactly("b", "g");
        assertThat(groups(LISTED).listAbove(line(LISTED, 9))).map(Line::number).contains(6);
        assertThat(groups(LISTED).listAbove(line(LISTED, 8))).isEmpty();
        assertThat(groups(TEXT).listAbove(line(TEXT, 7))).isEmpty();
        assertThat(RuleGroups.opensAll(line(TEXT.replace("    ou c", "    or all of these:"), 7)))
                .isTrue();
    }

    @Test
    void a_fact_leaves_its_list_and_the_last_one_takes_its_place() {
        assertThat(groups(LISTED).out(7).text())
                .isEqualTo(TEXT.replace(
                        "    et il est faux que b",
                        "    et l'un de ces faits :\n        - g\n    et il est faux que b"));
        String alone = LISTED.replace("        - g\n", "");
        assertThat(groups(alone).out(7).text()).isEqualTo(TEXT);
        String denied = alone.replace("et l'un", "et il est faux que l'un");
        assertThat(groups(denied).out(7).text()).isEqualTo(TEXT.replace("il est faux que b", "b"));
    }

    @Test
    void a_list_goes_with_its_facts_and_with_its_last_one() {
        String without = TEXT.replace("    et il est faux que b\n", "");
        assertThat(groups(LISTED).remove(6).text()).isEqualTo(without);
        assertThat(groups(LISTED.replace("        - g\n", "")).remove(7).text()).isEqualTo(without);
        assertThat(groups(LISTED).remove(8).text()).isEqualTo(LISTED.replace("        - g\n", ""));
        assertThat(groups("quand l'un de ces faits :\n    - a\n    et b")
                        .remove(1)
                        .text())
                .isEqualTo("quand\n    b");
    }

    @Test
    void words_that_join_are_changed_in_every_place() {
        var lines = RuleLines.of("assiduity", TEXT);
        assertThat(lines.joined(3, "et").text()).contains("\npour les apprenants mineurs\n");
        assertThat(lines.joined(3, "et").joined(3, "ou").text()).isEqualTo(TEXT);
        assertThat(lines.joined(10, "et").text()).contains("    d\n    et e\n");
        assertThat(lines.remove(2).text()).startsWith("règle \"Groupes\"\npour les apprenants mineurs\nquand");
        var english = RuleLines.of("assiduity", "rule \"A\"\nfor apprentices\nor minors\nwhen\n  a\n  and b");
        assertThat(english.in(Place.CONDITION).get(1).joining()).isEqualTo("et");
        assertThat(english.joined(6, "ou").joined(3, "et").text())
                .isEqualTo("rule \"A\"\nfor apprentices\nfor minors\nwhen\n  a\n  or b");
    }
}
