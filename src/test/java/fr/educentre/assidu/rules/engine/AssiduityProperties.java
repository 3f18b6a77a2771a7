package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any history of a learner. */
class AssiduityProperties {

    private static final AssiduityEngine ENGINE = AssiduityEngine.of(Stream.of(
                    "l'apprenant a au moins 2 demi-journées d'absence non justifiée, délai échu, sur les 15 derniers jours",
                    "l'apprenant a au moins 3 demi-journées d'absence, justifiées ou non, sur les 15 derniers jours",
                    "l'apprenant est absent depuis 2 demi-journées de formation consécutives, périodes en entreprise exclues",
                    "l'apprenant a un taux d'assiduité à date inférieur à 80 %",
                    "les absences, justifiées ou non, dépassent 10 % des heures prévues à ce jour")
            .map(condition -> new VersionedRule(
                    UUID.nameUUIDFromBytes(condition.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    1,
                    new RuleReader(new Vocabulary())
                            .require("assiduity", AssiduityEngineTests.rule("", condition, ""))))
            .toList());

    private static final List<String> STATUSES =
            List.of("PRESENT", "LATE", "PARTIAL", "ABSENT", "AWAITING_DATA", "EXEMPT");

    @Property(tries = 150)
    void moreAbsenceNeverLowersConcern(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 5) Integer> history,
            @ForAll @IntRange(max = 24) int turned) {
        int place = turned % history.size();
        // Only someone expected and known to be there can become absent.
        if (history.get(place) > 2) {
            return;
        }
        var more = new ArrayList<>(history);
        more.set(place, 3);
        assertThat(rules(ENGINE.evaluate(List.of(learner(more)))))
                .containsAll(rules(ENGINE.evaluate(List.of(learner(history)))));
    }

    @Property(tries = 100)
    void theOrderOfSessionsDoesNotMatter(
            @ForAll @Size(min = 2, max = 25) List<@IntRange(max = 5) Integer> history, @ForAll long seed) {
        var facts = learner(history);
        var shuffled = new ArrayList<>(facts.sessions());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ENGINE.evaluate(List.of(with(facts, shuffled)))).isEqualTo(ENGINE.evaluate(List.of(facts)));
    }

    @Property(tries = 50)
    void aLearnerIsEvaluatedOnTheirOwn(@ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5) Integer> history) {
        var alone = ENGINE.evaluate(List.of(learner(history)));
        var other = Facts.learner().unjustified(1, 2, 3).today();
        assertThat(ENGINE.evaluate(List.of(learner(history), other)).subList(0, alone.size()))
                .isEqualTo(alone);
    }

    private static Set<UUID> rules(List<RuleMatch> firings) {
        return firings.stream().map(one -> one.rule().id()).collect(Collectors.toSet());
    }

    private static LearnerFacts learner(List<Integer> history) {
        var facts = Facts.learner();
        for (int day = history.size() - 1; day >= 0; day--) {
            String status = STATUSES.get(history.get(day));
            facts.halfDay(day, "AM", status, status.equals("ABSENT") ? "UNJUSTIFIED" : null);
        }
        return facts.today();
    }

    private static LearnerFacts with(LearnerFacts f, List<SessionOutcome> sessions) {
        return new LearnerFacts(
                new LearnerFacts.Learner(
                        f.learnerId(), f.learnerName(), f.groupId(), f.groupCode(), f.apprentice(), f.minor()),
                new LearnerFacts.Moment(f.zone(), f.today()),
                new LearnerFacts.Enrolment(f.enrolledOn(), f.funders(), f.agreedMinutes(), f.creditedMinutes()),
                new LearnerFacts.Pending(f.relaunchRunning(), f.justificationUnderReview()),
                new LearnerFacts.Activity(f.lastActivityAt(), f.nextDueAt()),
                sessions);
    }
}
