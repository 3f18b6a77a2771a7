package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The Zoom meeting of a session that someone asks about, where it is theirs. */
@Component
class ZoomMeetings {

    private final Sessions sessions;
    private final CurrentActor actor;
    private final Ownership ownership;

    ZoomMeetings(Sessions sessions, CurrentActor actor, Ownership ownership) {
        this.sessions = sessions;
        this.actor = actor;
        this.ownership = ownership;
    }

    SessionInfo session(UUID id) {
        actor.find().ifPresent(person -> ownership.requireSession(person, id));
        return sessions.get(id);
    }

    static Optional<String> number(SessionInfo session) {
        return Optional.ofNullable(session.meeting())
                .filter(meeting -> meeting.provider() == MeetingProvider.ZOOM)
                .map(meeting -> MeetingNumber.plain(meeting.id()));
    }

    static String required(SessionInfo session) {
        return number(session).orElseThrow(() -> Refusal.invalid("refusal.zoom.noMeeting"));
    }

    /** What the person who asked can act on. */
    static Refusal refusal(RemoteFailure failure) {
        RemoteProblem problem = ZoomProtocol.MESSAGES.of(failure);
        return conflict(problem.key(), problem.arguments().toArray());
    }

    static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Refusal.Kind.CONFLICT, key, arguments);
    }
}
