package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Twenty rules over learners of sixty sessions: the engine against the same written by hand in plain Java, over the same
 * facts in memory; how the time grows; how long fifty rules take to compile. {@code -Dassidu.bench.learners=100000} for
 * the full size. Learners are gone through from a pool, as the nightly pass goes through slices.
 */
class RulesBench {

    private static final int POOL = 2_000;
    private static final int SLICE = 500;
    private static final int TURNS = 5;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final RuleReader READER = new RuleReader(new Vocabulary());

    private final int learners = Integer.getInteger("assidu.bench.learners", 20_000);
    private final List<LearnerFacts> pool = pool();

    @Test
    void twenty_rules_against_plain_java() {
        var engine = AssiduityEngine.of(rules(TwentyRules.conditions()));
        assertThat(byEngine(engine)).isEqualTo(byHand());
        for (int i = 0; i < 6; i++) {
            engine(engine, POOL * 2);
            hand(POOL * 2);
        }
        double[] ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double plain = timed(this::hand, learners);
            double drools = timed(n -> engine(engine, n), learners);
            ratios[turn] = drools / plain;
            System.out.printf(
                    Locale.ROOT,
                    "%d learners: plain %.0f ms, engine %.0f ms (%.1f us a learner), ratio %.2f%n",
                    learners,
                    plain,
                    drools,
                    1000 * drools / learners,
                    ratios[turn]);
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "RulesBench (a): median ratio %.2f (at most 8, aim 4)%n", ratios[TURNS / 2]);
    }

    @Test
    void time_grows_in_a_straight_line() {
        var engine = AssiduityEngine.of(rules(TwentyRules.conditions()));
        engine(engine, learners);
        double[] few = new double[TURNS];
        double[] many = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            few[turn] = timed(n -> engine(engine, n), learners / 10) / (learners / 10.0);
            many[turn] = timed(n -> engine(engine, n), learners) / learners;
        }
        Arrays.sort(few);
        Arrays.sort(many);
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                Locale.ROOT,
                "RulesBench (c): a learner costs %.1f us among %d, %.1f us among %d, ratio %.2f (0.85 to 1.15); heap %d MiB%n",
                1000 * few[TURNS / 2],
                learners / 10,
                1000 * many[TURNS / 2],
                learners,
                many[TURNS / 2] / few[TURNS / 2],
                heap);
    }

    @Test
    void fifty_rules_compile_and_swap() {
        var conditions = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            conditions.add(TwentyRules.conditions().get(i % 20).replace("30 derniers", (31 + i) + " derniers"));
        }
        double[] times = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            times[turn] = timed(n -> AssiduityEngine.of(rules(conditions)).evaluate(pool.subList(0, 1)), 1);
            System.out.printf(
                    Locale.ROOT, "50 rules read, assembled, checked, compiled and asked in %.0f ms%n", times[turn]);
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "RulesBench: 50 rules in %.0f ms (under 2000)%n", times[TURNS / 2]);
    }

    private static double timed(IntConsumer work, int size) {
        long start = System.nanoTime();
        work.accept(size);
        return (System.nanoTime() - start) / 1e6;
    }

    private void engine(AssiduityEngine engine, int count) {
        long fired = 0;
        for (int from = 0; from < count; from += SLICE) {
            int at = from % POOL;
            fired += engine.evaluate(pool.subList(at, Math.min(at + Math.min(SLICE, count - from), POOL)))
                    .size();
        }
        assertThat(fired).isPositive();
    }

    private void hand(int count) {
        long fired = 0;
        for (int i = 0; i < count; i++) {
            fired += TwentyRules.byHand(pool.get(i % POOL)).size();
        }
        assertThat(fired).isPositive();
    }

    private Set<String> byEngine(AssiduityEngine engine) {
        var found = new HashSet<String>();
        engine.evaluate(pool)
                .forEach(firing ->
                        found.add(firing.learnerId() + " " + firing.rule().name()));
        return found;
    }

    private Set<String> byHand() {
        var found = new HashSet<String>();
        for (LearnerFacts learner : pool) {
            TwentyRules.byHand(learner).forEach(fired -> found.add(learner.learnerId() + " Essai " + fired.rule()));
        }
        return found;
    }

    private static List<VersionedRule> rules(List<String> conditions) {
        var rules = new ArrayList<VersionedRule>();
        for (int i = 0; i < conditions.size(); i++) {
            String text = "règle \"Essai " + i + "\"\nquand\n " + conditions.get(i) + "\nalors\n signaler à risque\n";
            rules.add(new VersionedRule(new UUID(7, i), 1, READER.require("assiduity", text)));
        }
        return rules;
    }

    private static List<LearnerFacts> pool() {
        var random = new Random(471);
        var pool = new ArrayList<LearnerFacts>(POOL);
        for (int i = 0; i < POOL; i++) {
            pool.add(learner(i, random));
        }
        return pool;
    }

    private static LearnerFacts learner(int number, Random random) {
        var sessions = new ArrayList<SessionOutcome>(60);
        double careless = random.nextDouble();
        for (int i = 0; i < 60; i++) {
            LocalDate day = TODAY.minusDays(59 - i);
            double luck = random.nextDouble() / (0.4 + careless);
            String status = luck < 0.05 ? "ABSENT" : luck < 0.1 ? "LATE" : luck < 0.13 ? "LEFT_EARLY" : "PRESENT";
            int late = status.equals("LATE") ? 10 + random.nextInt(40) : 0;
            int early = status.equals("LEFT_EARLY") ? 10 + random.nextInt(40) : 0;
            sessions.add(new SessionOutcome(
                    new SessionOutcome.Session(
                            new UUID(number, i),
                            "Séance",
                            "Vente",
                            List.of("IN_PERSON", "VIDEO", "ONLINE").get(i % 3),
                            day.atTime(LocalTime.of(9, 0)).atZone(PARIS).toInstant(),
                            day,
                            day + "/AM"),
                    status,
                    status.equals("ABSENT") ? random.nextBoolean() ? "UNJUSTIFIED" : "JUSTIFIED" : null,
                    new SessionOutcome.Minutes(210, status.equals("ABSENT") ? 0 : 210 - late - early, late, early),
                    true));
        }
        return new LearnerFacts(
                new LearnerFacts.Learner(
                        new UUID(1, number), "Apprenant " + number, null, "GRP-" + number % 40, number % 5 == 0, false),
                new LearnerFacts.Moment(PARIS, TODAY),
                new LearnerFacts.Enrolment(
                        LocalDate.of(2026, 9, 1), number % 2 == 0 ? Set.of("CPF") : Set.of("OPCO"), 6000, 3000),
                new LearnerFacts.Pending(false, false),
                new LearnerFacts.Activity(null, null),
                List.copyOf(sessions));
    }
}
