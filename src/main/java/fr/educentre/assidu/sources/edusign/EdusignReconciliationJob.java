package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads, every night, the list of the courses locked in the last seven days and plans the fetching of those that changed:
 * Edusign sends a webhook once and never again.
 */
@Component
class EdusignReconciliationJob implements NightlyTask, DurableJobHandler {

    private static final String JOB = "connectors.edusign.reconcile";
    private static final Duration BACK = Duration.ofDays(7);
    private static final int MOST_PAGES = 250;
    private static final RetryPolicy RETRIES = RetryPolicy.every(Duration.ofMinutes(30), 6);

    private final EdusignClient api;
    private final EdusignCourseFetcher pull;
    private final EdusignCourseStore pulled;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Texts texts;
    private final Clock clock;

    EdusignReconciliationJob(
            EdusignClient api,
            EdusignCourseFetcher pull,
            EdusignCourseStore pulled,
            SourceStateStore states,
            DurableJobs jobs,
            Texts texts,
            Clock clock) {
        this.api = api;
        this.pull = pull;
        this.pulled = pulled;
        this.states = states;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run() {
        if (api.configured()) {
            pulled.forgetOld();
            page(0, clock.instant(), 0);
        }
    }

    private void page(int page, Instant until, int tries) {
        jobs.submit(JOB, String.valueOf(page), until + "|" + tries);
    }

    @Override
    public void run(String key, String payload) {
        int page = Integer.parseInt(key);
        int bar = payload.indexOf('|');
        Instant until = Instant.parse(payload.substring(0, bar));
        int tries = Integer.parseInt(payload.substring(bar + 1));
        switch (api.lockedCourses(until.minus(BACK), until, page)) {
            case RemoteResult.Success<JsonNode>(JsonNode courses, byte[] bytes) -> {
                courses.forEach(this::take);
                if (courses.size() >= EdusignClient.PAGE && page + 1 < MOST_PAGES) {
                    page(page + 1, until, 0);
                }
            }
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> {
                if (!(why instanceof RemoteFailure.Throttled)) {
                    states.failed(
                            EdusignClient.CONNECTOR,
                            EdusignProtocol.MESSAGES.of(why).in(Texts.FRENCH, texts));
                }
                RETRIES.next(why, tries)
                        .ifPresent(retry -> jobs.submitAt(
                                JOB,
                                key,
                                until + "|" + retry.failures(),
                                clock.instant().plus(retry.delay())));
            }
        }
    }

    private void take(JsonNode course) {
        EdusignCourseFinder.courseId(course).ifPresent(id -> {
            String fingerprint = EdusignCourseStore.fingerprint(course);
            if (!pulled.unchanged(id, fingerprint)) {
                pull.plan(id, true, fingerprint);
            }
        });
    }
}
