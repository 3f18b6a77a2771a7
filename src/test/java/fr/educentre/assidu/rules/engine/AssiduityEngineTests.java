package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.testing.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The shipped rules, then one case on each side of every clause of the vocabulary. */
public class AssiduityEngineTests {

    private static final RuleReader READER = new RuleReader(new Vocabulary());

    @Test
    void shippedRulesAreSentencesAndCompileTogether() throws Exception {
        var rules = new ArrayList<VersionedRule>();
        try (var files = Files.list(Path.of("rules/assiduity"))) {
            for (Path file : files.sorted().toList()) {
                rules.add(new VersionedRule(UUID.randomUUID(), 1, READER.require("assiduity", Files.readString(file))));
            }
        }
        var engine = AssiduityEngine.of(rules);
        var firings = engine.evaluate(
                List.of(Facts.learner().present(20).unjustified(9, 5, 2).today()));
        assertThat(firings)
                .extracting(one -> one.rule().name())
                .containsExactlyInAnyOrder(
                        "Absences consécutives", "Assiduité insuffisante", "Trois absences en un mois");
        var three = firings.stream()
                .filter(f -> f.rule().name().startsWith("Trois"))
                .findFirst()
                .orElseThrow();
        assertThat(Reading.plain(three.why().french()))
                .isEqualTo("3 demi-journées d'absence non justifiée sur les 30 derniers jours (seuil : 3) : "
                        + "sam. 14 nov. matin, mer. 18 nov. matin, sam. 21 nov. matin");
        assertThat(three.actions())
                .containsExactly(new RuleMatch.RelaunchLearner("absences-repetees", 3), new RuleMatch.AlertReferent());
        assertThat(three.onceInDays()).isEqualTo(14);
        assertThat(three.sessions()).hasSize(3);
    }

    @Test
    void everyClauseHoldsOnOneSideOfItsThresholdAndNotOnTheOther() {
        String unjustified =
                "l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours";
        holds(unjustified, Facts.learner().unjustified(29, 5, 0));
        fails(unjustified, Facts.learner().unjustified(30, 5, 0));
        fails(unjustified, Facts.learner().unjustified(5, 0).halfDay(3, "AM", "ABSENT", "TO_JUSTIFY"));
        fails(
                unjustified,
                Facts.learner()
                        .unjustified(5, 0)
                        .halfDay(0, "AM", "PRESENT", null)
                        .unjustified(3));

        String absent = "l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non, sur les 7 derniers jours";
        holds(absent, Facts.learner().unjustified(6).halfDay(3, "PM", "ABSENT", "JUSTIFIED"));
        fails(absent, Facts.learner().unjustified(7).halfDay(3, "PM", "ABSENT", "JUSTIFIED"));
        fails(absent, Facts.learner().unjustified(6).halfDay(3, "PM", "PARTIAL", "TO_JUSTIFY"));

        String modality = "l'apprenant a manqué au moins 1 séances en présentiel sur les 30 derniers jours";
        holds(modality, Facts.learner().session(1, "AM", "ABSENT", null, "IN_PERSON", 0, 0));
        fails(modality, Facts.learner().session(1, "AM", "ABSENT", null, "VIDEO", 0, 0));

        String consecutive =
                "l'apprenant est absent depuis 2 demi-journées de formation consécutives, périodes en entreprise exclues";
        holds(consecutive, Facts.learner().present(40).unjustified(39, 2));
        fails(consecutive, Facts.learner().unjustified(4).present(3).unjustified(2));
        fails(consecutive, Facts.learner().unjustified(4, 3).present(2));
        holds(
                consecutive,
                Facts.learner()
                        .unjustified(4)
                        .halfDay(3, "AM", "AWAITING_DATA", null)
                        .unjustified(2));
        fails(consecutive, Facts.learner().unjustified(4).halfDay(3, "AM", "AWAITING_DATA", null));

        String rate = "l'apprenant a un taux d'assiduité à date inférieur à 80 %";
        holds(rate, Facts.learner().present(4).present(3).present(2).unjustified(1));
        fails(rate, Facts.learner().present(5).present(4).present(3).present(2).unjustified(1));
        fails(rate, Facts.learner());
        holds(
                rate.replace("l'apprenant a un taux d'assiduité à date", "son taux d'assiduité à date est"),
                Facts.learner().unjustified(1));

        holds(
                "les absences non justifiées dépassent 10 % des heures prévues à ce jour",
                Facts.learner().present(3).unjustified(1));
        fails(
                "les absences non justifiées dépassent 50 % des heures prévues à ce jour",
                Facts.learner().present(3).unjustified(1));
        holds(
                "les absences, justifiées ou non, dépassent 49,5 % des heures prévues à ce jour",
                Facts.learner().present(3).unjustified(1));

        String late = "l'apprenant cumule au moins 2 retards sur les 30 derniers jours";
        holds(
                late,
                Facts.learner()
                        .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                        .session(2, "AM", "LATE", null, "VIDEO", 15, 0));
        fails(
                late,
                Facts.learner()
                        .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                        .session(2, "AM", "LEFT_EARLY", null, "VIDEO", 0, 15));
        holds(
                late.replace("retards", "retards ou départs anticipés"),
                Facts.learner()
                        .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                        .session(2, "AM", "LEFT_EARLY", null, "VIDEO", 0, 15));
        String lost =
                "l'apprenant a perdu au moins 35 minutes en retards ou départs anticipés sur les 30 derniers jours";
        holds(
                lost,
                Facts.learner()
                        .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                        .session(2, "AM", "LEFT_EARLY", null, "VIDEO", 0, 15));
        fails(
                lost.replace("35", "36"),
                Facts.learner()
                        .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                        .session(2, "AM", "LEFT_EARLY", null, "VIDEO", 0, 15));

        String inactive =
                "l'apprenant n'a eu aucune activité depuis 7 jours alors qu'une activité est due avant 14 jours";
        holds(inactive, Facts.learner().activity(7, 14));
        fails(inactive, Facts.learner().activity(6, 14));
        fails(inactive, Facts.learner().activity(7, 15));
        fails(inactive, Facts.learner().activity(30, null));
        holds(inactive, Facts.learner().activity(null, 3));

        String document = "aucun justificatif n'a été déposé 2 jours ouvrés après l'absence";
        holds(document, Facts.learner().halfDay(4, "AM", "ABSENT", "TO_JUSTIFY"));
        fails(document, Facts.learner().halfDay(3, "AM", "ABSENT", "TO_JUSTIFY"));
        fails(document, Facts.learner().halfDay(9, "AM", "ABSENT", "UNDER_REVIEW"));
    }

