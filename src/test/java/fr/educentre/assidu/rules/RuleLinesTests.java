package fr.educentre.assidu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.rules.RuleLines.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleLinesTests {

    private static final String TEXT = """
        règle "Trois absences"
        pour   les apprenants du financeur CPF
        quand
          l'apprenant cumule au moins 3 retards sur les 30 derniers jours
          et son taux d'assiduité à date est inférieur à 80 %
        sauf si
          une relance est déjà en cours pour cet apprenant

        alors
          prévenir le référent
        au plus une fois par apprenant tous les 14 jours\
        """;

    private final RuleLines lines = RuleLines.of("assiduity", TEXT);

    @Test
    void each_line_stands_in_its_place_without_its_joining_words() {
        assertThat(lines.name()).contains("Trois absences");
        assertThat(sentences(Place.SCOPE)).containsExactly("les apprenants du financeur CPF");
        assertThat(sentences(Place.CONDITION))
                .containsExactly(
                        "l'apprenant cumule au moins 3 retards sur les 30 derniers jours",
                        "son taux d'assiduité à date est inférieur à 80 %");
        assertThat(sentences(Place.EXCEPTION)).containsExactly("une relance est déjà en cours pour cet apprenant");
        assertThat(sentences(Place.ACTION)).containsExactly("prévenir le référent");
        assertThat(sentences(Place.LIMIT)).containsExactly("au plus une fois par apprenant tous les 14 jours");
        assertThat(lines.placeOf(8)).isEqualTo(Place.EXCEPTION);
    }

    @Test
    void a_change_leaves_the_other_lines_to_the_letter() {
        assertThat(lines.text()).isEqualTo(TEXT);
        assertThat(lines.replace(5, "X").text())
                .isEqualTo(TEXT.replace("son taux d'assiduité à date est inférieur à 80 %", "X"));
        assertThat(lines.named("Autre \"nom\"").text()).isEqualTo(TEXT.replace("Trois absences", "Autre nom"));
    }

    @Test
    void taking_a_sentence_out_mends_what_joined_it() {
        var without = lines.remove(4);
        assertThat(without.text()).contains("quand\n  son taux d'assiduité à date est inférieur à 80 %\nsauf si");
        assertThat(lines.remove(7).text()).doesNotContain("sauf si");
        assertThat(lines.remove(10).text()).contains("alors\nau plus une fois");
        assertThat(RuleLines.of("assiduity", "quand une chose\n  et une autre")
                        .remove(1)
                        .text())
                .isEqualTo("quand\n  une autre");
    }

    @Test
    void a_sentence_comes_after_those_of_its_place_and_opens_it_where_need_be() {
        assertThat(lines.add(Place.CONDITION, "N").text()).contains("à 80 %\n    et N\nsauf si");
        assertThat(lines.add(Place.EXCEPTION, "N").text()).contains("cet apprenant\n    ou N\n");
        var bare = RuleLines.of("assiduity", "règle \"Vide\"");
        var built = bare.add(Place.ACTION, "a")
                .add(Place.LIMIT, "au plus une fois")
                .add(Place.EXCEPTION, "e")
                .add(Place.CONDITION, "c")
                .add(Place.SCOPE, "s")
                .add(Place.ACTION, "b");
        assertThat(built.text())
                .isEqualTo(
                        "règle \"Vide\"\npour s\nquand\n    c\nsauf si\n    e\nalors\n    a\n    b\nau plus une fois");
    }

    @Test
    void the_shipped_rules_go_through_untouched() throws IOException {
        for (String set : List.of("assiduity", "presence", "justification", "completion")) {
            try (var files = Files.list(Path.of("rules", set))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".dslr")).toList()) {
                    String text = Files.readString(file).stripTrailing();
                    var read = RuleLines.of(set, text);
                    assertThat(read.text()).isEqualTo(text);
                    for (Line line : read.lines()) {
                        assertThat(read.replace(line.number(), line.sentence()).text())
                                .as("%s line %s", file, line.number())
                                .isEqualTo(text);
                    }
                }
            }
        }
    }

    @Test
    void facts_are_joined_and_denied_by_words_that_can_be_changed() {
        var either = lines.joined(5, "ou").negated(5, true).negated(4, true);
        assertThat(either.text())
                .contains("  il est faux que l'apprenant cumule")
                .contains("  ou il est faux que son taux");
        assertThat(either.lines().stream().filter(Line::negated)).hasSize(2);
        assertThat(either.in(Place.CONDITION).get(1).joining()).isEqualTo("ou");
        assertThat(either.negated(4, false).negated(5, false).joined(5, "et").text())
                .isEqualTo(TEXT);
        assertThat(lines.negated(7, true).text()).contains("il est faux qu'une relance");
    }

    @Test
    void what_a_rule_says_of_itself_and_english_words_stand_in_their_place() {
        var english = RuleLines.of(
                "assiduity",
                "rule \"Late\"\npurpose: to help\nfor apprentices\nwhen\n  a\n  or it is false that b\nthen\n  c");
        assertThat(english.name()).contains("Late");
        assertThat(english.in(Place.ABOUT)).extracting(Line::sentence).containsExactly("purpose: to help");
        assertThat(english.in(Place.SCOPE)).extracting(Line::sentence).containsExactly("apprentices");
        assertThat(english.in(Place.CONDITION)).extracting(Line::sentence).containsExactly("a", "b");
        assertThat(english.in(Place.ACTION)).extracting(Line::sentence).containsExactly("c");
    }

    private List<String> sentences(Place place) {
        return lines.in(place).stream().map(Line::sentence).toList();
    }
}
