package fr.educentre.assidu.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reading xAPI statements back out of the traces: a statement is a trace of source XAPI whose source key is the
 * statement's identifier and whose payload is the statement. A voiding statement has the identifier of the one it voids
 * as activity key; a voided one stays kept and counts nowhere.
 */
public interface Statements {

    /**
     * Those of the identifiers that are kept already. Until the transaction ends nobody else gets to keep any of them,
     * so that two different statements of one identifier cannot both be kept.
     */
    Map<String, Stored> claim(Collection<String> ids);

    /** Voided or not. */
    Optional<Stored> find(String id);

    /** By time of recording; voided ones left out. */
    List<Stored> search(Query query);

    /** Tells those who count that the statements are voided. */
    void voided(Collection<String> ids);

    /** The span of the platform activity matched to each learner since that instant; nothing new, no entry. */
    Map<UUID, TimeSlot> freshActivity(Collection<UUID> learnerIds, Instant since);

    /** @param recordedAt what xAPI calls stored */
    record Stored(UUID traceId, String id, Instant recordedAt, boolean voided, Map<String, Object> statement) {}

    /**
     */
    record Query(Filter filter, Page page) {

        /**
         * Which statements.
         *
         * @param since recorded after
         * @param until recorded at or before
         */
        public record Filter(
                @Nullable String personKey,
                @Nullable String verb,
                @Nullable String activity,
                @Nullable String registration,
                @Nullable Instant since,
                @Nullable Instant until) {}

        /**
         * How many of them, from where.
         *
         * @param after goes on behind this one, in the order asked for
         */
        public record Page(boolean ascending, @Nullable Position after, int limit) {}
    }

    /** A place in the order of recording. */
    record Position(Instant recordedAt, UUID traceId) {}

    /** Activity that had been counted is not to be counted any more. */
    record ActivityVoided(Set<UUID> learnerIds) {}
}
