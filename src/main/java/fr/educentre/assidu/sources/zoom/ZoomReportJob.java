package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.sources.zoom.ZoomReportFetcher.Outcome;
import fr.educentre.assidu.workflow.DurableJobHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** One of the times a meeting's report is asked for. */
@Component
class ZoomReportJob implements DurableJobHandler {

    private static final int MOST_FAILURES = 8;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration NOT_YET_WAIT = Duration.ofHours(1);
    private static final int JITTER_MILLIS = 2000;

    private final ZoomReportFetcher fetch;
    private final ZoomReportSchedule plan;
    private final SourceStateStore states;
    private final Texts texts;
    private final Clock clock;

    ZoomReportJob(ZoomReportFetcher fetch, ZoomReportSchedule plan, SourceStateStore states, Texts texts, Clock clock) {
        this.fetch = fetch;
        this.plan = plan;
        this.states = states;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ZoomReportSchedule.JOB;
    }

    @Override
    public void run(String key, String payload) {
        ZoomReportSchedule.Try one = ZoomReportSchedule.Try.read(key, payload);
        switch (fetch.fetch(one.meeting())) {
            case Outcome.Whole whole -> states.succeeded(ZoomTranslator.CONNECTOR);
            case Outcome.Later later -> again(one, later.delay());
            case Outcome.NotYet() -> {
                if (one.last()) {
                    failed("noReport", one.meeting().number());
                    againAfterFailure(one, NOT_YET_WAIT);
                }
            }
            case Outcome.Denied denied ->
                failed(denied.why().problem(), denied.why().arguments().toArray());
            case Outcome.Down down -> {
                failed("down", down.why());
                againAfterFailure(one, FIRST_WAIT.multipliedBy(1L << Math.min(one.failures(), MOST_FAILURES)));
            }
        }
    }

    private void againAfterFailure(ZoomReportSchedule.Try one, Duration wait) {
        if (one.failures() < MOST_FAILURES) {
            again(one.failed(), wait);
        }
    }

    /** Never all at the same moment, as the limit is the whole account's. */
    private void again(ZoomReportSchedule.Try one, Duration wait) {
        plan.again(
                one,
                clock.instant()
                        .plus(wait)
                        .plusMillis(ThreadLocalRandom.current().nextInt(JITTER_MILLIS)));
    }

    private void failed(String problem, Object... arguments) {
        states.failed(
                ZoomTranslator.CONNECTOR, texts.in(Texts.FRENCH, "connectors.zoom.problem." + problem, arguments));
    }
}
