package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A suggestion that is applied makes its problem go, and nothing else change. */
class QuickFixTests {

    private static final RuleReader READER = new RuleReader(new Vocabulary());
    private static final String GOOD = """
            règle "Essai"
            quand
                l'apprenant cumule au moins 3 retards sur les 30 derniers jours
                et l'apprenant a un taux d'assiduité à date inférieur à 80 %
            alors
                prévenir le référent""";

    @Test
    void an_unknown_sentence_becomes_the_nearest_one_behind_its_joining_word() {
        String mended = corrected(GOOD.replace("et l'apprenant a un taux", "et le taux"));
        assertThat(READER.read("assiduity", mended).findings()).isEmpty();
        assertThat(mended.lines().toList().get(3)).startsWith("    et ").contains("taux d'assiduité à date");
    }

    @Test
    void a_further_condition_gets_its_joining_word() {
        assertThat(corrected(GOOD.replace("et l'apprenant", "l'apprenant"))).isEqualTo(GOOD);
    }

    @Test
    void a_value_out_of_range_becomes_the_example_in_its_own_blank() {
        assertThat(corrected(GOOD.replace("moins 3 ", "moins 0 "))).isEqualTo(GOOD);
    }

    @Test
    void a_rule_without_a_name_gets_one_and_a_lost_sentence_its_place() {
        assertThat(corrected(GOOD.replace("règle \"Essai\"\n", ""))).startsWith("règle \"");
        assertThat(corrected(GOOD.replace("quand\n", ""))).isEqualTo(GOOD);
    }

    @Test
    void where_a_suggestion_cannot_be_applied_nothing_is_offered() {
        String text = GOOD.substring(0, GOOD.indexOf("alors")).stripTrailing();
        var finding = READER.read("assiduity", text).findings().getFirst();
        assertThat(finding.key()).isEqualTo("rules.problem.noAction");
        assertThat(QuickFix.corrected("assiduity", text, finding)).isEmpty();
    }

    private static String corrected(String text) {
        var finding = READER.read("assiduity", text).findings().getFirst();
        return QuickFix.corrected("assiduity", text, finding).orElseThrow();
    }
}
