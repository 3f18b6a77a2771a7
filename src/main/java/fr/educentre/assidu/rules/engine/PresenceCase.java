package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.engine.PresenceParameters.Applied;
import fr.educentre.assidu.shell.Wording;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A learner and a session before the presence rules: what they look at, and what they conclude. */
public final class PresenceCase {

    /** Nothing to prove for someone who was not there, or was let off. */
    private static final Set<String> NOTHING_TO_PROVE = Set.of("ABSENT", "EXEMPT");

    private static final double ROUNDING = 1e-9;

    private final PresenceFacts facts;
    private final PresenceParameters parameters;
    private final Applied applied;
    private @Nullable String status;
    private Wording why = Wording.NONE;
    private boolean proved;

    /** @param applied the parameters that hold for this learner and session */
    PresenceCase(PresenceFacts facts, PresenceParameters parameters, Applied applied) {
        this.facts = facts;
        this.parameters = parameters;
        this.applied = applied;
    }

    public boolean isMarked() {
        return facts.mark() != null;
    }

    public boolean isOpenProposal() {
        return facts.received().openProposal();
    }

    public boolean isSourceComplete() {
        return facts.received().sourceComplete();
    }

    /** Traces alone decide, and they are all there. */
    public boolean isDecidable() {
        return !isMarked() && !isOpenProposal() && isSourceComplete() && !isAwaitingLength();
    }

    /**
     * They were there, for how long is not told in all, and what is certain of it does not make them present: nothing is
     * held against them before it is known. A signature that stands says it.
     */
    public boolean isAwaitingLength() {
        boolean countsAsNone = getObservedMinutes() == 0 || isBarelyConnected();
        boolean signatureStands = countsAsNone && isSigned() && !isSignatureDenied();
        boolean enough = !countsAsNone && getSharePercent() >= getThreshold() && getEarlyMinutes() <= getTolerance();
        return facts.received().partly() && !signatureStands && !enough;
    }

    public boolean isSigned() {
        return facts.signatures().learner();
    }

    /** By a connection log that is believed even where it does not show the learner. */
    public boolean isSignatureDenied() {
        return parameters
                .trust()
                .signInDenied(facts.scope().modality(), facts.received().logged());
    }

    public int getObservedMinutes() {
        return facts.presence().observedMinutes();
    }

    /** They are seen in connections alone, and for less than what counts as one. */
    public boolean isBarelyConnected() {
        return facts.presence().fromConnections()
                && facts.presence().observedMinutes() > 0
                && facts.presence().observedMinutes() < applied.connection().value();
    }

    /** By the learner, and by the trainer. */
    public boolean isCountersigned() {
        return facts.signatures().learner() && facts.signatures().trainer();
    }

    public boolean isLogged() {
        return facts.received().connectionLogs();
    }

    /** Sources contradict each other, and are then no proof. */
    public boolean isDoubtful() {
        return facts.received().contradicted() && !applied.contradictionProves();
    }

    /** A countersigned sign-in or a connection log, whichever is there. */
    public boolean isEitherProves() {
        return applied.proof() == ExpectedProof.EITHER;
    }

    public boolean isSignInExpected() {
        return applied.proof().signIn();
    }

    public boolean isLogExpected() {
        return applied.proof().log();
    }

    /** Percentage of the taught time from which the learner is present. */
    public double getThreshold() {
        return applied.threshold().value();
    }

    /** Minutes of late arrival or early departure that are let pass. */
    public double getTolerance() {
        return applied.tolerance().value();
    }

    /** Nudged by less than any share of whole minutes can differ, so that 80 % of 210 is not under 80 %. */
    public double getSharePercent() {
        return facts.presence().share() * 100 + ROUNDING;
    }

    public double getLateMinutes() {
        return minutes(facts.presence().firstArrival());
    }

    public double getEarlyMinutes() {
        return minutes(facts.presence().lastDeparture());
    }

    static double minutes(@Nullable Integer known) {
        return known == null ? 0 : known;
    }

    /** What the rules conclude with. */
    public PresenceReasons getReasons() {
        return new PresenceReasons(facts, applied);
    }

    public void decideAsMarked() {
        var mark = Objects.requireNonNull(facts.mark());
        conclude(mark.status(), PresenceReasons.marked(mark));
    }

    public void decide(String status, Wording reason) {
        conclude(status, reason);
    }

    /** What is there suffices as proof of a presence. */
    public void prove() {
        proved = true;
    }

    private void conclude(String concluded, Wording reason) {
        if (status != null) {
            throw new IllegalStateException("Two presence rules for " + facts.key() + ": " + why + "; " + reason);
        }
        status = concluded;
        why = reason;
    }

    PresenceOutcome outcome() {
        if (status == null) {
            throw new IllegalStateException("No presence rule for " + facts);
        }
        boolean proof = NOTHING_TO_PROVE.contains(status) || !status.equals("AWAITING_DATA") && proved;
        return new PresenceOutcome(facts.key(), status, proof, parameters.ruleName(), parameters.version(), why);
    }
}
