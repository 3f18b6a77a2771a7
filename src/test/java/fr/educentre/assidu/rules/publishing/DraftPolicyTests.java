package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.examples.ExampleRunner;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a draft is refused for, on both sides of each limit. */
class DraftPolicyTests {

    /** Half past midnight in Paris, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String TEXT = """
            règle "Retards"
            objet : Prévenir tôt
            étiquettes : cfa, retards
            quand
                l'apprenant est mineur
            alors
                prévenir le référent""";

    private final ExampleRunner examples = mock(ExampleRunner.class);
    private final DraftPolicy policy =
            new DraftPolicy(new RuleReader(new Vocabulary()), examples, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_text_is_read_and_one_that_is_wrong_is_refused_by_its_first_wrong_line() {
        assertThat(policy.valid("assiduity", TEXT).name()).isEqualTo("Retards");
        refused(() -> policy.valid("assiduity", TEXT.replace("mineur", "majeur")), "refusal.rules.text");
    }

    @Test
    void an_example_to_begin_with_is_of_someone_the_text_is_about_or_of_nobody_in_particular() {
        assertThat(policy.likelyExample("assiduity", TEXT).learner()).isNotEqualTo(RuleExample.Who.ordinary());
        assertThat(policy.likelyExample("assiduity", "n'importe quoi")).isEqualTo(RuleExample.ordinary());
    }

    @Test
    void a_purpose_and_tags_have_a_length() {
        accepted(draft("x".repeat(500), List.of()));
        refused(() -> policy.require("assiduity", draft("x".repeat(501), List.of())), "refusal.rules.purpose");
        accepted(draft("", tags(10)));
        refused(() -> policy.require("assiduity", draft("", tags(11))), "refusal.rules.tags");
        accepted(draft("", List.of("y".repeat(40))));
        refused(() -> policy.require("assiduity", draft("", List.of("y".repeat(41)))), "refusal.rules.tags");
    }

    @Test
    void only_a_rule_of_assiduity_has_days_and_they_do_not_end_before_they_begin() {
        accepted(draft(TODAY, TODAY));
        refused(() -> policy.require("assiduity", draft(TODAY, TODAY.minusDays(1))), "refusal.rules.dates");
        refused(() -> policy.require("presence", draft(TODAY, null)), "refusal.rules.datesOfSet");
        refused(() -> policy.require("presence", draft(null, TODAY)), "refusal.rules.datesOfSet");
        assertThatCode(() -> policy.require("presence", Draft.of(TEXT))).doesNotThrowAnyException();
    }

    @Test
    void examples_are_looked_at_once_the_rest_is_right() {
        Draft draft = new Draft(TEXT, "", List.of(), null, null, List.of(RuleExample.ordinary()));
        refused(() -> policy.require("presence", draft(TODAY, null)), "refusal.rules.datesOfSet");
        verifyNoInteractions(examples);
        policy.require("assiduity", draft);
        verify(examples).require("assiduity", draft.examples());
    }

    @Test
    void what_the_text_says_of_itself_stands_where_nothing_else_was_said() {
        RuleText read = policy.valid("assiduity", TEXT);
        Draft said = DraftPolicy.tidy(draft(" Alerter ", List.of(" cfa ,a")), read);
        assertThat(said.purpose()).isEqualTo("Alerter");
        assertThat(said.tags()).containsExactly("cfa", "a");
        Draft unsaid = DraftPolicy.tidy(draft(" ", List.of(" ")), read);
        assertThat(unsaid.purpose()).isEqualTo("Prévenir tôt");
        assertThat(unsaid.tags()).containsExactly("cfa", "retards");
        assertThat(unsaid.text()).isEqualTo(TEXT);
    }

    @Test
    void a_version_in_force_is_not_followed_by_a_time_without_one() {
        StoredRule published = rule(true);
        assertThatCode(() -> policy.mustNotLeaveAGap(published, draft(TODAY, TODAY)))
                .as("today in Paris")
                .doesNotThrowAnyException();
        refused(() -> policy.mustNotLeaveAGap(published, draft(TODAY.plusDays(1), null)), "refusal.rules.gap");
        assertThatCode(() -> policy.mustNotLeaveAGap(rule(false), draft(TODAY.plusDays(1), null)))
                .as("nothing is in force yet")
                .doesNotThrowAnyException();
        refused(() -> policy.mustNotLeaveAGap(published, draft(null, TODAY.minusDays(1))), "refusal.rules.over");
    }

    private static StoredRule rule(boolean published) {
        var rule = new StoredRule("retards", "assiduity", "Retards", NOW);
        StoredVersion version = rule.draft(Draft.of(TEXT), new StoredVersion.Author("Ada", "ada"), NOW);
        if (published) {
            version.publish("Ada", NOW, "Essai");
        }
        return rule;
    }

    private void accepted(Draft draft) {
        assertThatCode(() -> policy.require("assiduity", draft)).doesNotThrowAnyException();
    }

    private static void refused(ThrowingCallable asked, String key) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static List<String> tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }

    private static Draft draft(String purpose, List<String> tags) {
        return new Draft(TEXT, purpose, tags, null, null, List.of());
    }

    private static Draft draft(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        return new Draft(TEXT, "", List.of(), startsOn, endsOn, List.of());
    }
}
