package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleGroups;
import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.rules.RuleLines.Place;
import fr.educentre.assidu.shell.SampleTexts;
import fr.educentre.assidu.shell.Wording;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads in English writes in English: what a rule begins with, what may stand in it, what is added to it. */
class EnglishRulesTests {

    private static final Vocabulary VOCABULARY = new Vocabulary();

    static List<Sentence> sentences() {
        return VOCABULARY.all();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_with_its_english_examples_means_what_it_means_in_french(Sentence sentence) {
        assertThat(meaning(sentence, Locale.ENGLISH)).isEqualTo(meaning(sentence, Locale.FRENCH));
    }

    private static String meaning(Sentence sentence, Locale language) {
        var problems = new java.util.ArrayList<RuleProblem>();
        var read = new SentenceReader(VOCABULARY, sentence.ruleSet(), false, problems::add)
                .read(1, sentence.withExamples(language), sentence.kind());
        assertThat(problems).as(sentence.withExamples(language)).isEmpty();
        return read.orElseThrow().drl();
    }

    @Test
    void a_new_rule_begins_in_the_language_of_its_author() {
        var texts = new SampleTexts();
        String english = texts.english(Wording.of("rules.template"));
        assertThat(english).startsWith("rule \"Name of the rule\"");
        var reader = new RuleReader(VOCABULARY);
        var read = reader.require("assiduity", english);
        var french = reader.require("assiduity", texts.french(Wording.of("rules.template")));
        assertThat(drl(read)).isEqualTo(drl(french));
    }

    private static List<String> drl(RuleText rule) {
        return java.util.stream.Stream.of(rule.conditions(), rule.actions(), rule.limits())
                .flatMap(List::stream)
                .map(BoundSentence::drl)
                .toList();
    }

    @Test
    void what_is_added_to_an_english_rule_is_in_english() {
        var rule = RuleLines.of("assiduity", """
                rule "Late"
                when
                    the learner was late at least 3 times over the last 30 days
                then
                    alert the referent""");
        assertThat(rule.english()).isTrue();
        var changed = rule.named("Often late")
                .add(Place.SCOPE, "apprentices")
                .add(Place.CONDITION, "the learner is under age")
                .add(Place.EXCEPTION, "the learner has an accommodation")
                .add(Place.EXCEPTION, "a relaunch is already running for this learner");
        changed = changed.negated(5, true);
        changed = RuleGroups.of(changed).wrapped(4, false);
        assertThat(changed.text()).isEqualTo("""
                rule "Often late"
                for apprentices
                when
                    one of these:
                        - the learner was late at least 3 times over the last 30 days
                    and it is false that the learner is under age
                unless
                    the learner has an accommodation
                    or a relaunch is already running for this learner
                then
                    alert the referent""");
        assertThat(new RuleReader(VOCABULARY).read("assiduity", changed.text()).findings())
                .isEmpty();
    }
}
