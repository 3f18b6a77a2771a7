package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTermsTests {

    private static final String LATE = "l'apprenant cumule au moins 3 retards sur les 30 derniers jours";
    private static final String RATE = "l'apprenant a un taux d'assiduité à date inférieur à 80 %";
    private static final String RUNNING = "une relance est déjà en cours pour cet apprenant";

    @Test
    void a_wider_rule_that_asks_for_as_much_covers_a_narrower_one() {
        var wide = rule(LATE, null, "prévenir le référent\n    prévenir le formateur");
        var narrow = rule(RATE + "\n    et " + LATE, RUNNING, "prévenir le référent");
        assertThat(wide.covers(narrow)).isTrue();
        assertThat(narrow.covers(wide)).isFalse();
        assertThat(rule(LATE, null, "signaler à risque").covers(narrow)).isFalse();
    }

    @Test
    void an_exception_the_other_has_not_keeps_a_rule_from_covering_it() {
        assertThat(rule(LATE, RUNNING, "prévenir le référent").covers(rule(LATE, null, "prévenir le référent")))
                .isFalse();
    }

    @Test
    void conditions_joined_by_or_are_one_term() {
        var either = rule(LATE + "\n    ou " + RATE, null, "prévenir le référent");
        assertThat(either.covers(rule(LATE + "\n    et " + RATE, null, "prévenir le référent")))
                .isFalse();
        assertThat(rule(LATE, null, "prévenir le référent").covers(either)).isFalse();
    }

    @Test
    void the_same_facts_with_another_relaunch_contradict() {
        var one = rule(LATE, null, "relancer l'apprenant avec le modèle \"Absences répétées\"");
        var other = rule(LATE, RUNNING, "relancer l'apprenant avec le modèle \"Activité à distance en attente\"");
        assertThat(one.contradicts(other)).isTrue();
        assertThat(one.contradicts(one)).isFalse();
        assertThat(one.contradicts(rule(RATE, null, "relancer l'apprenant avec le modèle \"Autre\"")))
                .isFalse();
    }

    @Test
    void what_excludes_its_own_condition_cannot_fire() {
        assertThat(rule(LATE, LATE, "prévenir le référent").cannotHold()).isTrue();
        assertThat(rule(LATE + "\n    et il est faux que " + LATE, null, "prévenir le référent")
                        .cannotHold())
                .isTrue();
        assertThat(rule(LATE, RUNNING, "prévenir le référent").cannotHold()).isFalse();
    }

    private static RuleTerms rule(String conditions, String exception, String actions) {
        return RuleTerms.of("règle \"R\"\nquand\n    " + conditions
                + (exception == null ? "" : "\nsauf si\n    " + exception) + "\nalors\n    " + actions);
    }
}
