package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.engine.PresenceParameters.Applied;
import fr.educentre.assidu.rules.engine.ScopedParameter.Setting;
import fr.educentre.assidu.rules.language.FrenchNumberFormat;
import java.util.Map;
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
    private String why = "";
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
        return !isMarked() && !isOpenProposal() && isSourceComplete();
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
        return facts.presence().firstArrival() == null ? 0 : facts.presence().firstArrival();
    }

    public double getEarlyMinutes() {
        return facts.presence().lastDeparture() == null ? 0 : facts.presence().lastDeparture();
    }

    public void decideAsMarked(String words) {
        var mark = Objects.requireNonNull(facts.mark());
        String reason = mark.reason().isBlank() ? "noté à l'appel" : mark.reason();
        conclude(mark.status(), fill(words, Map.of("personne", mark.by(), "motif", reason)));
    }

    public void decide(String status, String words) {
        conclude(
                status,
                fill(
                        words,
                        Map.of(
                                "observées", "" + facts.presence().observedMinutes(),
                                "enseignées", "" + facts.presence().taughtMinutes(),
                                "part",
                                        FrenchNumberFormat.number(
                                                facts.presence().share() * 100),
                                "seuil", FrenchNumberFormat.number(getThreshold()),
                                "seuil de", scope(applied.threshold(), " fixé "),
                                "dont seuil", scope(applied.threshold(), ", seuil fixé "),
                                "retard", FrenchNumberFormat.number(getLateMinutes()),
                                "avance", FrenchNumberFormat.number(getEarlyMinutes()),
                                "tolérance",
                                        FrenchNumberFormat.number(getTolerance()) + " min"
                                                + scope(applied.tolerance(), " "),
                                "connexion",
                                        FrenchNumberFormat.number(
                                                        applied.connection().value())
                                                + " min"
                                                + scope(applied.connection(), " "))));
    }

    /** Says nothing of what holds for everyone. */
    private static String scope(Setting<Double> setting, String before) {
        return setting.scope().isEmpty() ? "" : before + setting.scope();
    }

    /** What is there suffices as proof of a presence. */
    public void prove() {
        proved = true;
    }

    private void conclude(String concluded, String words) {
        if (status != null) {
            throw new IllegalStateException("Two presence rules for " + facts.key() + ": " + why + "; " + words);
        }
        status = concluded;
        why = words;
    }

    PresenceOutcome outcome() {
        if (status == null) {
            throw new IllegalStateException("No presence rule for " + facts);
        }
        boolean proof = NOTHING_TO_PROVE.contains(status) || !status.equals("AWAITING_DATA") && proved;
        return new PresenceOutcome(facts.key(), status, proof, parameters.ruleName(), parameters.version(), why);
    }

    private static String fill(String words, Map<String, String> values) {
        String text = words;
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
