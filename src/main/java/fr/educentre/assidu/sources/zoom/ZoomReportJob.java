package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Fetches the report of a meeting at one of the planned times. */
@Component
class ZoomReportJob implements DurableJobHandler<ZoomReportSchedule.Try> {

    /** Never all at the same moment, as the limit is the whole account's. */
    private static final Duration SPREAD = Duration.ofSeconds(2);

    private static final int MOST_FAILURES = 8;
    private static final RetryPolicy RETRIES =
            RetryPolicy.growing(Duration.ofMinutes(1), 2, MOST_FAILURES).spreadOver(SPREAD);
    private static final RetryPolicy NOT_YET =
            RetryPolicy.every(Duration.ofHours(1), MOST_FAILURES).spreadOver(SPREAD);

    private final ZoomReportFetcher fetch;
    private final ZoomReportSchedule plan;
    private final SourceStateStore states;
    private final Clock clock;

    ZoomReportJob(ZoomReportFetcher fetch, ZoomReportSchedule plan, SourceStateStore states, Clock clock) {
        this.fetch = fetch;
        this.plan = plan;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public DurableJobType<ZoomReportSchedule.Try> type() {
        return ZoomReportSchedule.TYPE;
    }

    @Override
    public void run(ZoomReportSchedule.Try one) {
        switch (fetch.fetch(one.meeting())) {
            case RemoteResult.Success<Integer> rows -> states.succeeded(ZoomTranslator.CONNECTOR);
            case RemoteResult.Failure<Integer>(RemoteFailure.NotFound noReport) -> {
                if (one.last()) {
                    failed(ZoomProtocol.problem("noReport", one.meeting().number()));
                    NOT_YET.afterFailure(one.failures()).ifPresent(retry -> again(one, retry));
                }
            }
            case RemoteResult.Failure<Integer>(RemoteFailure why) -> {
                if (!(why instanceof RemoteFailure.Throttled)) {
                    failed(ZoomProtocol.MESSAGES.of(why));
                }
                RETRIES.next(why, one.failures()).ifPresent(retry -> again(one, retry));
            }
        }
    }

    private void again(ZoomReportSchedule.Try one, RetryPolicy.Retry retry) {
        plan.again(one.withFailures(retry.failures()), clock.instant().plus(retry.delay()));
    }

    private void failed(RemoteProblem problem) {
        states.failed(ZoomTranslator.CONNECTOR, problem.wording());
    }
}
