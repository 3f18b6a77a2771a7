package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.language.BlankType;
import fr.educentre.assidu.rules.language.RuleProblem;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.Sentence;
import fr.educentre.assidu.rules.language.SentenceKind;
import fr.educentre.assidu.rules.language.SentenceReader;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines a set of parameters may hold, and how often. */
class ParameterLinesTests {

    private static final String USUAL = """
            règle "Présence à une séance"
            présent à partir de 80 % de la durée enseignée
            retard toléré : 10 minutes
            """;
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final RuleReader READER = new RuleReader(VOCABULARY);

    @Test
    void a_line_may_stand_once_for_each_of_what_it_is_for() {
        assertThat(findings("""
                en visioconférence, présent à partir de 70 % de la durée enseignée
                en ligne, présent à partir de 60 % de la durée enseignée
                pour le financeur CPF, retard toléré : 5 minutes
                pour le programme VENTE, connexion comptée à partir de 3 minutes
                """)).isEmpty();
    }

    @Test
    void the_same_line_again_is_told_with_the_line_it_repeats() {
        assertThat(findings("""
                en visioconférence, présent à partir de 70 % de la durée enseignée
                by video, present from 70 % of the taught time
                """)).containsExactly("5 rules.problem.twice [4]");
        assertThat(findings("retard toléré : 10 minutes")).containsExactly("4 rules.problem.twice [3]");
    }

    @Test
    void another_value_for_the_same_is_told_with_the_line_it_contradicts() {
        assertThat(findings("""
                pour le programme VENTE, retard toléré : 5 minutes
                pour le programme vente, retard toléré : 6 minutes
                """)).containsExactly("5 rules.problem.contradicts [4]");
        assertThat(findings("""
                si le relevé reçu du service et celui d'un fichier se contredisent, retenir celui du service
                si le relevé reçu du service et celui d'un fichier se contredisent, retenir celui du fichier
                """)).containsExactly("5 rules.problem.contradicts [4]");
    }

    @Test
    void what_holds_for_everyone_may_not_be_left_out() {
        var reading =
                READER.read("presence", "règle \"P\"\nen ligne, retard toléré : 5 minutes\nretard toléré : 10 minutes");
        assertThat(reading.findings())
                .extracting(RuleProblem::key, finding -> finding.suggestion().orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "rules.problem.missing", "présent à partir de 80 % de la durée enseignée"));
    }

    @Test
    void a_wrong_number_is_told_by_the_sentence_that_the_line_is() {
        assertThat(findings("pour le financeur CPF, présent à partir de 170 % de la durée enseignée"))
                .containsExactly("4 rules.problem.range [170, 1, 100, Bilingual[french=%, english=%]]");
        assertThat(findings("pour le financeur Mars, retard toléré : 5 minutes"))
                .singleElement()
                .asString()
                .startsWith("4 rules.problem.choice [Mars, CPF");
    }

    static List<Sentence> parameters() {
        return VOCABULARY.all().stream()
                .filter(sentence -> sentence.kind() == SentenceKind.PARAMETER)
                .toList();
    }

    /** Its own sentence and no other, in both languages: no line is read as something else than it says. */
    @ParameterizedTest
    @MethodSource("parameters")
    void a_sentence_is_read_as_itself_in_both_languages(Sentence sentence) {
        String english = sentence.english();
        for (BlankType blank : sentence.blanks()) {
            String code = blank.choices().isEmpty()
                    ? ""
                    : blank.choices().keySet().iterator().next();
            String label = blank.choices().getOrDefault(code, blank.example());
            english = english.replace("{" + blank.name() + "}", blank.english().getOrDefault(code, label));
        }
        for (String line : List.of(sentence.withExamples(), english)) {
            var read = new SentenceReader(VOCABULARY, sentence.ruleSet(), true, finding -> {})
                    .read(1, line, SentenceKind.PARAMETER);
            assertThat(read).as(line).map(filled -> filled.sentence().id()).contains(sentence.id());
        }
    }

    private static List<String> findings(String more) {
        return READER.read("presence", USUAL + more).findings().stream()
                .map(finding -> finding.line() + " " + finding.key() + " " + finding.arguments())
                .toList();
    }
}
