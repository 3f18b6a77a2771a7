package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.Replays.Raised;
import fr.educentre.assidu.rules.AssiduityRules.Trial;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleMatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * One rule through the days of a replay, with the memory that the real evaluation has: an alert that is open is not raised
 * again, limits hold, and a relaunch it began runs until the learner is back.
 */
final class RuleReplay {

    private static final int LONGEST_RELAUNCH_DAYS = 14;
    private static final Set<String> THERE = Set.of("PRESENT", "LATE", "LEFT_EARLY", "PARTIAL");

    private final Trial rule;
    private final Map<UUID, List<Open>> open = new HashMap<>();
    private final Map<UUID, LocalDate> lastRaised = new HashMap<>();
    private final Map<UUID, LocalDate> relaunchedOn = new HashMap<>();
    private final List<Raised> raised = new ArrayList<>();
    private int mails;

    RuleReplay(Trial rule) {
        this.rule = rule;
    }

    private record Open(String episode, Set<UUID> sessions) {

        boolean same(RuleMatch firing) {
            return episode.equals(firing.episode())
                    || firing.sessions().stream().anyMatch(sessions::contains);
        }
    }

    void day(LocalDate day, Collection<LearnerFacts> facts) {
        Map<UUID, LearnerFacts> byId = new HashMap<>();
        List<LearnerFacts> relaunched = new ArrayList<>();
        for (LearnerFacts one : facts) {
            byId.put(one.learnerId(), one);
            if (relaunchRuns(one, day)) {
                relaunched.add(one.withRelaunchRunning(true));
            }
        }
        Set<UUID> busy = new HashSet<>();
        relaunched.forEach(one -> busy.add(one.learnerId()));
        Set<UUID> despite = new HashSet<>();
        rule.evaluate(relaunched).forEach(firing -> despite.add(firing.learnerId()));
        Map<UUID, List<Open>> still = new HashMap<>();
        for (RuleMatch firing : rule.evaluate(facts)) {
            UUID learner = firing.learnerId();
            var now = new Open(firing.episode(), Set.copyOf(firing.sessions()));
            boolean known = open.getOrDefault(learner, List.of()).stream().anyMatch(one -> one.same(firing));
            boolean mayRaise = (!busy.contains(learner) || despite.contains(learner)) && !tooSoon(firing, day);
            if (known || mayRaise) {
                still.computeIfAbsent(learner, id -> new ArrayList<>()).add(now);
            }
            if (!known && mayRaise) {
                raise(firing, day, Objects.requireNonNull(byId.get(learner)));
            }
        }
        facts.forEach(one -> open.remove(one.learnerId()));
        open.putAll(still);
    }

    private void raise(RuleMatch firing, LocalDate day, LearnerFacts learner) {
        lastRaised.put(firing.learnerId(), day);
        for (RuleMatch.Action action : firing.actions()) {
            if (action instanceof RuleMatch.RelaunchLearner relaunch) {
                relaunchedOn.put(firing.learnerId(), day);
                mails += relaunch.thenAfterWorkingDays() > 0 ? 2 : 1;
            }
        }
        raised.add(new Raised(
                firing.learnerId(),
                learner.learnerName(),
                day,
                firing.why(),
                firing.actions().stream().map(ActionCode::of).toList()));
    }

    private boolean tooSoon(RuleMatch firing, LocalDate day) {
        LocalDate last = lastRaised.get(firing.learnerId());
        return last != null && firing.onceInDays() > 0 && last.isAfter(day.minusDays(firing.onceInDays()));
    }

    private boolean relaunchRuns(LearnerFacts facts, LocalDate day) {
        LocalDate since = relaunchedOn.get(facts.learnerId());
        if (since == null || since.plusDays(LONGEST_RELAUNCH_DAYS).isBefore(day)) {
            return false;
        }
        return facts.sessions().stream()
                .noneMatch(session -> session.day().isAfter(since) && THERE.contains(session.status()));
    }

    List<Raised> raised() {
        return List.copyOf(raised);
    }

    /** At most: the second mail of a relaunch leaves only when the learner is not back. */
    int mails() {
        return mails;
    }
}
