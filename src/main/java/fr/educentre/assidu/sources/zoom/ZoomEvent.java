package fr.educentre.assidu.sources.zoom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The event of a webhook, as far as presence goes. */
sealed interface ZoomEvent {

    /** @param number of the meeting, without spaces; @param instance the one of that day */
    record Meeting(String number, String instance) {}

    /** Came into the meeting or one of its rooms. */
    record Came(Meeting meeting, ZoomParticipant who, String connection, Instant at) implements ZoomEvent {}

    /** Left it, or was put in the waiting room. */
    record Went(Meeting meeting, ZoomParticipant who, String connection, Instant at) implements ZoomEvent {}

    /** Waits to be let in: no presence, but no absence of theirs either. */
    record Waited(Meeting meeting, ZoomParticipant who, String connection, Instant at) implements ZoomEvent {}

    /** Ended for everybody. */
    record Ended(Meeting meeting, Instant at, @Nullable Instant startedAt) implements ZoomEvent {}

    /** Says nothing of presence: join before host, roles, registrations. */
    record Other(String type) implements ZoomEvent {}

    /** @param missing the field that it lacks */
    record Unreadable(String missing) implements ZoomEvent {}
}
