package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Asks BigBlueButton about a session at the request of a person. */
@Service
public class BigBlueButtonReports {

    private final BigBlueButtonSettings settings;
    private final MeetingPoller polls;
    private final Sessions sessions;
    private final Ownership ownership;
    private final CurrentActor actor;

    BigBlueButtonReports(
            BigBlueButtonSettings settings,
            MeetingPoller polls,
            Sessions sessions,
            Ownership ownership,
            CurrentActor actor) {
        this.settings = settings;
        this.polls = polls;
        this.sessions = sessions;
        this.ownership = ownership;
        this.actor = actor;
    }

    /**
     * Asks the server who is there now; its answer is stored and processed in a moment. A meeting that is over is no
     * longer known to the server: its analytics replace the answer, or its learning dashboard dropped as a file.
     *
     * @throws Refusal INVALID when the session has no BigBlueButton meeting or the server is not set up; CONFLICT when it
     *     does not answer, refuses, or the meeting is not running
     */
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void fetchNow(UUID sessionId) {
        actor.find().ifPresent(person -> ownership.requireSession(person, sessionId));
        SessionInfo.Meeting meeting = meeting(sessions.get(sessionId));
        Server server = settings.server().orElseThrow(() -> Refusal.invalid("refusal.bigbluebutton.notConfigured"));
        String problem = switch (polls.poll(server, meeting.id())) {
            case KEPT -> "";
            case NOT_RUNNING -> "notRunning";
            case REFUSED -> "refused";
            case AWAY -> "away";
        };
        if (!problem.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.bigbluebutton." + problem);
        }
    }

    static SessionInfo.Meeting meeting(SessionInfo session) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting == null || meeting.provider() != MeetingProvider.BIGBLUEBUTTON) {
            throw Refusal.invalid("refusal.bigbluebutton.noMeeting");
        }
        return meeting;
    }
}
