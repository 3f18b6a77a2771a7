package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.AssiduityRules.Explanation.Line;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.Sentence;
import fr.educentre.assidu.rules.language.SentenceKind;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.shell.Typography;
import fr.educentre.assidu.shell.Wording.Bilingual;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rule saw is said in both languages. Today is Monday, 23 November 2026. */
class ExplanationsTests {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final RuleReader READER = new RuleReader(VOCABULARY);
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)");
    private static final Pattern PLAIN_SPACE = Pattern.compile(" [;:!?»%]|« ");

    static Stream<Sentence> explained() {
        return VOCABULARY.of("assiduity").stream()
                .filter(one -> Set.of(SentenceKind.SCOPE, SentenceKind.CONDITION, SentenceKind.EXCEPTION)
                        .contains(one.kind()));
    }

    @ParameterizedTest
    @MethodSource("explained")
    void every_sentence_is_explained_in_both_languages_with_the_same_values(Sentence sentence) {
        String french = sentence.inFrench().explanation();
        String english = sentence.inEnglish().explanation();
        assertThat(french).as(sentence.id()).isNotBlank();
        assertThat(english).as(sentence.id()).isNotBlank().isNotEqualTo(french);
        assertThat(english.replaceAll("\\{\\w+}", "")).as(sentence.id()).doesNotContainPattern("[^\\x20-\\x7e]");
        assertThat(blanks(english)).as(sentence.id()).isEqualTo(blanks(french));
        assertThat(Typography.of(french, Locale.FRENCH)).doesNotContain("'").doesNotContainPattern(PLAIN_SPACE);
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("explained")
    void what_a_blank_counts_has_a_name_in_both_languages(Sentence sentence) {
        sentence.blanks().forEach(blank -> {
            if (blank.unit() != null && !blank.unit().several().french().equals("%")) {
                assertThat(List.of(
                                blank.unit().one().english(),
                                blank.unit().several().english()))
                        .as(sentence.id())
                        .allMatch(word -> word.matches("[a-z -]+"));
                assertThat(blank.unit().several().english())
                        .as(sentence.id())
                        .matches(word -> word.equals("minutes")
                                || !word.equals(blank.unit().several().french()));
            }
        });
    }

    @Test
    void conditions_are_said_one_after_the_other_as_they_are_set_in_each_language() {
        assertThat(why(
                        "l'apprenant a au moins 1 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours\n"
                                + " et les absences, justifiées ou non, dépassent 12,5 % des heures prévues à ce jour\n"
                                + " et il est faux que l'apprenant cumule au moins 2 retards sur les 30 derniers jours",
                        Facts.learner().present(3).unjustified(2, 1)))
                .isEqualTo(new Bilingual(
                        "2 demi-journées d’absence non justifiée sur les 30 derniers jours (seuil\u00a0: 1)\u00a0:"
                                + " sam. 21 nov. matin, dim. 22 nov. matin\u00a0;"
                                + " absences\u00a0: 66,7\u00a0% des heures prévues à ce jour (seuil\u00a0: 12,5\u00a0%)\u00a0;"
                                + " il est faux que l’apprenant cumule au moins 2 retards sur les 30 derniers jours (0)",
                        "2 half-days of unjustified absence over the last 30 days (threshold: 1):"
                                + " Sat 21 Nov morning, Sun 22 Nov morning;"
                                + " absences to date: 66.7\u00a0% of the hours planned (threshold: 12.5\u00a0%);"
                                + " it is false that the learner was late at least 2 times over the last 30 days (0)"));
    }

    @Test
    void one_is_one_and_several_are_several() {
        Bilingual one = why(
                "l'apprenant a au moins 1 demi-journées d'absence en cours d'examen sur les 30 derniers jours",
                Facts.learner().halfDay(2, "PM", "ABSENT", "UNDER_REVIEW"));
        assertThat(one)
                .isEqualTo(new Bilingual(
                        "1 demi-journée d’absence en cours d’examen sur les 30 derniers jours (seuil\u00a0: 1)\u00a0:"
                                + " sam. 21 nov. après-midi",
                        "1 half-day of absence (under review) over the last 30 days (threshold: 1):"
                                + " Sat 21 Nov afternoon"));
        Bilingual hours = why(
                "l'apprenant a au moins 1 heures d'absence, justifiées ou non, sur les 30 derniers jours",
                Facts.learner().session(1, "AM", "PARTIAL", null, "VIDEO", 0, 0).unjustified(1));
        assertThat(hours.english()).startsWith("3.5 hours of absence");
    }

    @Test
    void why_not_is_said_in_the_language_asked_for() {
        var rule = rule("l'apprenant cumule au moins 3 retards sur les 30 derniers jours\n"
                + " ou il est faux que aucun justificatif n'a été déposé 2 jours ouvrés après l'absence\n"
                + " ou son taux d'assiduité à date est inférieur à 80 %");
        var learner = Facts.learner()
                .present(5)
                .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                .session(2, "AM", "LATE", null, "VIDEO", 20, 0)
                .today();
        var engine = AssiduityEngine.of(List.of(rule));
        assertThat(said(engine.explain(rule, learner, Locale.FRENCH)))
                .containsExactly(
                        "l’apprenant cumule au moins 3 retards sur les 30 derniers jours / il manque 1 retard",
                        "il est faux qu’aucun justificatif n’a été déposé 2 jours ouvrés après l’absence / ",
                        "son taux d’assiduité à date est inférieur à 80\u00a0% / 13,7 points au-dessus du seuil");
        assertThat(said(engine.explain(rule, learner, Locale.ENGLISH)))
                .containsExactly(
                        "the learner was late at least 3 times over the last 30 days / short by 1 late arrival",
                        "it is false that no document was handed in 2 working days after the absence / ",
                        "their attendance rate to date is below 80\u00a0% / 13.7 points above the threshold");
    }

    private static List<String> said(Explanation explanation) {
        return explanation.lines().stream()
                .map((Line line) -> line.sentence() + " / " + line.comparison().gap())
                .toList();
    }

    private static Bilingual why(String conditions, Facts learner) {
        return AssiduityEngine.of(List.of(rule(conditions)))
                .evaluate(List.of(learner.today()))
                .getFirst()
                .why();
    }

    private static VersionedRule rule(String conditions) {
        return new VersionedRule(
                UUID.randomUUID(), 1, READER.require("assiduity", AssiduityEngineTests.rule("", conditions, "")));
    }
}
