package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.ConnectionDay;
import fr.educentre.assidu.rules.LearnerFacts.Course;
import fr.educentre.assidu.rules.LearnerFacts.Funding;
import fr.educentre.assidu.rules.LearnerFacts.ModulePlan;
import fr.educentre.assidu.rules.LearnerFacts.TrainerAbsence;
import fr.educentre.assidu.rules.LearnerFacts.Work;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.RuleProblem;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each family of sentences on both sides of its threshold. Today is Monday, 23 November 2026. */
class VocabularyMeasureTests {

    private static final RuleReader READER = new RuleReader(new Vocabulary());

    /** Wednesday 18 and Thursday 19 missed, each a half-day of three hours and a half; half of Friday 20. */
    private static Facts missed() {
        return Facts.learner()
                .detailed(5, "ABSENT", "UNJUSTIFIED", "IN_PERSON", Facts.details(5, null))
                .detailed(4, "ABSENT", "JUSTIFIED", "VIDEO", Facts.details(4, "SICKNESS"))
                .detailed(3, "PARTIAL", "TO_JUSTIFY", "VIDEO", Facts.details(3, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            l'apprenant a au moins 1 demi-journées d'absence justifiée sur les 30 derniers jours | true
            l'apprenant a au moins 2 demi-journées d'absence justifiée sur les 30 derniers jours | false
            l'apprenant a au moins 1 demi-journées d'absence pour le motif maladie sur les 30 derniers jours | true
            l'apprenant a au moins 1 demi-journées d'absence pour le motif convocation sur les 30 derniers jours | false
            l'apprenant a au moins 1 demi-journées d'absence en présentiel sur les 30 derniers jours | true
            l'apprenant a au moins 1 demi-journées d'absence en ligne sur les 30 derniers jours | false
            l'apprenant a au moins 2 demi-journées d'absence dans le module m1 sur les 30 derniers jours | true
            l'apprenant a au moins 1 demi-journées d'absence dans le module M2 sur les 30 derniers jours | false
            l'apprenant a au moins 1 demi-journées d'absence le mercredi sur les 30 derniers jours | true
            l'apprenant a au moins 1 demi-journées d'absence le mardi sur les 30 derniers jours | false
            l'apprenant a au moins 2 demi-journées d'absence sur le site S1 sur les 30 derniers jours | true
            l'apprenant a au moins 1 demi-journées d'absence sur le site S2 sur les 30 derniers jours | false
            l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non, du 18/11/2026 au 19/11/2026 | true
            l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non, du 19/11/2026 au 30/11/2026 | false
            l'apprenant a au moins 1 demi-journées d'absence non justifiée du 01/11/2026 au 30/11/2026 | true
            l'apprenant a au moins 9 heures d'absence, justifiées ou non, sur les 30 derniers jours | true
            l'apprenant a au moins 10 heures d'absence, justifiées ou non, sur les 30 derniers jours | false
            l'apprenant a au moins 3 heures d'absence justifiée sur les 30 derniers jours | true
            l'apprenant a au moins 4 heures d'absence justifiée sur les 30 derniers jours | false
            l'apprenant a au moins 5 heures d'absence en visioconférence sur les 30 derniers jours | true
            l'apprenant a au moins 9 heures d'absence dans le module M1 sur les 30 derniers jours | true
            l'apprenant a au moins 3 heures d'absence le mercredi sur les 30 derniers jours | true
            l'apprenant a au moins 4 heures d'absence, justifiées ou non, du 20/11/2026 au 23/11/2026 | false
            les absences dans le module M1 dépassent 66 % de ses heures prévues à ce jour | true
            les absences dans le module M2 dépassent 1 % de ses heures prévues à ce jour | false
            son taux d'assiduité sur les 4 derniers jours est inférieur à 43 % | true
            son taux d'assiduité sur les 4 derniers jours est inférieur à 42 % | false
            son taux d'assiduité dans le module M1 est inférieur à 15 % | true
            son taux d'assiduité dans le module M2 est inférieur à 100 % | false
            """)
    void absences_by_everything_that_tells_them_apart(String sentence, boolean holds) {
        assertThat(holds(sentence, missed().today())).as(sentence).isEqualTo(holds);
    }

    @Test
    void early_departures_and_minutes_late_are_told_apart() {
        var learner = Facts.learner()
                .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                .session(2, "AM", "LEFT_EARLY", null, "VIDEO", 0, 45);
        assertThat(holds("l'apprenant cumule au moins 1 départs anticipés sur les 30 derniers jours", learner.today()))
                .isTrue();
        assertThat(holds("l'apprenant cumule au moins 2 départs anticipés sur les 30 derniers jours", learner.today()))
                .isFalse();
        assertThat(holds("l'apprenant cumule au moins 20 minutes de retard sur les 30 derniers jours", learner.today()))
                .isTrue();
        assertThat(holds("l'apprenant cumule au moins 21 minutes de retard sur les 30 derniers jours", learner.today()))
                .isFalse();
    }

    private static Course course(
            @Nullable String outside, @Nullable String accommodations, int remaining, List<Work> work) {
        return new Course(
                "PRG-1",
                "S1",
                new Course.Away(outside, null),
                accommodations,
                List.of(
                        new Funding("CPF-1", "CPF", 3000, 1500, 600),
                        new Funding("OPCO-9", "OPCO", 3000, 0, remaining)),
                new Course.Plan(remaining, List.of(new ModulePlan("M1", "Vente", 720))),
                List.of(new TrainerAbsence(new UUID(1, 1), LocalDate.of(2026, 11, 10))),
                new Course.Distance(
                        work,
                        List.of(
                                new ConnectionDay(LocalDate.of(2026, 11, 1), 300),
                                new ConnectionDay(LocalDate.of(2026, 11, 20), 50))));
    }

    private static final List<Work> WORK = List.of(
            new Work("Lire", "M1", false, 300, LocalDate.of(2026, 11, 22), "OPEN"),
            new Work("Voir", "M1", false, 400, LocalDate.of(2026, 11, 23), "ACHIEVED"),
            new Work("Quiz", "M2", true, 100, LocalDate.of(2026, 11, 1), "FAILED"),
            new Work("Examen", "M2", true, 100, LocalDate.of(2026, 11, 23), "OPEN"),
            new Work("Oral", "M3", true, 100, LocalDate.of(2026, 11, 2), "OPEN"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            le taux de réalisation des heures conventionnées est inférieur à 31 % | true
            le taux de réalisation des heures conventionnées est inférieur à 30 % | false
            le taux de réalisation des heures du financement CPF est inférieur à 51 % | true
            le taux de réalisation des heures du financement CPF est inférieur à 50 % | false
            le taux de réalisation des heures du financement Région est inférieur à 100 % | false
            le taux de réalisation des heures du module M1 est inférieur à 76 % | true
            le taux de réalisation des heures du module M1 est inférieur à 75 % | false
            même présent à toutes les séances restantes, l'apprenant terminera sous 56 % des heures conventionnées | true
            même présent à toutes les séances restantes, l'apprenant terminera sous 55 % des heures conventionnées | false
            même présent à toutes les séances restantes, l'apprenant terminera sous 71 % des heures conventionnées du financement CPF | true
            même présent à toutes les séances restantes, l'apprenant terminera sous 70 % des heures conventionnées du financement CPF | false
            le temps de connexion est inférieur à 71 % du temps attendu à ce jour | true
            le temps de connexion est inférieur à 70 % du temps attendu à ce jour | false
            l'apprenant s'est connecté moins de 51 minutes sur les 7 derniers jours | true
            l'apprenant s'est connecté moins de 50 minutes sur les 7 derniers jours | false
            l'apprenant a au moins 1 activités non faites à leur échéance | true
            l'apprenant a au moins 2 activités non faites à leur échéance | false
            le module M1 n'est pas terminé à la date du 22/11/2026 | true
            le module M1 n'est pas terminé à la date du 23/11/2026 | false
            le module M9 n'est pas terminé à la date du 22/11/2026 | false
            l'apprenant n'a pas passé au moins 1 évaluations à leur date | true
            l'apprenant n'a pas passé au moins 2 évaluations à leur date | false
            l'apprenant a échoué à au moins 1 évaluations | true
            l'apprenant a échoué à au moins 2 évaluations | false
            le formateur a été absent à au moins 1 séances de l'apprenant sur les 14 derniers jours | true
            le formateur a été absent à au moins 1 séances de l'apprenant sur les 13 derniers jours | false
            l'apprenant n'a eu aucune activité sur la plateforme depuis 3 jours | true
            l'apprenant n'a eu aucune activité sur la plateforme depuis 4 jours | false
            l'apprenant est en entreprise | true
            l'apprenant est en interruption | false
            l'apprenant est en entreprise, en interruption ou avec un justificatif en cours d'examen | true
            l'apprenant bénéficie d'un aménagement | true
            l'apprenant est financé par CPF | false
            l'apprenant suit sa formation à distance | true
            """)
    void hours_distance_work_and_situation(String sentence, boolean holds) {
        var learner = Facts.learner()
                .credited(1800)
                .activity(3, null)
                .course(course("COMPANY", "Tiers temps aux examens", 1500, WORK));
        for (int day : new int[] {7, 6, 5}) {
            learner.detailed(day, "PRESENT", null, "VIDEO", Facts.details(day, null));
        }
        assertThat(holds(sentence, learner.today())).as(sentence).isEqualTo(holds);
    }

    @Test
    void accommodations_are_honoured() {
        String late = "l'apprenant cumule au moins 1 retards sur les 30 derniers jours";
        var twenty = Facts.learner().session(3, "AM", "LATE", null, "VIDEO", 20, 0);
        assertThat(holds(late, twenty.today())).isTrue();
        assertThat(holds(
                        late,
                        twenty.course(course(null, "Retard toléré de 20 minutes", 0, List.of()))
                                .today()))
                .isFalse();
        assertThat(holds(
                        late,
                        twenty.course(course(null, "retards tolérés : 19 min", 0, List.of()))
                                .today()))
                .isTrue();
        String absent =
                "l'apprenant a au moins 1 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours";
        var wednesday = Facts.learner().unjustified(5);
        assertThat(holds(absent, wednesday.today())).isTrue();
        assertThat(holds(
                        absent,
                        wednesday
                                .course(course(null, "Dispensée le mercredi", 0, List.of()))
                                .today()))
                .isFalse();
    }

    @Test
    void still_absent_after_the_start_is_looked_at_again_at_that_minute() {
        String rule = "l'apprenant est attendu et toujours noté absent 30 minutes après le début de la séance";
        var learner = Facts.learner().detailed(0, "ABSENT", "TO_JUSTIFY", "IN_PERSON", Facts.details(0, null));
        Instant start = Instant.parse("2026-11-23T08:00:00Z");
        assertThat(holds(rule, learner.at(start.plusSeconds(29 * 60)))).isFalse();
        assertThat(again(rule, learner.at(start.plusSeconds(10 * 60))).at()).isEqualTo(start.plusSeconds(30 * 60));
        assertThat(holds(rule, learner.at(start.plusSeconds(30 * 60)))).isTrue();
        assertThat(holds(rule, learner.at(start.plusSeconds(4 * 3600))))
                .as("the session is over")
                .isFalse();
    }

    @Test
    void an_unsigned_sheet_is_looked_at_again_at_that_hour() {
        String rule = "la feuille d'émargement n'est pas signée par le formateur 2 heures après la fin de la séance";
        var learner = Facts.learner().detailed(0, "PRESENT", null, "IN_PERSON", Facts.details(0, null, "TRAINER"));
        Instant end = Instant.parse("2026-11-23T11:30:00Z");
        assertThat(holds(rule, learner.at(end.plusSeconds(7199)))).isFalse();
        assertThat(again(rule, learner.at(end.plusSeconds(60))).at()).isEqualTo(end.plusSeconds(7200));
        assertThat(holds(rule, learner.at(end.plusSeconds(7200)))).isTrue();
        assertThat(holds(rule.replace("le formateur", "l'apprenant"), learner.at(end.plusSeconds(7200))))
                .isFalse();
    }

    @Test
    void a_duration_is_compared_whatever_its_unit_and_told_in_it() {
        String rule = "la feuille d'émargement n'est pas signée par le formateur %s après la fin de la séance";
        var learner = Facts.learner().detailed(0, "PRESENT", null, "IN_PERSON", Facts.details(0, null, "TRAINER"));
        Instant end = Instant.parse("2026-11-23T11:30:00Z");
        assertThat(holds(rule.formatted("90 minutes"), learner.at(end.plusSeconds(89 * 60))))
                .isFalse();
        assertThat(holds(rule.formatted("90 minutes"), learner.at(end.plusSeconds(90 * 60))))
                .isTrue();
        assertThat(holds(rule.formatted("2 jours"), learner.at(end.plusSeconds(48 * 3600 - 1))))
                .isFalse();
        assertThat(holds(rule.formatted("2 jours"), learner.at(end.plusSeconds(48 * 3600))))
                .isTrue();
        assertThat(why(rule.formatted("2 heures"), learner.at(end.plusSeconds(185 * 60))))
                .contains("3\u00a0h\u00a005 après la fin de la séance (seuil : 2 heures)");
        assertThat(why(rule.formatted("2 jours"), learner.at(end.plusSeconds(50 * 3600))))
                .contains("2 jours après la fin de la séance (seuil : 2 jours)");
        for (String wrong : List.of("59 minutes", "31 jours")) {
            assertThat(READER.read("assiduity", AssiduityEngineTests.rule("", rule.formatted(wrong), ""))
                            .findings())
                    .extracting(RuleProblem::key)
                    .as(wrong)
                    .containsExactly("rules.problem.durationRange");
        }
        assertThat(READER.read("assiduity", AssiduityEngineTests.rule("", rule.formatted("2 semaines"), ""))
                        .findings())
                .extracting(RuleProblem::key)
                .containsExactly("rules.problem.duration");
    }

    private static String why(String condition, LearnerFacts learner) {
        return engine(condition)
                .evaluate(List.of(learner))
                .getFirst()
                .why()
                .french()
                .replace("\u00a0:", " :");
    }

    @Test
    void a_justification_that_nobody_decides_counts_its_days() {
        String rule = "un justificatif attend une décision depuis 3 jours";
        var three = Facts.learner().detailed(3, "ABSENT", "UNDER_REVIEW", "VIDEO", Facts.details(3, null));
        var two = Facts.learner().detailed(2, "ABSENT", "UNDER_REVIEW", "VIDEO", Facts.details(2, null));
        assertThat(holds(rule, three.today())).isTrue();
        assertThat(holds(rule, two.today())).isFalse();
    }

    @Test
    void the_clock_concerns_only_those_whose_windows_slide() {
        String rule = "l'apprenant a au moins 3 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours";
        assertThat(again(rule, Facts.learner().present(3).today()).on()).isNull();
        assertThat(again(rule, Facts.learner().present(3).unjustified(20, 2).today())
                        .on())
                .as("the older absence leaves the window")
                .isEqualTo(Facts.TODAY.plusDays(10));
        assertThat(again(
                                "l'apprenant n'a eu aucune activité sur la plateforme depuis 14 jours",
                                Facts.learner().activity(3, null).today())
                        .on())
                .isEqualTo(Facts.TODAY.plusDays(1));
    }

    private static boolean holds(String condition, LearnerFacts learner) {
        return !engine(condition).evaluate(List.of(learner)).isEmpty();
    }

    private static fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain again(
            String condition, LearnerFacts learner) {
        return engine(condition).assess(List.of(learner)).again().get(learner.learnerId());
    }

    private static AssiduityEngine engine(String condition) {
        return AssiduityEngine.of(List.of(new VersionedRule(
                UUID.randomUUID(), 1, READER.require("assiduity", AssiduityEngineTests.rule("", condition, "")))));
    }

    @Test
    void every_action_asks_for_what_it_says() {
        String text = AssiduityEngineTests.rule("", "l'apprenant est mineur", "")
                + " prévenir le responsable qualité\n prévenir l'employeur\n"
                + " créer la tâche \"Appeler l'apprenant\" pour le formateur, à faire sous 2 jours ouvrés\n"
                + " demander au formateur de faire signer la feuille d'émargement\n proposer un rattrapage\n"
                + " proposer un signalement au financeur\n ajouter la note \"À suivre de près\"\n";
        var rule = new VersionedRule(UUID.randomUUID(), 1, READER.require("assiduity", text));
        assertThat(AssiduityEngine.of(List.of(rule))
                        .evaluate(List.of(Facts.learner().minor().today()))
                        .getFirst()
                        .actions())
                .containsExactly(
                        new RuleMatch.AlertReferent(),
                        new RuleMatch.AlertQuality(),
                        new RuleMatch.AlertEmployer(),
                        new RuleMatch.CreateTask("Appeler l'apprenant", "TRAINER", 2),
                        new RuleMatch.RequireSignature(),
                        new RuleMatch.ProposeCatchUp(),
                        new RuleMatch.ProposeFunderNotice(),
                        new RuleMatch.AddNote("À suivre de près"));
    }
}
