package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.TeamsReports;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class TeamsReportService implements TeamsReports {

    private final Sessions sessions;
    private final TeamsSettings settings;
    private final TeamsReportFetcher fetch;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final Texts texts;

    TeamsReportService(
            Sessions sessions,
            TeamsSettings settings,
            TeamsReportFetcher fetch,
            CurrentActor actor,
            Ownership ownership,
            Texts texts) {
        this.sessions = sessions;
        this.settings = settings;
        this.fetch = fetch;
        this.actor = actor;
        this.ownership = ownership;
        this.texts = texts;
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public boolean offered(UUID sessionId) {
        return onTeams(session(sessionId)) && settings.credentials().isPresent();
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public Fetched fetchNow(UUID sessionId) {
        SessionInfo session = session(sessionId);
        if (!onTeams(session)) {
            throw Refusal.invalid("refusal.teams.noMeeting");
        }
        return switch (fetch.of(session)) {
            case RemoteResult.Success<TeamsReportFetcher.Fetched>(TeamsReportFetcher.Fetched fetched, byte[] bytes) -> {
                if (fetched.reports() == 0) {
                    throw conflict("refusal.teams.noReport");
                }
                yield new Fetched(fetched.reports(), fetched.fresh());
            }
            case RemoteResult.Failure<TeamsReportFetcher.Fetched>(RemoteFailure.Throttled wait) ->
                throw conflict("refusal.teams.later", wait.retryAfter().toSeconds());
            case RemoteResult.Failure<TeamsReportFetcher.Fetched>(RemoteFailure why) ->
                throw conflict(
                        "refusal.teams.failed", GraphProtocol.MESSAGES.of(why).read(texts));
        };
    }

    private SessionInfo session(UUID id) {
        actor.find().ifPresent(person -> ownership.requireSession(person, id));
        return sessions.get(id);
    }

    private static boolean onTeams(SessionInfo session) {
        return session.meeting() != null && session.meeting().provider() == MeetingProvider.TEAMS;
    }

    private static Refusal conflict(String key, Object... arguments) {
        return new Refusal(Refusal.Kind.CONFLICT, key, arguments);
    }
}
