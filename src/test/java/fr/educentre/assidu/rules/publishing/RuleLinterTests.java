package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleRecipients;
import fr.educentre.assidu.rules.RuleWarnings.Kind;
import fr.educentre.assidu.rules.RuleWarnings.Remark;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.testing.KeysAsTexts;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.util.ReflectionTestUtils;

/** Which rules in force are pointed out, and why. */
class RuleLinterTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String THREE = "l'apprenant cumule au moins 3 retards sur les 30 derniers jours";
    private static final String MINOR = "l'apprenant est mineur";

    private final List<StoredRule> rules = new ArrayList<>();
    private final Map<UUID, RuleWatch.Count> quiet = new HashMap<>();
    private final Map<UUID, RuleWatch.Count> lately = new HashMap<>();
    private final Set<RuleRecipients.Kind> missing = EnumSet.noneOf(RuleRecipients.Kind.class);
    private long watched = 20;

    @Test
    void a_rule_that_had_time_to_fire_and_did_not_is_pointed_out() {
        UUID silent = rule("Muette", 31, THREE, "prévenir le référent");
        UUID busy = rule("Active", 31, MINOR, "signaler à risque");
        rule("Jeune", 29, "l'apprenant est en entreprise", "prévenir le formateur");
        quiet.put(busy, new RuleWatch.Count(1, 1, 0, 0));
        assertThat(remarks(Kind.NEVER_FIRES)).containsExactly(silent);
    }

    @Test
    void a_rule_that_touches_nearly_every_learner_is_pointed_out_where_there_are_enough() {
        UUID all = rule("Toujours", 1, THREE, "prévenir le référent");
        UUID most = rule("Souvent", 1, MINOR, "signaler à risque");
        lately.put(all, new RuleWatch.Count(40, 16, 0, 0));
        lately.put(most, new RuleWatch.Count(40, 15, 0, 0));
        assertThat(remarks(Kind.ALWAYS_FIRES)).as("16 of 20, not 15").containsExactly(all);
        watched = 9;
        assertThat(remarks(Kind.ALWAYS_FIRES)).as("too few learners to tell").isEmpty();
    }

    @Test
    void a_rule_repeats_the_one_that_fires_whenever_it_does_and_asks_for_as_much() {
        UUID wide = rule("Large", 1, THREE, "prévenir le référent\n signaler à risque");
        UUID narrow = rule("Étroite", 1, THREE + "\n et " + MINOR, "prévenir le référent");
        var repeats = all().stream().filter(one -> one.kind() == Kind.REPEATS).toList();
        assertThat(repeats).extracting(Remark::ruleId).containsExactly(narrow);
        assertThat(repeats).extracting(Remark::otherId).containsExactly(wide);
        assertThat(repeats.getFirst().text()).contains("Étroite", "Large");
    }

    @Test
    void rules_that_relaunch_differently_on_the_same_facts_contradict_each_other() {
        rule("Une", 1, THREE, "relancer l'apprenant avec le modèle \"Absences répétées\"");
        rule("Autre", 1, THREE, "relancer l'apprenant avec le modèle \"Sans nouvelles de votre part\"");
        assertThat(remarks(Kind.CONTRADICTS)).hasSize(1);
        rules.clear();
        rule("Une", 1, THREE, "relancer l'apprenant avec le modèle \"Absences répétées\"");
        rule("Autre", 1, MINOR, "relancer l'apprenant avec le modèle \"Sans nouvelles de votre part\"");
        assertThat(remarks(Kind.CONTRADICTS)).as("not the same facts").isEmpty();
    }

    @Test
    void a_rule_that_excludes_what_it_asks_for_cannot_fire() {
        UUID never = rule("Impossible", 1, THREE + "\n et il est faux que " + THREE, "prévenir le référent");
        rule("Possible", 1, THREE, "signaler à risque");
        assertThat(remarks(Kind.CANNOT_FIRE)).containsExactly(never);
    }

    @Test
    void a_rule_that_tells_people_whom_the_centre_does_not_have_is_pointed_out() {
        UUID referent = rule("Référent", 1, THREE, "prévenir le référent");
        UUID quality = rule("Qualité", 1, MINOR, "alert the quality manager");
        assertThat(remarks(Kind.NOBODY_TO_TELL)).isEmpty();
        missing.add(RuleRecipients.Kind.REFERENT);
        assertThat(remarks(Kind.NOBODY_TO_TELL)).containsExactly(referent);
        missing.add(RuleRecipients.Kind.QUALITY_MANAGER);
        assertThat(remarks(Kind.NOBODY_TO_TELL)).containsExactly(referent, quality);
    }

    @Test
    void a_rule_out_of_force_is_not_looked_at() {
        rule("Retirée", 400, THREE, "prévenir le référent");
        rules.getFirst().published().orElseThrow().retire("Ada", NOW, "Finie");
        assertThat(all()).isEmpty();
    }

    private UUID rule(String name, int days, String condition, String actions) {
        Instant then = NOW.minus(Duration.ofDays(days));
        String text = "règle \"" + name + "\"\nquand\n " + condition + "\nalors\n " + actions;
        var rule = new StoredRule(name, "assiduity", name, then);
        rule.draft(Draft.of(text), new StoredVersion.Author("Ada", "ada"), then).publish("Ada", then, "Essai");
        UUID id = UUID.randomUUID();
        ReflectionTestUtils.setField(rule, "id", id);
        rules.add(rule);
        return id;
    }

    private List<UUID> remarks(Kind kind) {
        return all().stream()
                .filter(one -> one.kind() == kind)
                .map(Remark::ruleId)
                .toList();
    }

    private List<Remark> all() {
        var stored = (StoredRules) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StoredRules.class}, (proxy, method, arguments) -> rules);
        var beans = new StaticListableBeanFactory(
                Map.of("watch", new Watch(), "recipients", (RuleRecipients) () -> missing));
        return new RuleLinter(
                        stored,
                        beans.getBeanProvider(RuleWatch.class),
                        beans.getBeanProvider(RuleRecipients.class),
                        new RuleReader(new Vocabulary()),
                        new KeysAsTexts(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .all();
    }

    private final class Watch implements RuleWatch {

        @Override
        public Map<UUID, Count> lately(int days) {
            return days == 30 ? lately : quiet;
        }

        @Override
        public Course course(UUID ruleId, int weeks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long watched() {
            return watched;
        }
    }
}
