package fr.educentre.assidu.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Virtual classrooms that we open ourselves, in BigBlueButton, so that everyone in them is known by our identifier. */
public interface MeetingRooms {

    /** Whether a server is set up to open rooms on. */
    boolean available();

    /**
     * Opens the session's room; one that is open stays so. For a trainer and a quality manager.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the session has no BigBlueButton meeting or no server is set
     *     up; CONFLICT when the server does not answer or refuses
     */
    Room open(UUID sessionId);

    /**
     * Ends the class for everybody in it. For a trainer and a quality manager.
     *
     * @throws fr.educentre.assidu.shell.Refusal as {@link #open}; CONFLICT also when the room is not open
     */
    void end(UUID sessionId);

    /**
     * Asks the server who is there now; its answer is processed within seconds, as any delivery. For a trainer and a
     * quality manager.
     *
     * @throws fr.educentre.assidu.shell.Refusal as {@link #end}
     */
    void ask(UUID sessionId);

    /** The links of the trainer and of everyone expected, each for one person. For a trainer and a quality manager. */
    JoinLinks links(UUID sessionId);

    /**
     * The signed-in person's own link, the room being opened for it if need be: a learner's from a quarter of an hour before
     * the session to its end, a trainer's or quality manager's as moderator at any time.
     */
    String join(UUID sessionId);

    /** @param alreadyOpen it was open before the call */
    record Room(String meetingId, String internalMeetingId, Instant createdAt, boolean alreadyOpen) {}

    /** @param trainer link as moderator */
    record JoinLinks(String trainer, List<JoinLink> items) {}

    record JoinLink(UUID learnerId, String name, String url) {}
}
