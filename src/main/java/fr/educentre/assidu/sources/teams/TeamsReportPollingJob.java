package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports asked for 5, 15, 60 minutes and 24 hours after a slot or a call ended, until one reaches the session's end. A
 * refusal that someone is to mend is asked again daily, for a week.
 */
@Component
class TeamsReportPollingJob implements DurableJobHandler {

    static final String JOB = "teams.report";
    static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(24));
    private static final Duration A_DAY = Duration.ofDays(1);
    static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int TRIES = 3;
    private static final RetryPolicy RETRIES = RetryPolicy.every(SOON, TRIES).withMargin(Duration.ofSeconds(1));

    private final TeamsReportFetcher fetch;
    private final TeamsCompletionPolicy ends;
    private final Sessions sessions;
    private final Evidences evidences;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Texts texts;
    private final Clock clock;

    TeamsReportPollingJob(
            TeamsReportFetcher fetch,
            TeamsCompletionPolicy ends,
            Sessions sessions,
            Evidences evidences,
            SourceStateStore states,
            DurableJobs jobs,
            JdbcClient sql,
            ApplicationEventPublisher events,
            Texts texts,
            Clock clock) {
        this.fetch = fetch;
        this.ends = ends;
        this.sessions = sessions;
        this.evidences = evidences;
        this.states = states;
        this.jobs = jobs;
        this.sql = sql;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    /** Once for each session and moment. */
    void plan(UUID session, Instant ended) {
        Instant base = ended.truncatedTo(ChronoUnit.MILLIS);
        int added = sql.sql("insert into teams_poll (session_id, base_at, planned_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(session, Arguments.utc(base), Arguments.utc(clock.instant()))
                .update();
        if (added > 0) {
            int step = passed(base);
            jobs.submitAt(JOB, new Poll(session, base).key(), step + "|0", base.plus(STEPS.get(step)));
        }
    }

    private int passed(Instant base) {
        int step = 0;
        while (step + 1 < STEPS.size() && !base.plus(STEPS.get(step + 1)).isAfter(clock.instant())) {
            step++;
        }
        return step;
    }

    private record Poll(UUID session, Instant base) {
        static Poll of(String key) {
            String[] parts = key.split("@");
            return new Poll(UUID.fromString(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }

        String key() {
            return session + "@" + base.toEpochMilli();
        }
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        String[] where = payload.split("\\|");
        int step = Integer.parseInt(where[0]);
        int tries = Integer.parseInt(where[1]);
        Poll poll = Poll.of(key);
        Optional<SessionInfo> found = sessions.find(poll.session()).filter(TeamsReportPollingJob::held);
        if (found.isEmpty() || (step > 0 && found.get().dataCompleteAt() != null)) {
            return;
        }
        SessionInfo session = found.get();
        switch (fetch.of(session)) {
            case RemoteResult.Success<TeamsReportFetcher.Fetched> fetched ->
                fetched(poll, session, fetched.value(), step);
            case RemoteResult.Failure<TeamsReportFetcher.Fetched>(RemoteFailure why) ->
                failed(poll, session, why, step, tries);
        }
    }

    private static boolean held(SessionInfo session) {
        return session.state() != SessionState.CANCELLED && session.state() != SessionState.POSTPONED;
    }

    private void fetched(Poll poll, SessionInfo session, TeamsReportFetcher.Fetched told, int step) {
        states.succeeded(TeamsSettings.CONNECTOR);
        if (told.reaches() != null && ends.reaches(session, told.reaches())) {
            return;
        }
        if (step < STEPS.size() - 1) {
            next(poll, step);
        } else if (told.fresh() > 0) {
            again(poll, step, 0, STEPS.getFirst());
        } else if (told.reports() > 0) {
            // a day later nothing more will be told: the meeting ended early
            events.publishEvent(new Evidences.SourceCompleted(session.id()));
        } else {
            lastWord(session);
        }
    }

    private void failed(Poll poll, SessionInfo session, RemoteFailure why, int step, int tries) {
        if (!(why instanceof RemoteFailure.Throttled)) {
            states.failed(
                    TeamsSettings.CONNECTOR, GraphProtocol.MESSAGES.of(why).in(Texts.FRENCH, texts));
        }
        Optional<RetryPolicy.Retry> retry = RETRIES.next(why, tries);
        if (retry.isPresent()) {
            again(poll, step, retry.get().failures(), retry.get().delay());
        } else if (step < STEPS.size() - 1) {
            next(poll, step);
        } else {
            lastWord(session);
            Instant tomorrow = clock.instant().plus(A_DAY);
            if (tomorrow.isBefore(poll.base().plus(LONGEST))) {
                jobs.submitAt(JOB, poll.key(), step + "|" + TRIES, tomorrow);
            }
        }
    }

    /** Without a report, the notifications complete the session where one of them gave its end. */
    private void lastWord(SessionInfo session) {
        boolean told = evidences.ofSession(session.id()).stream()
                .filter(trace -> trace.origin().source() == EvidenceSource.TEAMS
                        && trace.origin().channel() == Channel.WEBHOOK)
                .anyMatch(trace -> trace.time().to() != null
                        && ends.reaches(session, trace.time().to()));
        if (told) {
            events.publishEvent(new Evidences.SourceCompleted(session.id()));
        } else {
            states.failed(
                    TeamsSettings.CONNECTOR,
                    texts.in(Texts.FRENCH, "connectors.teams.problem.noReport", session.title(), session.startsAt()));
        }
    }

    private void next(Poll poll, int step) {
        Instant at = poll.base().plus(STEPS.get(step + 1));
        Instant soon = clock.instant().plus(SOON);
        jobs.submitAt(JOB, poll.key(), (step + 1) + "|0", at.isAfter(soon) ? at : soon);
    }

    private void again(Poll poll, int step, int tries, Duration after) {
        jobs.submitAt(JOB, poll.key(), step + "|" + tries, clock.instant().plus(after));
    }
}
