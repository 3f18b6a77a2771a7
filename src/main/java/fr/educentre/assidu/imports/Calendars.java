package fr.educentre.assidu.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.imports.Timetables.Result;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** iCalendar: a file once, or an address that is read again every night. For quality managers and administrators. */
public interface Calendars {

    /**
     * Plans the events of a file as sessions; an event that cannot be leaves the others.
     *
     * @param dryRun tells what would be done and writes nothing
     * @throws fr.educentre.assidu.shell.Refusal INVALID or TOO_LARGE for what is no calendar
     */
    Report importFile(String fileName, byte[] content, Choices choices, boolean dryRun);

    /** What a subscription would plan now. */
    Report look(String url, Choices choices);

    /**
     * Reads the calendar now and from then on every night.
     *
     * @throws fr.educentre.assidu.shell.Refusal when it cannot be read now; nothing is kept
     */
    Feed subscribe(String name, String url, Choices choices);

    /**
     * Reads it again now.
     *
     * @throws fr.educentre.assidu.shell.Refusal when it cannot be read; that is kept with the subscription
     */
    Report refresh(UUID feedId);

    /** It is not read any more; its sessions stay. */
    void stop(UUID feedId);

    /** Those that are read, by name. */
    List<Feed> feeds();

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    Feed feed(UUID id);

    /**
     * How events become sessions.
     *
     * @param trainerId of events where no address is a trainer's
     * @param siteId null: the group's
     * @param lunchFrom where an event longer than a half-day is split; null: it is rejected
     */
    record Choices(
            UUID groupId,
            @Nullable UUID trainerId,
            @Nullable UUID siteId,
            @Nullable LocalTime lunchFrom,
            @Nullable LocalTime lunchTo,
            Doubts doubts) {

        /** Whatever is doubtful is asked about. */
        public Choices(
                UUID groupId,
                @Nullable UUID trainerId,
                @Nullable UUID siteId,
                @Nullable LocalTime lunchFrom,
                @Nullable LocalTime lunchTo) {
            this(groupId, trainerId, siteId, lunchFrom, lunchTo, Doubts.ASKED);
        }
    }

    /** What is done with events about which only a person knows. */
    record Doubts(SameEvents sameEvents, CancelledTitles cancelledTitles) {

        /** They are told, and nothing is done. */
        public static final Doubts ASKED = new Doubts(SameEvents.ASK, CancelledTitles.ASK);
    }

    /** An event that looks like a session planned under another identifier: same group, title and beginning. */
    enum SameEvents {
        ASK,
        /** It is that session, which takes the new identifier. */
        JOIN,
        /** It is another one beside it. */
        SEPARATE
    }

    /** An event whose title says that it does not take place, though its status does not. */
    enum CancelledTitles {
        ASK,
        CANCEL,
        /** It takes place. */
        PLAN
    }

    /**
     * What was planned, or would be.
     *
     * @param ignored what is no session, as it should be
     * @param notModified the calendar had nothing new
     */
    record Report(
            @JsonUnwrapped SessionCounts counts,
            List<Result> lines,
            List<Rejected> rejected,
            List<Ignored> ignored,
            boolean notModified,
            @Nullable UUID importId) {

        /**
         * How many sessions.
         *
         * @param missing sessions to come that the calendar no longer has: proposed to be cancelled
         */
        public record SessionCounts(int created, int updated, int cancelled, int unchanged, int missing) {}
    }

    /** @param column the property of the event that is to be corrected */
    record Rejected(int line, String subject, String column, String problem) {}

    /** What became no session, rightly. */
    record Ignored(int line, String subject, String why) {}

    /**
     * A subscription.
     *
     * @param host of its address, which may be a secret as a whole
     * @param problem of the last reading, if it failed
     */
    record Feed(
            UUID id,
            String name,
            String host,
            UUID groupId,
            String groupName,
            @Nullable Instant lastReadAt,
            @Nullable Instant lastGoodAt,
            @Nullable String problem) {}
}
