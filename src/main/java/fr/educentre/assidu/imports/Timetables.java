package fr.educentre.assidu.imports;

import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.imports.ImportInfo.Source;
import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions as calendars announce them: added, changed and cancelled by an identifier of theirs, never deleted. */
public interface Timetables {

    /** Trainers by name. */
    List<Trainer> trainers();

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    Place site(UUID siteId);

    /**
     * Adds, changes and cancels the sessions announced, line by line: one that cannot be is told and leaves the others.
     *
     * @param dryRun tells what would be done and writes nothing
     */
    Outcome apply(Announcement announcement, boolean dryRun);

    /** Sessions to come that are no longer in their calendar and wait for a person, soonest first. */
    List<Removal> removals();

    Optional<Removal> removal(UUID id);

    /** The session is cancelled, or kept although its calendar no longer has it. */
    void decide(UUID removalId, boolean cancel);

    record Trainer(UUID id, String name, String email) {}

    record Place(UUID id, String name, ZoneId zone) {}

    /**
     * @param feedId the calendar it was read from; null for a file
     * @param present external identifiers of this feed's sessions that the calendar holds, whatever became of their
     *     line: those to come that are not among them are proposed to be cancelled. Null when nothing can be concluded
     * @param unclear identifiers of events about whose sessions nothing can be concluded
     */
    record Announcement(
            Source source,
            @Nullable UUID feedId,
            String fileName,
            byte[] content,
            ForGroup forGroup,
            List<Announced> sessions,
            @Nullable Set<String> present,
            Set<String> unclear) {

        /** Whose sessions they are, and what is done with one that is planned already under another identifier. */
        public record ForGroup(UUID id, SameEvents sameEvents) {}

        public UUID groupId() {
            return forGroup.id();
        }
    }

    /**
     * A session announced.
     *
     * @param line in the file where its event begins
     */
    record Announced(int line, Event event, UUID trainerId, Slot slot, Place place) {

        /**
         * The event of the calendar.
         *
         * @param uid of its event
         * @param sequence revision of its event: an older one than is known changes nothing
         * @param cancelled with {@code true} a session that is known is cancelled; one that is not is left out
         */
        public record Event(String externalId, String uid, int sequence, String title, boolean cancelled) {}

        /** When it is to be held. */
        public record Slot(LocalDate day, Instant startsAt, Instant endsAt) {}

        /** Where it is to be held: in a room, in a virtual class. */
        public record Place(
                UUID siteId, Modality modality, @Nullable String room, SessionInfo.@Nullable Meeting meeting) {}
    }

    /**
     * @param rejected those that changed nothing, with the cause
     * @param importId null for a dry run, or when nothing changed
     */
    record Outcome(
            int created,
            int updated,
            int cancelled,
            int unchanged,
            int missing,
            List<Result> lines,
            List<Problem> rejected,
            @Nullable UUID importId) {}

    /** @param cancelled whether the change is that it is cancelled */
    record Result(int line, String subject, Change change, boolean cancelled) {}

    record Problem(int line, String subject, Wording text) {}

    /** A session that is no longer in its calendar. */
    record Removal(UUID id, SessionInfo session, UUID feedId, Instant noticedAt) {}
}
