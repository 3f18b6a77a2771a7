package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.RecurringJob;
import fr.educentre.assidu.sources.core.RecurringJobSchedule;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans the fetching of the reports of Teams sessions that ended and have no data yet. */
@Component
class OverdueTeamsReportsJob extends RecurringJob {

    static final DurableJobType<NextRun> TYPE = NextRun.of("teams.watch");

    private final TeamsSettings settings;
    private final Sessions sessions;
    private final TeamsReportPollingJob polls;
    private final JdbcClient sql;
    private final Clock clock;

    OverdueTeamsReportsJob(
            TeamsSettings settings,
            Sessions sessions,
            TeamsReportPollingJob polls,
            RecurringJobSchedule schedule,
            JdbcClient sql,
            Clock clock) {
        super(TYPE, Duration.ofMinutes(5), schedule);
        this.settings = settings;
        this.sessions = sessions;
        this.polls = polls;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    protected Optional<Duration> work() {
        if (settings.credentials().isPresent()) {
            plan();
        }
        return Optional.of(interval());
    }

    void plan() {
        Instant now = clock.instant();
        List<UUID> waiting = sessions.endedWithoutData(now.minus(TeamsReportPollingJob.LONGEST), now);
        if (waiting.isEmpty()) {
            return;
        }
        Set<UUID> planned = new HashSet<>(
                sql.sql("select p.session_id from teams_poll p join training_v_session s on s.id = p.session_id"
                                + " where p.session_id in (:ids) and p.base_at >= s.ends_at")
                        .param("ids", waiting)
                        .query(UUID.class)
                        .list());
        sessions.byIds(waiting).values().stream()
                .filter(session -> !planned.contains(session.id()))
                .filter(OverdueTeamsReportsJob::onTeams)
                .forEach(session -> polls.plan(session.id(), session.endsAt()));
    }

    private static boolean onTeams(SessionInfo session) {
        return session.meeting() != null && session.meeting().provider() == MeetingProvider.TEAMS;
    }
}
