package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.rules.engine.AssiduityEngineTests;
import fr.educentre.assidu.rules.engine.DrlGenerator;
import fr.educentre.assidu.rules.engine.DrlVerifier;
import fr.educentre.assidu.rules.engine.GeneratedDrl;
import fr.educentre.assidu.rules.measures.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may write, and everything that never reaches the engine. */
class RuleReaderTests {

    private static final String CONDITION = "l'apprenant cumule au moins 3 retards sur les 30 derniers jours";
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final RuleReader READER = new RuleReader(VOCABULARY);

    @ParameterizedTest
    @ValueSource(strings = {"presence", "assiduity", "justification", "completion"})
    void everyShippedTextReads(String ruleSet) throws Exception {
        try (var files = Files.list(Path.of("rules", ruleSet))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dslr")).toList()) {
                assertThat(READER.read(ruleSet, Files.readString(file)).findings())
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void theExampleOfTheGuideReads() {
        String text = """
                règle "Trois absences en un mois"
                pour   les apprenants du financeur CPF
                quand
                    l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours
                    et son taux d'assiduité à date est inférieur à 80 %
                sauf si
                    une relance est déjà en cours pour cet apprenant
                alors
                    relancer l'apprenant avec le modèle "Absences répétées", puis de nouveau après 3 jours ouvrés
                    prévenir le référent
                au plus une fois par apprenant tous les 14 jours
                """;
        var rule = READER.require("assiduity", text);
        assertThat(rule.name()).isEqualTo("Trois absences en un mois");
        assertThat(rule.scopes()).hasSize(1);
        assertThat(rule.conditions())
                .extracting(c -> c.sentence().id())
                .containsExactly("demi-journees-non-justifiees", "taux-assiduite");
        assertThat(rule.exceptions()).hasSize(1);
        assertThat(rule.actions())
                .extracting(BoundSentence::drl)
                .containsExactly(
                        "$conclusion.relaunchLearner( \"absences-repetees\", 3 );", "$conclusion.alertReferent();");
        assertThat(rule.limits()).hasSize(1);
        assertThat(READER.read("assiduity", text.replace('\'', '’').replace("80 %", "80\u202f%"))
                        .findings())
                .as("typographic apostrophes and narrow spaces")
                .isEmpty();
    }

    @Test
    void everySentenceOfTheVocabularyMatchesItsOwnExample() {
        for (Sentence sentence : VOCABULARY.all()) {
            var texts = sentence.match(sentence.withExamples());
            assertThat(texts).as(sentence.id()).isPresent();
            texts.orElseThrow()
                    .forEach((type, text) ->
                            assertThat(type.parse(text)).as(sentence.id()).isPresent());
        }
        assertThat(VOCABULARY.all()).extracting(Sentence::id).doesNotHaveDuplicates();
    }

    static Stream<String> injections() {
        return Stream.of(
                CONDITION + "; System.exit(1)",
                CONDITION + " ) eval( true",
                CONDITION.replace("3", "3 ) || true || ( 3"),
                CONDITION.replace("3", "3; //"),
                CONDITION.replace("3", "-3"),
                CONDITION.replace("3", "0x3"),
                CONDITION.replace("3", "3e3"),
                CONDITION.replace("3", "999999999999"),
                CONDITION.replace("3", "٣"),
                CONDITION.replace("3", "３"),
                CONDITION.replace("retards", "retards\u200b"),
                CONDITION.replace("retards", "retаrds"),
                "> eval(true)",
                ">Runtime.getRuntime()",
                "eval(true)",
                "import java.lang.System",
                "global java.util.List liste",
                "function void f() {}",
                "$apprenant : LearnerMeasures()",
                "et " + CONDITION + "\u202e",
                "salience 100",
                "end");
    }

    @ParameterizedTest
    @MethodSource("injections")
    void aLineOutsideTheVocabularyIsRefusedAndNamed(String line) {
        var asCondition = READER.read("assiduity", AssiduityEngineTests.rule("", line, ""));
        assertThat(asCondition.rule()).isEmpty();
        assertThat(asCondition.findings().getFirst().line()).isEqualTo(3);
        var asAction = READER.read("assiduity", AssiduityEngineTests.rule("", CONDITION, "") + line);
        assertThat(asAction.rule()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relancer l'apprenant avec le modèle \"x\", 0); System.exit(1); $conclusion.relaunchLearner(\"absences-repetees\"",
                "relancer l'apprenant avec le modèle \"absences-repetees\\\", 0 ); //\"",
                "relancer l'apprenant avec le modèle \"Inconnu\"",
                "relancer l'apprenant avec le modèle \"Absences répétées\", puis de nouveau après 31 jours ouvrés",
                "prévenir le référent;",
                "prévenir le référent // et plus",
                "prévenir le référent prévenir le référent",
                "$conclusion.alertReferent();",
            })
    void anActionIsASentenceFromEndToEnd(String action) {
        String text = AssiduityEngineTests.rule("", CONDITION, "") + action + "\n";
        assertThat(READER.read("assiduity", text).rule()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRP-1\" ) || true || inGroup( \"GRP-1",
                "GRP\\u0022",
                "{n}",
                "$apprenant",
                "GRP-1'",
                "a23456789012345678901234567890123456789012345",
            })
    void aTextBlankHoldsNothingALiteralMustEscape(String group) {
        String text = AssiduityEngineTests.rule("pour les apprenants du groupe " + group + "\n", CONDITION, "");
        assertThat(READER.read("assiduity", text).rule()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\" extends \"y", "x\nend", "", "a\\\"b", "<b>x</b>", "x{0}"})
    void aNameIsPlainWords(String name) {
        assertThat(READER.read(
                                "assiduity",
                                AssiduityEngineTests.rule("", CONDITION, "").replace("Essai", name))
                        .rule())
                .isEmpty();
    }

    @Test
    void findingsSuggestTheNearestSentence() {
        var reading = READER.read(
                "assiduity",
                AssiduityEngineTests.rule("", "l'apprenant a au moins 3 retards sur les 30 derniers jours", ""));
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.findings().getFirst().line()).isEqualTo(3);
        assertThat(reading.findings().getFirst().suggestion()).contains(CONDITION);
        var range = READER.read("assiduity", AssiduityEngineTests.rule("", CONDITION.replace("30", "500"), ""));
        assertThat(range.findings().getFirst().key()).isEqualTo("rules.problem.range");
    }

    @Test
    void aRuleNeedsConditionsAndActionsInTheirPlaces() {
        assertThat(READER.read("assiduity", "règle \"Essai\"\nquand\nalors\n prévenir le référent")
                        .rule())
                .isEmpty();
        assertThat(READER.read("assiduity", "règle \"Essai\"\nquand\n " + CONDITION)
                        .rule())
                .isEmpty();
        assertThat(READER.read("assiduity", "quand\n " + CONDITION + "\nalors\n prévenir le référent")
                        .rule())
                .isEmpty();
        assertThat(READER.read("assiduity", AssiduityEngineTests.rule("", CONDITION + "\n" + CONDITION, ""))
                        .findings())
                .extracting(RuleProblem::key)
                .containsExactly("rules.problem.and");
        assertThat(READER.read("assiduity", "x\n".repeat(100)).rule()).isEmpty();
        assertThat(READER.read("drools", "règle \"Essai\"").rule()).isEmpty();
    }

    @Test
    void whatWasAssembledIsComparedWithWhatWasMeant() {
        var rule = READER.require("assiduity", AssiduityEngineTests.rule("", CONDITION, ""));
        var meant = DrlGenerator.assemble(List.of(new VersionedRule(java.util.UUID.randomUUID(), 1, rule)), false);
        DrlVerifier.check(meant);
        for (var change : Map.of(
                        "atLeast( 3 )",
                        "atLeast( 3 ) || true",
                        "$conclusion.alertReferent();",
                        "$conclusion.alertReferent(); System.exit(1);",
                        "package fr",
                        "package x.fr",
                        "import " + Measure.class.getName(),
                        "import java.util.List",
                        "global Conclusions",
                        "import function java.lang.Math.abs\nglobal Conclusions",
                        "when\n",
                        "no-loop true\nwhen\n")
                .entrySet()) {
            assertThat(meant.drl()).contains(change.getKey());
            var changed = new GeneratedDrl(meant.drl().replace(change.getKey(), change.getValue()), meant.rules());
            assertThatThrownBy(() -> DrlVerifier.check(changed))
                    .as(change.getValue())
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
