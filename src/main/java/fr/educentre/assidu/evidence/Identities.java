package fr.educentre.assidu.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.PageOf;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Participants who could not be matched, in one place, and what people said they are. One decision about a participant
 * whose key lasts (an identifier, an account, an address the source vouches for) holds for every session; a name alone
 * never does. A trainer sees and decides what belongs to their own sessions.
 */
public interface Identities {

    /** Participants, those seen last first; a participant whose key lasts once for all sessions. */
    PageOf<Seen> search(Query query, int page, int size);

    /** How many wait for a person. */
    long waiting();

    /**
     * A person says who it is: in these sessions, where the learner is expected; where the key lasts it is remembered as
     * an alias, which at once applies to the other sessions where the participant waits.
     *
     * @param proposalIds of one participant
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND; NOT_YOURS; CONFLICT when one is decided otherwise already;
     *     INVALID when the learner is expected in none of the sessions
     */
    Decided confirm(Collection<UUID> proposalIds, UUID learnerId, String by);

    /** A person says it is nobody expected (a guest, the trainer). */
    void dismiss(Collection<UUID> proposalIds, String by);

    /**
     * What was decided about these waits again. Where no person's word about the participant is left, its alias falls too,
     * with every match made through it.
     */
    void undo(Collection<UUID> proposalIds, String by);

    /** Those confirmed last first. */
    PageOf<Alias> aliases(AliasQuery query, int page, int size);

    Optional<Alias> alias(UUID aliasId);

    /**
     * Every match made through the alias is withdrawn, the sessions are decided again and the participant waits there.
     * Withdrawing again changes nothing.
     */
    void withdrawAlias(UUID aliasId, String by);

    /** Where a participant stands. */
    enum State {
        OPEN,
        CONFIRMED,
        DISMISSED
    }

    /** How likely a candidate is, in three steps; nobody is ever certain. */
    enum Likelihood {
        VERY_LIKELY,
        LIKELY,
        POSSIBLE
    }

    /** @param q part of a name, an address or a session's title */
    record Query(
            @Nullable State state,
            @Nullable UUID sessionId,
            @Nullable String q) {}

    /** @param current true for those that hold, false for withdrawn ones, null for all */
    record AliasQuery(@Nullable Boolean current, @Nullable String q) {}

    /**
     * A participant of a source.
     *
     * @param sessions where they were seen, newest first
     * @param candidates best first, while open
     * @param note why nobody is matched, in the reader's language; empty where the candidates say it
     */
    record Seen(
            UUID id,
            @JsonUnwrapped SeenParticipant participant,
            State state,
            @JsonUnwrapped SeenMatch match,
            @JsonUnwrapped SeenDecision decision,
            List<SeenAt> sessions,
            List<Ranked> candidates,
            String note) {

        /**
         * Who was seen.
         *
         * @param lasting whether one decision holds for all sessions
         */
        public record SeenParticipant(
                EvidenceSource source,
                String personKey,
                String personName,
                @Nullable String email,
                boolean lasting) {}

        /** Whom it is. */
        public record SeenMatch(
                @Nullable UUID learnerId, @Nullable String learnerName) {}

        /** Who decided, and when. */
        public record SeenDecision(
                @Nullable String decidedBy, @Nullable Instant decidedAt) {}

        public List<UUID> proposalIds() {
            return sessions.stream().map(SeenAt::proposalId).toList();
        }
    }

    record SeenAt(UUID proposalId, UUID sessionId, String title, String groupName, OffsetDateTime startsAt) {}

    /** @param score between 0 and 1, never 1; @param why in the reader's language; @param sessions where expected */
    record Ranked(UUID learnerId, String name, double score, Likelihood likelihood, String why, int sessions) {}

    /** @param sessions confirmed by this decision; @param alsoApplied others where the alias applied at once */
    record Decided(int sessions, int alsoApplied) {}

    /**
     * @param lasting false: only a name, which ranks candidates and never matches
     */
    record Alias(
            UUID id,
            @JsonUnwrapped AliasParticipant participant,
            @JsonUnwrapped AliasLearner learner,
            boolean lasting,
            @JsonUnwrapped AliasUse use,
            @JsonUnwrapped AliasConfirmation confirmation,
            @JsonUnwrapped AliasWithdrawal withdrawal) {

        /** Who was seen. */
        public record AliasParticipant(
                EvidenceSource source,
                String personKey,
                @Nullable String personName) {}

        /** Whom it is. */
        public record AliasLearner(UUID learnerId, String learnerName) {}

        /**
         * Where it serves.
         *
         * @param contradicted somebody said of the same key that it is another learner: it matches nobody by itself
         * @param sessions with matches made through it
         */
        public record AliasUse(boolean contradicted, int sessions) {}

        /** Who confirmed it, and when. */
        public record AliasConfirmation(String confirmedBy, Instant confirmedAt) {}

        /** Who withdrew it, and when. */
        public record AliasWithdrawal(
                @Nullable String withdrawnBy, @Nullable Instant withdrawnAt) {}
    }
}
