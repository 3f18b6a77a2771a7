package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.rules.engine.Facts;
import fr.educentre.assidu.shell.Wording.Bilingual;
import fr.educentre.assidu.testing.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How facts combine, who a rule is for, when it is in force, and what is said of a line that does not fit. */
class RuleGrammarTests {

    private static final RuleReader READER = new RuleReader(new Vocabulary());
    private static final String A = "l'apprenant est en contrat d'apprentissage";
    private static final String B = "l'apprenant est mineur";
    private static final String C = "l'apprenant a un justificatif en cours d'examen";

    @ParameterizedTest
    @CsvSource({
        "true, false, false, true",
        "false, true, false, false",
        "false, true, true, true",
        "false, false, true, false",
    })
    void et_binds_tighter_than_ou(boolean a, boolean b, boolean c, boolean fires) {
        assertThat(fires("quand\n " + A + "\n ou " + B + "\n et " + C, a, b, c)).isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, true, true",
        "true, false, false, false",
        "false, true, true, true",
        "false, false, true, false",
    })
    void a_list_is_one_fact(boolean a, boolean b, boolean c, boolean fires) {
        String text = "quand\n l'un de ces faits :\n  - " + A + "\n  - " + B + "\n et " + C;
        assertThat(fires(text, a, b, c)).isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, true",
        "true, false, false, false",
        "false, true, true, false",
        "false, true, false, true",
    })
    void facts_and_lists_can_be_turned_over(boolean a, boolean b, boolean c, boolean fires) {
        String text =
                "quand\n il est faux que " + A + "\n et il est faux que tous ces faits :\n  - " + B + "\n  - " + C;
        assertThat(fires(text, a, b, c)).isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, false",
        "true, false, false, true",
        "true, true, false, true",
        "false, false, false, false",
    })
    void each_line_of_sauf_si_stops_the_rule_unless_et_joins_it_to_the_one_before(
            boolean a, boolean b, boolean c, boolean fires) {
        assertThat(fires("quand\n " + A + "\nsauf si\n " + B + "\n et " + C, a, b, c))
                .isEqualTo(fires);
    }

    @Test
    void several_sauf_si_add_up() {
        String text = "quand\n " + A + "\nsauf si " + B + "\nsauf si " + C;
        assertThat(fires(text, true, false, false)).isTrue();
        assertThat(fires(text, true, true, false)).isFalse();
        assertThat(fires(text, true, false, true)).isFalse();
    }

    @Test
    void clauses_of_the_scope_add_up_and_ou_widens_one() {
        String text =
                "pour les apprenants du financeur CPF\nou les apprenants du financeur OPCO\npour les apprenants mineurs\n"
                        + "quand\n " + A;
        assertThat(firings(text, Facts.learner().apprentice().minor().funders("OPCO"), Facts.TODAY))
                .hasSize(1);
        assertThat(firings(text, Facts.learner().apprentice().minor().funders("REGION"), Facts.TODAY))
                .isEmpty();
        assertThat(firings(text, Facts.learner().apprentice().funders("OPCO"), Facts.TODAY))
                .isEmpty();
    }

    @Test
    void a_rule_is_in_force_on_its_days_alone() {
        String text = "du 01/11/2026 au 30/11/2026\nquand\n " + A;
        assertThat(firings(text, Facts.learner().apprentice(), LocalDate.of(2026, 10, 31)))
                .isEmpty();
        assertThat(firings(text, Facts.learner().apprentice(), LocalDate.of(2026, 11, 1)))
                .hasSize(1);
        assertThat(firings(text, Facts.learner().apprentice(), LocalDate.of(2026, 11, 30)))
                .hasSize(1);
        assertThat(firings(text, Facts.learner().apprentice(), LocalDate.of(2026, 12, 1)))
                .isEmpty();
        assertThat(firings(
                        "pour la période à partir du 01/12/2026\nquand\n " + A,
                        Facts.learner().apprentice(),
                        Facts.TODAY))
                .isEmpty();
        assertThat(firings("jusqu'au 01/12/2026\nquand\n " + A, Facts.learner().apprentice(), Facts.TODAY))
                .hasSize(1);
    }

    @Test
    void a_rule_says_what_it_is_for_and_carries_tags() {
        var rule = READER.require(
                "assiduity", text("objet : Repérer tôt les décrochages\nétiquettes : cpf, décrochage\nquand\n " + A));
        assertThat(rule.purpose()).isEqualTo("Repérer tôt les décrochages");
        assertThat(rule.tags()).containsExactly("cpf", "décrochage");
    }

    @Test
    void a_rule_may_be_written_in_english() {
        String text = """
                rule "Late again"
                for learners of funder CPF
                when
                    the learner was late at least 2 times over the last 30 days
                    or it is false that the learner is an apprentice
                unless
                    a relaunch is already running for this learner
                then
                    relaunch the learner with template "Repeated absences", then again after 3 working days
                    alert the referent
                at most once per learner every 14 days
                """;
        var rule = READER.require("assiduity", text);
        assertThat(rule.conditions())
                .extracting(BoundSentence::french)
                .containsExactly(
                        "l'apprenant cumule au moins 2 retards sur les 30 derniers jours",
                        "l'apprenant est en contrat d'apprentissage");
        assertThat(rule.actions().getFirst().french()).contains("Absences répétées");
    }

    @Test
    void every_sentence_reads_in_both_languages() {
        for (Sentence sentence : new Vocabulary().of("assiduity")) {
            String english = sentence.english();
            for (BlankType blank : sentence.blanks()) {
                String example = blank.english().isEmpty()
                        ? blank.example()
                        : blank.english().values().iterator().next();
                english = english.replace("{" + blank.name() + "}", example);
            }
            var texts = sentence.match(english);
            assertThat(texts).as(sentence.id()).isPresent();
            texts.orElseThrow()
                    .forEach((type, value) -> assertThat(type.parse(value))
                            .as(sentence.id() + " " + value)
                            .isPresent());
        }
    }

    @Test
    void a_line_that_does_not_fit_is_named_with_what_could_stand_there() {
        assertFinding("quand\n prévenir le référent\n", 3, "rules.problem.place", "alors");
        assertFinding("quand\n - " + A, 3, "rules.problem.item", "l'un de ces faits :");
        assertFinding("quand\n l'un de ces faits :\n", 3, "rules.problem.emptyList", null);
        assertFinding("quand\n " + A + "\n " + B, 4, "rules.problem.and", "et " + B);
        assertFinding(
                "quand\n l'apprenant a au moins 5 demi-journées d'absence samedi sur les 20 derniers jours",
                3,
                "rules.problem.choice",
                "non justifiée");
        assertFinding("du 31/02/2026 au 01/03/2026\nquand\n " + A, 2, "rules.problem.date", "01/09/2026");
        assertFinding(
                "quand\n l'apprenant cumule 7 retards sur les 21 derniers jours",
                3,
                "rules.problem.unknown",
                "l'apprenant cumule au moins 7 retards sur les 21 derniers jours");
        assertFinding("quand\n " + "x".repeat(500), 3, "rules.problem.longLine", null);
    }

    @Test
    void a_retired_code_keeps_a_published_rule_in_force() {
        var reading = READER.readAgain("assiduity", text("pour les apprenants du groupe GRP-DISPARU\nquand\n " + A));
        assertThat(reading.rule()).isPresent();
    }

    @Test
    void why_not_numbers_the_ways_to_hold_and_says_by_how_much_each_fails() {
        String text = text("quand\n l'apprenant cumule au moins 3 retards sur les 30 derniers jours\n"
                + " ou son taux d'assiduité à date est inférieur à 80 %\n et il est faux que " + A);
        var rule = new VersionedRule(UUID.randomUUID(), 1, READER.require("assiduity", text));
        Explanation explanation = AssiduityEngine.of(List.of(rule))
                .explain(
                        rule,
                        Facts.learner()
                                .present(5)
                                .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                                .today(),
                        Locale.FRENCH);
        assertThat(explanation.fires()).isFalse();
        assertThat(explanation.lines()).extracting("alternative").containsExactly(1, 2, 2);
        assertThat(explanation.lines()).extracting("holds").containsExactly(false, false, true);
        assertThat(explanation.lines().get(0).comparison().gap()).isEqualTo("il manque 2 retards");
        assertThat(explanation.lines().get(1).measured().value()).isEqualTo(95.24);
        assertThat(explanation.lines().get(1).comparison().threshold()).isEqualTo(80);
        assertThat(explanation.lines().get(1).comparison().gap()).isEqualTo("15,2 points au-dessus du seuil");
        assertThat(Reading.plain(explanation.lines().get(2).sentence())).isEqualTo("il est faux que " + A);
    }

    @Test
    void only_the_alternative_that_holds_is_said() {
        var firing = firings(
                        "quand\n l'apprenant cumule au moins 3 retards sur les 30 derniers jours\n ou " + A,
                        Facts.learner().apprentice(),
                        Facts.TODAY)
                .getFirst();
        assertThat(firing.why()).isEqualTo(new Bilingual("contrat d’apprentissage", "apprenticeship contract"));
    }

    private static void assertFinding(String body, int line, String key, String suggestion) {
        var findings = READER.read("assiduity", text(body)).findings();
        assertThat(findings).as(body).isNotEmpty();
        assertThat(findings.getFirst().line()).as(body).isEqualTo(line);
        assertThat(findings.getFirst().key()).as(body).isEqualTo(key);
        assertThat(findings.getFirst().suggestion().orElse(null)).as(body).isEqualTo(suggestion);
    }

    private static String text(String body) {
        return "règle \"Essai\"\n" + body + "\nalors\n prévenir le référent\n";
    }

    private static boolean fires(String body, boolean a, boolean b, boolean c) {
        var learner = Facts.learner();
        if (a) {
            learner.apprentice();
        }
        if (b) {
            learner.minor();
        }
        if (c) {
            learner.underReview();
        }
        return !firings(body, learner, Facts.TODAY).isEmpty();
    }

    private static List<RuleMatch> firings(String body, Facts learner, LocalDate on) {
        var rule = new VersionedRule(UUID.randomUUID(), 1, READER.require("assiduity", text(body)));
        return AssiduityEngine.of(List.of(rule)).evaluate(List.of(learner.on(on)));
    }
}
