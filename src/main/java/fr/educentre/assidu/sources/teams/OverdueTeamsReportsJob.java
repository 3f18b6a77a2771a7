package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every few minutes, sessions on Teams that ended and still wait for their data have their reports asked for. */
@Component
class OverdueTeamsReportsJob implements DurableJobHandler {

    static final String JOB = "teams.watch";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final TeamsSettings settings;
    private final Sessions sessions;
    private final TeamsReportPollingJob polls;
    private final DurableJobs jobs;
    private final JdbcClient sql;
    private final Clock clock;

    OverdueTeamsReportsJob(
            TeamsSettings settings,
            Sessions sessions,
            TeamsReportPollingJob polls,
            DurableJobs jobs,
            JdbcClient sql,
            Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.polls = polls;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        jobs.submit(JOB, "all", "");
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        if (settings.credentials().isPresent()) {
            plan();
        }
        jobs.submitAt(JOB, key, "", clock.instant().plus(EVERY));
    }

    void plan() {
        Instant now = clock.instant();
        List<UUID> waiting = sessions.endedWithoutData(now.minus(TeamsReportPollingJob.LONGEST), now);
        if (waiting.isEmpty()) {
            return;
        }
        Set<UUID> planned = new HashSet<>(
                sql.sql("select p.session_id from teams_poll p join training_session s on s.id = p.session_id"
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
