package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.MatchMethod;
import java.util.List;
import java.util.Optional;

/** One way to tell whose a participant's traces are; empty where it tells nothing. */
@FunctionalInterface
interface IdentityPolicy {

    /** The first that answers is right. */
    List<IdentityPolicy> SUREST_FIRST = List.of(
            IdentityPolicy::confirmedByAPerson,
            IdentityPolicy::dismissed,
            IdentityPolicy::outsideSessions,
            IdentityPolicy::trainer,
            IdentityPolicy::notExpected,
            IdentityPolicy::named,
            IdentityPolicy::alias,
            IdentityPolicy::confirmedByUs);

    Optional<IdentityMatch> match(IdentityClues clues);

    /** What the first policy says that says something; empty where a person is to say. */
    static Optional<IdentityMatch> first(IdentityClues clues) {
        return SUREST_FIRST.stream()
                .flatMap(policy -> policy.match(clues).stream())
                .findFirst();
    }

    private static Optional<IdentityMatch> confirmedByAPerson(IdentityClues clues) {
        return clues.confirmed()
                .filter(learner -> clues.confirmedByAPerson())
                .map(learner -> new IdentityMatch.Known(learner, MatchMethod.CONFIRMED));
    }

    private static Optional<IdentityMatch> dismissed(IdentityClues clues) {
        return clues.dismissed() ? Optional.of(new IdentityMatch.Nobody()) : Optional.empty();
    }

    /** Work on the platform is whoever's is named, and else nobody asks whose it is. */
    private static Optional<IdentityMatch> outsideSessions(IdentityClues clues) {
        return clues.inSession()
                ? Optional.empty()
                : Optional.of(clues.sure()
                        .<IdentityMatch>map(learner -> new IdentityMatch.Known(learner.id(), clues.how()))
                        .orElseGet(IdentityMatch.Nobody::new));
    }

    private static Optional<IdentityMatch> trainer(IdentityClues clues) {
        return clues.trainer() && clues.sure().isEmpty() ? Optional.of(new IdentityMatch.Trainer()) : Optional.empty();
    }

    private static Optional<IdentityMatch> notExpected(IdentityClues clues) {
        return clues.sure()
                .filter(learner -> !clues.isExpected(learner.id()))
                .map(learner -> new IdentityMatch.Open(List.of(), UnmatchedReason.notExpected(learner.name())));
    }

    private static Optional<IdentityMatch> named(IdentityClues clues) {
        return clues.sure()
                .filter(learner -> !clues.takenBack())
                .map(learner -> new IdentityMatch.Known(learner.id(), clues.how()));
    }

    private static Optional<IdentityMatch> alias(IdentityClues clues) {
        return clues.alias()
                .filter(clues::isExpected)
                .filter(learner -> !clues.takenBack())
                .map(learner -> new IdentityMatch.Known(learner, MatchMethod.ALIAS));
    }

    /** Settled without anybody's word, by a key known by then. */
    private static Optional<IdentityMatch> confirmedByUs(IdentityClues clues) {
        return clues.confirmed().map(learner -> new IdentityMatch.Known(learner, MatchMethod.CONFIRMED));
    }
}
