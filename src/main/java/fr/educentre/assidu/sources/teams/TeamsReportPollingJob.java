package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reports asked for 5, 15, 60 minutes and 24 hours after a slot or a call ended, until one reaches the session's end. A
 * refusal that someone is to mend is asked again daily, for a week.
 */
@Component
class TeamsReportPollingJob implements DurableJobHandler<TeamsReportPollingJob.Poll> {

    private static final DurableJobType<Poll> TYPE =
            DurableJobType.of("teams.report", Poll.class, Poll::key).readingEarlier(Poll::earlier);

    static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(24));
    private static final Duration A_DAY = Duration.ofDays(1);
    static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int TRIES = 3;
    private static final RetryPolicy RETRIES = RetryPolicy.every(SOON, TRIES).withMargin(Duration.ofSeconds(1));

    private final TeamsReportFetcher fetch;
    private final TeamsCompletionPolicy ends;
    private final TeamsSessionClosing closing;
    private final TeamsPollStore polls;
    private final Sessions sessions;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Clock clock;

    TeamsReportPollingJob(
            TeamsReportFetcher fetch,
            TeamsCompletionPolicy ends,
            TeamsSessionClosing closing,
            TeamsPollStore polls,
            Sessions sessions,
            SourceStateStore states,
            DurableJobs jobs,
            Clock clock) {
        this.fetch = fetch;
        this.ends = ends;
        this.closing = closing;
        this.polls = polls;
        this.sessions = sessions;
        this.states = states;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Once for each session and moment. */
    void plan(UUID session, Instant ended) {
        Instant base = ended.truncatedTo(ChronoUnit.MILLIS);
        if (polls.add(session, base, clock.instant())) {
            int step = passed(base);
            jobs.submitAt(TYPE, new Poll(session, base, step, 0), base.plus(STEPS.get(step)));
        }
    }

    private int passed(Instant base) {
        int step = 0;
        while (step + 1 < STEPS.size() && !base.plus(STEPS.get(step + 1)).isAfter(clock.instant())) {
            step++;
        }
        return step;
    }

    /**
     * @param base when the slot or the call ended
     * @param step of {@link #STEPS}, from 0 on
     * @param failures at this step so far that counted
     */
    record Poll(UUID session, Instant base, int step, int failures) {

        private String key() {
            return session + "@" + base.toEpochMilli();
        }

        private static Poll earlier(String key, String text) {
            int at = key.indexOf('@');
            int bar = text.indexOf('|');
            return new Poll(
                    UUID.fromString(key.substring(0, at)),
                    Instant.ofEpochMilli(Long.parseLong(key.substring(at + 1))),
                    Integer.parseInt(text.substring(0, bar)),
                    Integer.parseInt(text.substring(bar + 1)));
        }

        private Poll at(int otherStep, int count) {
            return new Poll(session, base, otherStep, count);
        }

        private boolean last() {
            return step == STEPS.size() - 1;
        }
    }

    @Override
    public DurableJobType<Poll> type() {
        return TYPE;
    }

    @Override
    public void run(Poll poll) {
        Optional<SessionInfo> found = sessions.find(poll.session()).filter(TeamsReportPollingJob::held);
        if (found.isEmpty() || (poll.step() > 0 && found.get().dataCompleteAt() != null)) {
            return;
        }
        SessionInfo session = found.get();
        switch (fetch.of(session)) {
            case RemoteResult.Success<TeamsReportFetcher.Fetched> fetched -> fetched(poll, session, fetched.value());
            case RemoteResult.Failure<TeamsReportFetcher.Fetched>(RemoteFailure why) -> failed(poll, session, why);
        }
    }

    private static boolean held(SessionInfo session) {
        return session.state() != SessionState.CANCELLED && session.state() != SessionState.POSTPONED;
    }

    private void fetched(Poll poll, SessionInfo session, TeamsReportFetcher.Fetched told) {
        states.succeeded(TeamsSettings.CONNECTOR);
        if (told.reaches() != null && ends.reaches(session, told.reaches())) {
            return;
        }
        if (!poll.last()) {
            next(poll);
        } else if (told.fresh() > 0) {
            again(poll, 0, STEPS.getFirst());
        } else if (told.reports() > 0) {
            // a day later nothing more will be told: the meeting ended early
            closing.complete(session);
        } else {
            closing.withoutReport(session);
        }
    }

    private void failed(Poll poll, SessionInfo session, RemoteFailure why) {
        if (!(why instanceof RemoteFailure.Throttled)) {
            states.failed(
                    TeamsSettings.CONNECTOR, GraphProtocol.MESSAGES.of(why).wording());
        }
        Optional<RetryPolicy.Retry> retry = RETRIES.next(why, poll.failures());
        if (retry.isPresent()) {
            again(poll, retry.get().failures(), retry.get().delay());
        } else if (!poll.last()) {
            next(poll);
        } else {
            closing.withoutReport(session);
            Instant tomorrow = clock.instant().plus(A_DAY);
            if (tomorrow.isBefore(poll.base().plus(LONGEST))) {
                jobs.submitAt(TYPE, poll.at(poll.step(), TRIES), tomorrow);
            }
        }
    }

    private void next(Poll poll) {
        int step = poll.step() + 1;
        Instant at = poll.base().plus(STEPS.get(step));
        Instant soon = clock.instant().plus(SOON);
        jobs.submitAt(TYPE, poll.at(step, 0), at.isAfter(soon) ? at : soon);
    }

    private void again(Poll poll, int failures, Duration after) {
        jobs.submitAt(TYPE, poll.at(poll.step(), failures), clock.instant().plus(after));
    }
}
