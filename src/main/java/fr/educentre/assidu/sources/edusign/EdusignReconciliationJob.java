package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
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
class EdusignReconciliationJob implements NightlyTask, DurableJobHandler<EdusignReconciliationJob.CoursePage> {

    private static final DurableJobType<CoursePage> TYPE = DurableJobType.of(
                    "connectors.edusign.reconcile", CoursePage.class, page -> String.valueOf(page.number()))
            .readingEarlier(CoursePage::earlier);
    private static final Duration BACK = Duration.ofDays(7);
    private static final int MOST_PAGES = 250;
    private static final RetryPolicy RETRIES = RetryPolicy.every(Duration.ofMinutes(30), 6);

    private final EdusignClient api;
    private final EdusignCourseFetcher pull;
    private final EdusignCourseStore pulled;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Clock clock;

    EdusignReconciliationJob(
            EdusignClient api,
            EdusignCourseFetcher pull,
            EdusignCourseStore pulled,
            SourceStateStore states,
            DurableJobs jobs,
            Clock clock) {
        this.api = api;
        this.pull = pull;
        this.pulled = pulled;
        this.states = states;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Of the list of courses locked in the days before an instant.
     *
     * @param number from 0 on
     * @param failures so far that counted
     */
    record CoursePage(int number, Instant until, int failures) {

        private static CoursePage earlier(String key, String text) {
            int bar = text.indexOf('|');
            return new CoursePage(
                    Integer.parseInt(key),
                    Instant.parse(text.substring(0, bar)),
                    Integer.parseInt(text.substring(bar + 1)));
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public DurableJobType<CoursePage> type() {
        return TYPE;
    }

    @Override
    public void run() {
        if (api.configured()) {
            pulled.forgetOld();
            jobs.submit(TYPE, new CoursePage(0, clock.instant(), 0));
        }
    }

    @Override
    public void run(CoursePage page) {
        Instant until = page.until();
        switch (api.lockedCourses(until.minus(BACK), until, page.number())) {
            case RemoteResult.Success<JsonNode>(JsonNode courses, byte[] bytes) -> {
                courses.forEach(this::take);
                if (courses.size() >= EdusignClient.PAGE && page.number() + 1 < MOST_PAGES) {
                    jobs.submit(TYPE, new CoursePage(page.number() + 1, until, 0));
                }
            }
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> {
                if (!(why instanceof RemoteFailure.Throttled)) {
                    states.failed(
                            EdusignClient.CONNECTOR,
                            EdusignProtocol.MESSAGES.of(why).wording());
                }
                RETRIES.next(why, page.failures())
                        .ifPresent(retry -> jobs.submitAt(
                                TYPE,
                                new CoursePage(page.number(), until, retry.failures()),
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
