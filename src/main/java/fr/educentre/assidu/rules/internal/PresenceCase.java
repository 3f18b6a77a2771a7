package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
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
    private @Nullable PresenceOutcome outcome;

    PresenceCase(PresenceFacts facts, PresenceParameters parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    public boolean isMarked() {
        return facts.mark() != null;
    }

    public boolean isOpenProposal() {
        return facts.openProposal();
    }

    public boolean isSourceComplete() {
        return facts.sourceComplete();
    }

    /** Traces alone decide, and they are all there. */
    public boolean isDecidable() {
        return !isMarked() && !isOpenProposal() && isSourceComplete();
    }

    public boolean isSigned() {
        return facts.signed();
    }

    public int getObservedMinutes() {
        return facts.observedMinutes();
    }

    /** Nudged by less than any share of whole minutes can differ, so that 80 % of 210 is not under 80 %. */
    public double getSharePercent() {
        return facts.share() * 100 + ROUNDING;
    }

    public double getLateMinutes() {
        return facts.firstArrival() == null ? 0 : facts.firstArrival();
    }

    public double getEarlyMinutes() {
        return facts.lastDeparture() == null ? 0 : facts.lastDeparture();
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
                                "observées", "" + facts.observedMinutes(),
                                "enseignées", "" + facts.taughtMinutes(),
                                "part", French.number(facts.share() * 100),
                                "seuil", French.number(parameters.threshold()),
                                "retard", French.number(getLateMinutes()),
                                "avance", French.number(getEarlyMinutes()),
                                "tolérance", French.number(parameters.tolerance()))));
    }

    private void conclude(String status, String why) {
        if (outcome != null) {
            throw new IllegalStateException(
                    "Two presence rules for " + facts.key() + ": " + outcome.why() + "; " + why);
        }
        boolean proved = facts.signed() && facts.trainerSigned() || facts.connectionLogs();
        boolean proof = NOTHING_TO_PROVE.contains(status) || !status.equals("AWAITING_DATA") && proved;
        outcome = new PresenceOutcome(facts.key(), status, proof, parameters.ruleName(), parameters.version(), why);
    }

    PresenceOutcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("No presence rule for " + facts);
        }
        return outcome;
    }

    private static String fill(String words, Map<String, String> values) {
        String text = words;
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
