package fr.educentre.assidu.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the presence rules see of a learner and a session. Times are minutes from the session's start.
 *
 * @param scope how the session is held and for whom, by which parameters are set
 * @param mark a person's statement, if any
 */
public record PresenceFacts(
        String key,
        PresenceScope scope,
        Presence presence,
        Received received,
        @Nullable Mark mark,
        Signatures signatures) {

    /**
     * What was counted.
     *
     * @param fromConnections the observed minutes are those of connections
     * @param share observed minutes / taught minutes, between 0 and 1
     * @param firstArrival minutes after the start of the first arrival, null when never there
     * @param lastDeparture minutes before the end of the last departure, null when never there
     */
    public record Presence(
            int taughtMinutes,
            int observedMinutes,
            boolean fromConnections,
            double share,
            @Nullable Integer firstArrival,
            @Nullable Integer lastDeparture) {}

    /**
     * What the sources have said so far.
     *
     * @param logged a connection log of the session is known, whomever it shows
     * @param sourceComplete the traces of presence expected for the session are all there, or a person closed it
     * @param openProposal a participant not matched yet may be this learner
     * @param contradicted sources contradict each other about the learner
     * @param partly a source says that the learner was there, and not for how long in all
     */
    public record Received(
            boolean logged,
            boolean sourceComplete,
            boolean openProposal,
            boolean connectionLogs,
            boolean contradicted,
            boolean partly,
            List<String> sources) {}

    /**
     * Who signed.
     *
     * @param learner the learner signed; @param trainerSigned the trainer signed
     */
    public record Signatures(boolean learner, boolean trainer) {}

    /** @param status name of the status given; @param by who, @param reason why: wordings, as stored */
    public record Mark(String status, String by, String reason, boolean correction) {}
}
