package fr.educentre.assidu.rules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Absence;
import fr.educentre.assidu.rules.RuleExample.Activity;
import fr.educentre.assidu.rules.RuleExample.Connection;
import fr.educentre.assidu.rules.RuleExample.Enrolment;
import fr.educentre.assidu.rules.RuleExample.Followed;
import fr.educentre.assidu.rules.RuleExample.Funding;
import fr.educentre.assidu.rules.RuleExample.Module;
import fr.educentre.assidu.rules.RuleExample.Pending;
import fr.educentre.assidu.rules.RuleExample.Person;
import fr.educentre.assidu.rules.RuleExample.Presence;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Setting;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.rules.RuleExample.Work;
import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.rules.engine.AssiduityEngineTests;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.Sentence;
import fr.educentre.assidu.rules.language.SentenceKind;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a rule may say, an example can be told on which it holds, and one on which it does not. */
class ExampleReachTests {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final RuleReader READER = new RuleReader(VOCABULARY);

    static Stream<String> conditions() {
        return VOCABULARY.of("assiduity", SentenceKind.CONDITION).stream().map(Sentence::withExamples);
    }

    static Stream<String> scopes() {
        return VOCABULARY.of("assiduity", SentenceKind.SCOPE).stream().map(Sentence::withExamples);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void an_example_made_from_a_condition_makes_it_fire(String sentence) {
        RuleText rule = read("", sentence);
        RuleExample example = named(ExampleGenerator.of(rule));
        ExampleCheck.require(example);
        assertThat(fires(rule, example)).as(sentence).isTrue();
        assertThat(fires(rule, stored(example))).as("kept and read again").isTrue();
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void an_example_made_from_a_scope_is_within_it(String scope) {
        String always =
                "l'apprenant a au moins 1 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours";
        RuleText rule = read("pour " + scope + "\n", always);
        assertThat(fires(rule, named(ExampleGenerator.of(rule)))).as(scope).isTrue();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void no_condition_holds_on_a_learner_who_does_all_that_is_asked(String sentence) {
        boolean ofFunder = sentence.contains("est financé par");
        RuleExample learner = ofFunder ? diligent(List.of(new Funding("F-2", "OPCO", 6_000, 0, 0))) : diligent();
        assertThat(fires(read("", sentence), learner)).as(sentence).isFalse();
    }

    @Test
    void every_condition_of_an_alternative_is_told_and_what_is_denied_is_not() {
        RuleText rule = READER.require("assiduity", """
                règle "Exemple"
                pour les apprenants du groupe GRP-2026-001
                ou les apprentis
                quand
                    l'apprenant a au moins 3 demi-journées d'absence en ligne sur les 30 derniers jours
                    et il est faux que l'apprenant est mineur
                    et tous ces faits :
                    - l'apprenant a échoué à au moins 2 évaluations
                    - l'apprenant cumule au moins 3 retards sur les 10 derniers jours
                    ou l'apprenant est en entreprise
                alors
                    prévenir le référent""");
        RuleExample example = named(ExampleGenerator.of(rule));
        assertThat(example.learner().enrolment().group()).isEqualTo("GRP-2026-001");
        assertThat(example.learner().person().apprentice()).isFalse();
        assertThat(example.learner().person().minor()).isFalse();
        assertThat(example.learner().person().outside()).isNull();
        assertThat(example.sessions())
                .filteredOn(s -> "ONLINE".equals(s.setting().modality()))
                .hasSize(3);
        assertThat(fires(rule, example)).isTrue();
    }

    @Test
    void what_was_kept_before_examples_told_of_the_course_is_read_as_it_was() {
        var before = new ExamplesJson().convertToEntityAttribute("""
                [{"name":"Léa","fires":true,"today":null,"learner":{"funder":"CPF","group":null,"apprentice":false,
                  "minor":true,"relaunchRunning":false,"underReview":false,"lastActivity":3,"nextDue":null},
                  "sessions":[{"daysAgo":2,"afternoon":true,"modality":"VIDEO","status":"ABSENT",
                  "justification":"UNJUSTIFIED","minutesLost":0}]}]""").getFirst();
        assertThat(before.learner().person().minor()).isTrue();
        assertThat(before.course()).isEqualTo(Followed.nothing());
        assertThat(before.at()).isNull();
        assertThat(before.sessions())
                .containsExactly(Seance.of("VIDEO", Presence.of("ABSENT", 0))
                        .because(Absence.of("UNJUSTIFIED"))
                        .at(2, true));
        assertThat(stored(before)).isEqualTo(before);
        assertThat(stored(diligent())).isEqualTo(diligent());
    }

    /** There all the time, on time, signed; connected, with everything achieved and the hours done. */
    private static RuleExample diligent() {
        return diligent(
                List.of(new Funding("F-1", "CPF", 6_000, 6_000, 0), new Funding("F-2", "OPCO", 6_000, 6_000, 0)));
    }

    private static RuleExample diligent(List<Funding> fundings) {
        var sessions = IntStream.rangeClosed(1, 20)
                .mapToObj(ago -> new Seance(
                        ago,
                        false,
                        new Setting("IN_PERSON", "M1", "PARIS"),
                        new Presence("PRESENT", 0, 210, Set.of()),
                        Absence.none()))
                .toList();
        return new RuleExample(
                "Zoé, assidue",
                false,
                LocalDate.of(2027, 1, 15),
                new Who(
                        new Enrolment("AUTRE", "GRP-1", "PRG-1", "PARIS", 120),
                        new Person(false, false, null, null),
                        Pending.nothing(),
                        new Activity(0, 3)),
                sessions,
                LocalTime.of(18, 0),
                new Followed(
                        6_000,
                        6_000,
                        0,
                        fundings,
                        List.of(new Module("M1", 4_200)),
                        List.of(new Work("Lire", "M1", false, 60, -2, "ACHIEVED")),
                        List.of(new Connection(1, 90)),
                        List.of()));
    }

    private static RuleExample named(RuleExample example) {
        return new RuleExample(
                "Exemple",
                true,
                example.today(),
                example.learner(),
                example.sessions(),
                example.at(),
                example.course());
    }

    private static RuleExample stored(RuleExample example) {
        var json = new ExamplesJson();
        return json.convertToEntityAttribute(json.convertToDatabaseColumn(List.of(example)))
                .getFirst();
    }

    private static RuleText read(String scope, String condition) {
        return READER.require("assiduity", AssiduityEngineTests.rule(scope, condition, ""));
    }

    private static boolean fires(RuleText rule, RuleExample example) {
        return !AssiduityEngine.of(List.of(new VersionedRule(new UUID(0, 0), 1, rule)))
                .evaluate(List.of(ExampleFactsBuilder.of(example)))
                .isEmpty();
    }
}
