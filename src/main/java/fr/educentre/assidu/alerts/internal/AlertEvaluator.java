package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.collections4.ListUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the rules about learners and brings their alerts in line: what fires and is not open is raised, unless it was
 * raised too recently or dealt with already on the same facts; what no longer fires is resolved. Doing it again changes
 * nothing.
 */
@Component
class AlertEvaluator {

    private static final int SLICE = 500;
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final LearnerFactsLoader gatherer;
    private final AssiduityRules rules;
    private final AlertStore table;
    private final EvaluationSchedule due;
    private final DurableJobs jobs;
    private final AlertTransitions transitions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AlertEvaluator(
            LearnerFactsLoader gatherer,
            AssiduityRules rules,
            AlertStore table,
            EvaluationSchedule due,
            DurableJobs jobs,
            AlertTransitions transitions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.gatherer = gatherer;
        this.rules = rules;
        this.table = table;
        this.due = due;
        this.jobs = jobs;
        this.transitions = transitions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void evaluate(Collection<UUID> learnerIds) {
        var all = learnerIds.stream().distinct().sorted().toList();
        for (List<UUID> slice : ListUtils.partition(all, SLICE)) {
            transaction.executeWithoutResult(status -> slice(slice));
        }
    }

    /**
     * Whether the version that raised the alert still fires for its learner: what runs keeps the version it began with. A
     * relaunch that runs because of it does not make it cease.
     */
    boolean holds(StoredAlert alert) {
        return held(alert, gatherer.load(List.of(alert.learnerId()), clock.instant()));
    }

    private boolean held(StoredAlert alert, Collection<LearnerFacts> facts) {
        var theirs = facts.stream()
                .filter(f -> f.learnerId().equals(alert.learnerId()))
                .map(AlertEvaluator::withoutRelaunch)
                .toList();
        try {
            return !rules.version(alert.rule().id(), alert.rule().version())
                    .evaluate(theirs)
                    .isEmpty();
        } catch (Refusal gone) {
            // Its sentences left the vocabulary: what is in force decides.
            return rules.evaluate(theirs).stream()
                    .anyMatch(firing -> firing.rule().id().equals(alert.rule().id()));
        }
    }

    private void slice(List<UUID> ids) {
        Instant now = clock.instant();
        table.lock(ids);
        due.looking(ids);
        var facts = gatherer.load(ids, now);
        String inForce = rules.inForce();
        var outcome =
                rules.assess(facts.stream().map(AlertEvaluator::withoutRelaunch).toList());
        var holding = outcome.firings();
        lookAgain(outcome.again(), inForce, now);
        var groups = new HashMap<UUID, Optional<UUID>>();
        facts.forEach(f -> groups.put(f.learnerId(), Optional.ofNullable(f.groupId())));
        var kept = table.ofLearners(ids, now.minus(REMEMBERED));
        var ofRule = new HashMap<String, List<StoredAlert>>();
        kept.forEach(alert -> ofRule.computeIfAbsent(
                        alert.learnerId() + "/" + alert.rule().id(), of -> new ArrayList<>())
                .add(alert));
        var stillOpen = new HashSet<UUID>();
        var fresh = new ArrayList<NewAlert>();
        for (RuleMatch firing : holding) {
            var known = ofRule.getOrDefault(key(firing), List.of());
            var open = known.stream()
                    .filter(StoredAlert::open)
                    .filter(alert ->
                            alert.episode().equals(firing.episode()) || alert.sharesSessions(firing.sessions()))
                    .findFirst();
            if (open.isPresent()) {
                stillOpen.add(open.get().id());
                // What another version sees is not why this one was raised.
                if (open.get().rule().version() == firing.rule().version()
                        && !open.get().says(firing)) {
                    table.refresh(open.get().id(), firing, now);
                }
            } else if (mayBeRaised(firing, known, now)) {
                fresh.add(NewAlert.of(
                        firing,
                        groups.getOrDefault(firing.learnerId(), Optional.empty())
                                .orElse(null)));
            }
        }
        transitions.raise(new SingleRelaunchPolicy(rules, facts).of(fresh), now);
        for (StoredAlert alert : kept) {
            if (alert.open()
                    && !stillOpen.contains(alert.id())
                    && (rules.inForce(alert.rule().id(), alert.rule().version()) || !held(alert, facts))) {
                transitions.resolve(alert, now);
            }
        }
    }

    private static boolean mayBeRaised(RuleMatch firing, List<StoredAlert> known, Instant now) {
        boolean tooSoon = firing.onceInDays() > 0
                && known.stream()
                        .anyMatch(alert ->
                                alert.progress().raisedAt().isAfter(now.minus(Duration.ofDays(firing.onceInDays()))));
        boolean dealtWith = known.stream()
                .anyMatch(alert -> alert.treated()
                        && alert.episode().equals(firing.episode())
                        && alert.finding().seen().sessions().containsAll(firing.sessions()));
        return !tooSoon && !dealtWith;
    }

    /** Windows slide by the day, which the nightly pass sees; what counts minutes or hours has a job of its own. */
    private void lookAgain(Map<UUID, LookAgain> again, String inForce, Instant now) {
        due.looked(again, inForce, now);
        again.forEach((learner, when) -> {
            Instant at = when.at();
            if (at != null && at.isAfter(now)) {
                jobs.submitAt(Evaluation.TYPE, new Evaluation.OfLearner(learner, at), at);
            }
        });
    }

    /** Of a learner and a rule. */
    static String key(RuleMatch firing) {
        return firing.learnerId() + "/" + firing.rule().id();
    }

    private static LearnerFacts withoutRelaunch(LearnerFacts facts) {
        return facts.withRelaunchRunning(false);
    }
}
