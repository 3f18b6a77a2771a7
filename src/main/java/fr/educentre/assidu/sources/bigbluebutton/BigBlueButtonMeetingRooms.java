package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.MeetingRooms;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class BigBlueButtonMeetingRooms implements MeetingRooms {

    private static final Duration BEFORE = Duration.ofMinutes(15);

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;
    private final BigBlueButtonReports reports;
    private final Sessions sessions;
    private final Ownership ownership;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final Clock clock;

    BigBlueButtonMeetingRooms(
            BigBlueButtonSettings settings,
            BigBlueButtonClient api,
            BigBlueButtonReports reports,
            Sessions sessions,
            Ownership ownership,
            CurrentActor current,
            ActorJournal journal,
            Clock clock) {
        this.settings = settings;
        this.api = api;
        this.reports = reports;
        this.sessions = sessions;
        this.ownership = ownership;
        this.current = current;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean available() {
        return settings.server().isPresent();
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public Room open(UUID sessionId) {
        return create(owned(sessionId));
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void end(UUID sessionId) {
        SessionInfo session = owned(sessionId);
        String meetingId = BigBlueButtonReports.meeting(session).id();
        switch (api.call(server(), "end", Map.of("meetingID", meetingId))) {
            case RemoteResult.Success<BigBlueButtonXml> ok ->
                record(session, "session.roomEnded", Map.of("meeting", meetingId));
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure.NotFound none) ->
                throw new Refusal(Refusal.Kind.CONFLICT, "refusal.bigbluebutton.notOpen");
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> throw refused(why);
        }
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void ask(UUID sessionId) {
        reports.fetchNow(sessionId);
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public JoinLinks links(UUID sessionId) {
        SessionInfo session = owned(sessionId);
        Server server = server();
        return new JoinLinks(
                trainerLink(server, session),
                sessions.expected(sessionId).stream()
                        .map(ExpectedLearner::learner)
                        .map(one -> new JoinLink(one.id(), one.name(), learnerLink(server, session, one)))
                        .toList());
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.LEARNER})
    public String join(UUID sessionId) {
        SessionInfo session = owned(sessionId);
        Actor actor = current.get();
        if (!actor.is(Role.LEARNER)) {
            create(session);
            return actor.is(Role.TRAINER) && session.trainer().id().equals(actor.personId())
                    ? trainerLink(server(), session)
                    : link(server(), session, actor.displayName(), "MODERATOR", moderatorId(actor));
        }
        Instant now = clock.instant();
        if (now.isBefore(session.startsAt().minus(BEFORE)) || now.isAfter(session.endsAt())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.bigbluebutton.notNow");
        }
        LearnerInfo learner = sessions.expected(sessionId).stream()
                .map(ExpectedLearner::learner)
                .filter(one -> one.id().equals(actor.personId()))
                .findFirst()
                .orElseThrow(Refusal::notYours);
        create(session);
        return learnerLink(server(), session, learner);
    }

    private SessionInfo owned(UUID sessionId) {
        current.find().ifPresent(person -> ownership.requireSession(person, sessionId));
        SessionInfo session = sessions.get(sessionId);
        String id = BigBlueButtonReports.meeting(session).id();
        if (id.length() < 2 || id.length() > 256 || id.indexOf(',') >= 0) {
            throw Refusal.invalid("refusal.bigbluebutton.meetingId", id);
        }
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            throw Refusal.invalid("refusal.bigbluebutton.notHeld");
        }
        return session;
    }

    private Server server() {
        return settings.server().orElseThrow(() -> Refusal.invalid("refusal.bigbluebutton.notConfigured"));
    }

    private Room create(SessionInfo session) {
        Server server = server();
        String meetingId = BigBlueButtonReports.meeting(session).id();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("meetingID", meetingId);
        parameters.put("name", session.title());
        parameters.put("meetingKeepEvents", "true");
        parameters.put("meta_endCallbackUrl", settings.endUrl(meetingId, server.secret()));
        parameters.put("meta_analytics-callback-url", settings.analyticsUrl());
        return switch (api.call(server, "create", parameters)) {
            case RemoteResult.Success<BigBlueButtonXml>(BigBlueButtonXml xml, byte[] bytes) -> {
                var room = new Room(
                        meetingId,
                        xml.text("internalMeetingID"),
                        Instant.ofEpochMilli(xml.number("createTime")),
                        xml.text("messageKey").equals("duplicateWarning"));
                if (!room.alreadyOpen()) {
                    record(
                            session,
                            "session.roomOpened",
                            Map.of("meeting", meetingId, "occurrence", room.internalMeetingId()));
                }
                yield room;
            }
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> throw refused(why);
        };
    }

    private static Refusal refused(RemoteFailure why) {
        if (BigBlueButtonProtocol.isChecksumError(why)) {
            return new Refusal(Refusal.Kind.CONFLICT, "refusal.bigbluebutton.checksum");
        }
        return BigBlueButtonProtocol.isAnswered(why)
                ? new Refusal(
                        Refusal.Kind.CONFLICT,
                        "refusal.bigbluebutton.answer",
                        BigBlueButtonProtocol.problem(why).arguments().toArray())
                : new Refusal(Refusal.Kind.CONFLICT, "refusal.bigbluebutton.away");
    }

    private void record(SessionInfo session, String action, Map<String, Object> after) {
        journal.record(
                JournalRecord.of(action, "session", session.id().toString()).after(after));
    }

    private static String trainerLink(Server server, SessionInfo session) {
        return link(
                server,
                session,
                session.trainer().name(),
                "MODERATOR",
                session.trainer().id().toString());
    }

    private static String learnerLink(Server server, SessionInfo session, LearnerInfo learner) {
        return link(server, session, learner.name(), "VIEWER", learner.id().toString());
    }

    /** Its user identifier comes back in every event and report of the server and identifies the person for certain. */
    private static String link(Server server, SessionInfo session, String name, String role, String userId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fullName", name);
        parameters.put("meetingID", BigBlueButtonReports.meeting(session).id());
        parameters.put("role", role);
        parameters.put("userID", userId);
        parameters.put("redirect", "true");
        return BigBlueButtonClient.url(server, "join", parameters);
    }

    private static String moderatorId(Actor actor) {
        return actor.personId() == null
                ? String.valueOf(actor.accountId())
                : actor.personId().toString();
    }
}
