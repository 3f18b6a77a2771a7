package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of blank against everything that is no value: nothing of it reaches the engine. */
class InjectionTests {

    private static final RuleReader READER = new RuleReader(new Vocabulary());

    private static final List<String> ATTACKS = List.of(
            "3; System.exit(1)",
            "3 ) || true || ( 3",
            "\" ); System.exit(1); //",
            "\" + Runtime.getRuntime() + \"",
            "\\\" ) //",
            "\\u0022 ) //",
            "x\nend\nrule \"y\" when then System.exit(1); end",
            "x\r> eval(true)",
            "> eval(true)",
            "eval(true)",
            "#{T(java.lang.Runtime)}",
            "${java.lang.Runtime}",
            "{jours}",
            "$apprenant",
            "$conclusion.alertReferent()",
            "new java.io.File(1)",
            "import java.util.List;",
            "99999999999999999999999999999999",
            "-1",
            "1e9",
            "0x10",
            "٣",
            "３",
            "NaN",
            "\u0000",
            "\u202e3",
            "3\u200b",
            "а",
            "`id`",
            "<b>x</b>",
            "a".repeat(5000));

    static Stream<Arguments> attacks() {
        var lines = List.of(
                "l'apprenant cumule au moins {} retards sur les 30 derniers jours",
                "l'apprenant a un taux d'assiduité à date inférieur à {} %",
                "l'apprenant a manqué au moins 2 séances {} sur les 30 derniers jours",
                "l'apprenant a au moins 3 demi-journées d'absence, justifiées ou non, du {} au 31/12/2026",
                "le taux de réalisation des heures du module {} est inférieur à 80 %");
        return lines.stream().flatMap(line -> ATTACKS.stream().map(attack -> Arguments.of(line, attack)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_blank_of_a_condition_holds_its_type_alone(String line, String attack) {
        var reading = READER.read("assiduity", AssiduityEngineTests.rule("", line.replace("{}", attack), ""));
        // Letters and digits alone are a module's code, which holds no module.
        boolean code = line.contains("module") && attack.matches("[a-zA-Z0-9]{1,40}");
        assertThat(reading.rule().isPresent()).isEqualTo(code);
        reading.rule()
                .ifPresent(rule -> assertThat(rule.conditions().getFirst().drl())
                        .isEqualTo("moduleCompletion( \"" + attack + "\" ).under( 80.0 )"));
    }

    static Stream<String> plain() {
        return ATTACKS.stream();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void the_words_of_a_note_are_words(String attack) {
        String text =
                AssiduityEngineTests.rule("", "l'apprenant est mineur", "") + " ajouter la note \"" + attack + "\"\n";
        var reading = READER.read("assiduity", text);
        // What is harmless as words is kept as it was written, and asks for nothing else.
        reading.rule()
                .ifPresent(rule -> assertThat(firing(rule).actions())
                        .containsExactly(new RuleMatch.AlertReferent(), new RuleMatch.AddNote(attack)));
        assertThat(reading.rule().isPresent())
                .isEqualTo(attack.matches("[\\p{IsLatin}0-9][\\p{IsLatin}0-9 .,:;%°'()/+_-]{0,99}"));
    }

    @Test
    void words_of_the_engine_are_words_in_a_note() {
        for (String words : List.of(
                "end",
                "then end",
                "rule when then end",
                "import java.util.List;",
                "l'appel du 3/4 : fait",
                "x (y) + z",
                "a/*b",
                "a//b")) {
            String text = AssiduityEngineTests.rule("", "l'apprenant est mineur", "") + " créer la tâche \"" + words
                    + "\" pour le référent\n";
            var reading = READER.read("assiduity", text);
            if (words.contains("*")) {
                assertThat(reading.rule()).as(words).isEmpty();
            } else {
                assertThat(firing(reading.rule().orElseThrow()).actions())
                        .as(words)
                        .contains(new RuleMatch.CreateTask(words, "REFERENT", 0));
            }
        }
    }

    @Test
    void nothing_in_the_vocabulary_blocks_a_certificate() {
        assertThat(RuleMatch.Action.class.getPermittedSubclasses())
                .extracting(Class::getSimpleName)
                .noneMatch(name -> name.contains("Certificate") || name.contains("Block"));
        assertThat(new Vocabulary().of("assiduity"))
                .noneMatch(sentence -> sentence.french().contains("certificat"));
    }

    private static RuleMatch firing(RuleText rule) {
        return AssiduityEngine.of(List.of(new VersionedRule(UUID.randomUUID(), 1, rule)))
                .evaluate(List.of(Facts.learner().minor().today()))
                .getFirst();
    }
}
