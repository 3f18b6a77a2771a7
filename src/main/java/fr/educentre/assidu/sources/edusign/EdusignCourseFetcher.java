package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads a course at Edusign, after who its students are, and takes the answer in as a delivery. A server that is busy is
 * asked again when it says; one that is down, a little later each time.
 */
@Component
class EdusignCourseFetcher implements DurableJobHandler<EdusignCourseFetcher.Fetching> {

    /** Header of a delivery that was read at Edusign; its value says whether the course is locked. */
    static final String PULLED = "X-Assidu-Pulled";

    static final String LOCKED = "locked";
    private static final String OPEN = "course";
    private static final DurableJobType<Fetching> TYPE = DurableJobType.of(
                    "connectors.edusign.course", Fetching.class, Fetching::key)
            .readingEarlier(Fetching::earlier);
    private static final RetryPolicy RETRIES = RetryPolicy.after(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private final EdusignClient api;
    private final EdusignStudentStore students;
    private final EdusignCourseStore pulled;
    private final DeliveryIntake intake;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Clock clock;

    EdusignCourseFetcher(
            EdusignClient api,
            EdusignStudentStore students,
            EdusignCourseStore pulled,
            DeliveryIntake intake,
            SourceStateStore states,
            DurableJobs jobs,
            Clock clock) {
        this.api = api;
        this.students = students;
        this.pulled = pulled;
        this.intake = intake;
        this.states = states;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param fingerprint of the course as it stands in a list, empty where it comes from no list */
    void plan(String courseId, boolean locked, String fingerprint) {
        jobs.submit(TYPE, new Fetching(courseId, locked, fingerprint, 0));
    }

    /**
     * @param fingerprint of the course as it stood in a list, empty where it came from no list
     * @param failures so far that counted
     */
    record Fetching(String course, boolean locked, String fingerprint, int failures) {

        private String key() {
            return state() + ":" + course;
        }

        private String state() {
            return locked ? LOCKED : OPEN;
        }

        private Fetching after(int count) {
            return new Fetching(course, locked, fingerprint, count);
        }

        private static Fetching earlier(String key, String text) {
            int colon = key.indexOf(':');
            int bar = text.indexOf('|');
            return new Fetching(
                    key.substring(colon + 1),
                    key.substring(0, colon).equals(LOCKED),
                    text.substring(bar + 1),
                    Integer.parseInt(text.substring(0, bar)));
        }
    }

    @Override
    public DurableJobType<Fetching> type() {
        return TYPE;
    }

    @Override
    public void run(Fetching one) {
        RemoteResult<JsonNode> answer = api.course(one.course());
        if (answer instanceof RemoteResult.Success<JsonNode>(JsonNode result, byte[] bytes)) {
            answer = identities(result)
                    .<RemoteResult<JsonNode>>map(RemoteResult::failure)
                    .orElse(answer);
        }
        switch (answer) {
            case RemoteResult.Success<JsonNode> course -> {
                intake.receive(
                        EdusignClient.CONNECTOR,
                        "Edusign API",
                        "application/json",
                        Map.of(PULLED, one.state()),
                        course.bytes());
                pulled.keep(one.course(), one.fingerprint());
            }
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> {
                if (!(why instanceof RemoteFailure.Throttled)) {
                    states.failed(
                            EdusignClient.CONNECTOR,
                            EdusignProtocol.MESSAGES.of(why).wording());
                }
                RETRIES.next(why, one.failures())
                        .ifPresent(retry -> jobs.submitAt(
                                TYPE,
                                one.after(retry.failures()),
                                clock.instant().plus(retry.delay())));
            }
        }
    }

    /** Empty once all students that a course names by number alone are known; else why they are not yet. */
    private Optional<RemoteFailure> identities(JsonNode result) {
        Optional<EdusignCourse> course = EdusignCourse.of(result);
        if (course.isEmpty()) {
            return Optional.empty();
        }
        List<String> unnamed = course.get().students().stream()
                .filter(student -> !student.named())
                .map((EdusignCourse.Student one) -> one.identity().id())
                .toList();
        var known = students.known(unnamed);
        for (String id : unnamed) {
            EdusignStudentStore.Identity identity = known.get(id);
            if (identity != null && students.fresh(identity)) {
                continue;
            }
            switch (api.student(id)) {
                case RemoteResult.Success<JsonNode> student -> keep(id, student.value());
                case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> {
                    if (why.isPassing()) {
                        return Optional.of(why);
                    }
                    // nobody knows this one any more: the line waits for a person to say who it is
                }
            }
        }
        return Optional.empty();
    }

    private void keep(String id, JsonNode student) {
        String first = EdusignProtocol.JSON.text(student, "FIRSTNAME");
        String last = EdusignProtocol.JSON.text(student, "LASTNAME");
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        String email = EdusignProtocol.JSON.text(student, "EMAIL");
        students.keep(
                id,
                EdusignProtocol.JSON.text(student, "API_ID"),
                email == null ? null : WrittenAddress.folded(email),
                name.isEmpty() ? null : name);
    }
}
