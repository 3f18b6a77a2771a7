package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Fetches the reports of a webinar once a notification says that one is ready. */
@Component
class WebinarReports implements DurableJobHandler<WebinarReports.Ready> {

    static final DurableJobType<Ready> TYPE = DurableJobType.of("teams.webinar", Ready.class, Ready::path)
            .readingEarlier((key, failures) -> new Ready(key, failures.isEmpty() ? 0 : Integer.parseInt(failures)));

    private static final Pattern PATH =
            Pattern.compile("(solutions/virtualEvents/[a-z]+/([^/]+))(?:/sessions/([^/]+))?(?:/attendanceReports.*)?");
    private static final RetryPolicy RETRIES =
            RetryPolicy.growing(Duration.ofMinutes(5), 4, 5).withMargin(Duration.ofSeconds(1));

    private final GraphClient graph;
    private final TeamsReportFetcher fetch;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Clock clock;

    WebinarReports(
            GraphClient graph, TeamsReportFetcher fetch, SourceStateStore states, DurableJobs jobs, Clock clock) {
        this.graph = graph;
        this.fetch = fetch;
        this.states = states;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param path of the webinar, session or report that the notification named; @param failures so far that counted */
    record Ready(String path, int failures) {}

    @Override
    public DurableJobType<Ready> type() {
        return TYPE;
    }

    @Override
    public void run(Ready ready) {
        Matcher parts = PATH.matcher(ready.path());
        if (!parts.matches()) {
            return;
        }
        String webinar = parts.group(2);
        List<String> held = new ArrayList<>();
        if (parts.group(3) != null) {
            held.add(parts.group(3));
        } else {
            switch (graph.items("/" + parts.group(1) + "/sessions")) {
                case RemoteResult.Success<List<JsonNode>> all ->
                    all.value().stream()
                            .map(one -> GraphProtocol.JSON.text(one, "id", ""))
                            .filter(id -> !id.isEmpty())
                            .forEach(held::add);
                case RemoteResult.Failure<List<JsonNode>>(RemoteFailure why) -> {
                    again(ready, why);
                    return;
                }
            }
        }
        for (String id : held) {
            RemoteResult<TeamsReportFetcher.Fetched> result = fetch.under(
                    "/" + parts.group(1) + "/sessions/" + GraphClient.encoded(id) + "/attendanceReports",
                    List.of(id, webinar),
                    null);
            if (result instanceof RemoteResult.Failure<TeamsReportFetcher.Fetched>(RemoteFailure why)) {
                again(ready, why);
                return;
            }
        }
        states.succeeded(TeamsSettings.CONNECTOR);
    }

    /** Also where it is refused: a person may have mended it by then. */
    private void again(Ready ready, RemoteFailure why) {
        Optional<RetryPolicy.Retry> retry;
        if (why instanceof RemoteFailure.Throttled) {
            retry = RETRIES.next(why, ready.failures());
        } else {
            states.failed(
                    TeamsSettings.CONNECTOR, GraphProtocol.MESSAGES.of(why).wording());
            retry = RETRIES.afterFailure(ready.failures());
        }
        retry.ifPresent(one -> jobs.submitAt(
                TYPE, new Ready(ready.path(), one.failures()), clock.instant().plus(one.delay())));
    }
}