    @Test
    void scopesLimitAndExceptionsStop() {
        var learner = Facts.learner().unjustified(1);
        String condition =
                "l'apprenant a au moins 1 demi-journées d'absence, justifiées ou non, sur les 7 derniers jours";
        assertThat(fires(rule("pour les apprenants du financeur CPF\n", condition, ""), learner.funders("CPF")))
                .isTrue();
        assertThat(fires(rule("pour les apprenants du financeur CPF\n", condition, ""), learner.funders("OPCO")))
                .isFalse();
        assertThat(fires(rule("pour les apprenants du groupe GRP-1\n", condition, ""), learner))
                .isTrue();
        assertThat(fires(rule("pour les apprenants du groupe GRP-2\n", condition, ""), learner))
                .isFalse();
        assertThat(fires(rule("pour les apprentis\n", condition, ""), learner)).isFalse();
        assertThat(fires(rule("pour les apprenants mineurs\n", condition, ""), learner))
                .isFalse();
        String unless =
                "sauf si\n une relance est déjà en cours pour cet apprenant\n l'apprenant a un justificatif en cours d'examen\n";
        assertThat(fires(rule("", condition, unless), Facts.learner().unjustified(1)))
                .isTrue();
        assertThat(fires(
                        rule("", condition, unless),
                        Facts.learner().unjustified(1).relaunchRunning()))
                .isFalse();
        assertThat(fires(
                        rule("", condition, unless),
                        Facts.learner().unjustified(1).underReview()))
                .isFalse();
    }

    @Test
    void whyNotAsksTheSameSentencesOneByOne() {
        var rule = new VersionedRule(
                UUID.randomUUID(),
                4,
                READER.require(
                        "assiduity",
                        rule(
                                "",
                                "l'apprenant cumule au moins 3 retards sur les 30 derniers jours\n"
                                        + " et son taux d'assiduité à date est inférieur à 80 %",
                                "sauf si une relance est déjà en cours pour cet apprenant\n")));
        var explanation = AssiduityEngine.of(List.of(rule))
                .explain(
                        rule,
                        Facts.learner()
                                .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                                .unjustified(2)
                                .today(),
                        Locale.FRENCH);
        assertThat(explanation.fires()).isFalse();
        assertThat(explanation.lines()).extracting("kind").containsExactly("CONDITION", "CONDITION", "EXCEPTION");
        assertThat(explanation.lines()).extracting("holds").containsExactly(false, true, false);
        assertThat(explanation.lines().getFirst().measured().value()).isEqualTo(1);
        assertThat(Reading.plain(explanation.lines().getFirst().measured().explanation()))
                .isEqualTo("1 retard sur les 30 derniers jours (seuil : 3) : ven. 20 nov.");
        assertThat(explanation.lines().getFirst().comparison().threshold()).isEqualTo(3);
        assertThat(explanation.lines().getFirst().comparison().missing()).isEqualTo(2);
        assertThat(explanation.lines().getFirst().comparison().gap()).isEqualTo("il manque 2 retards");
        assertThat(explanation.lines().get(1).comparison().missing()).isNull();
    }

    @Test
    void theEpisodeStaysWhileTheWindowSlides() {
        String text = rule(
                "",
                "l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non, sur les 10 derniers jours",
                "");
        var learner = Facts.learner().unjustified(20, 12, 6, 3);
        var first = firings(text, learner.on(Facts.TODAY.minusDays(6)));
        var later = firings(text, learner.today());
        assertThat(first).hasSize(1);
        assertThat(later).hasSize(1);
        assertThat(later.getFirst().episode()).isEqualTo(first.getFirst().episode());
        assertThat(later.getFirst().sessions()).isNotEqualTo(first.getFirst().sessions());
    }

    private static void holds(String condition, Facts learner) {
        assertThat(fires(rule("", condition, ""), learner)).as(condition).isTrue();
    }

    private static void fails(String condition, Facts learner) {
        assertThat(fires(rule("", condition, ""), learner)).as(condition).isFalse();
    }

    private static boolean fires(String text, Facts learner) {
        return !firings(text, learner.today()).isEmpty();
    }

    private static List<RuleMatch> firings(String text, LearnerFacts learner) {
        var rule = new VersionedRule(UUID.randomUUID(), 1, READER.require("assiduity", text));
        return AssiduityEngine.of(List.of(rule)).evaluate(List.of(learner));
    }

    public static String rule(String scope, String conditions, String exceptions) {
        return "règle \"Essai\"\n" + scope + "quand\n " + conditions + "\n" + exceptions
                + "alors\n prévenir le référent\n";
    }
}
