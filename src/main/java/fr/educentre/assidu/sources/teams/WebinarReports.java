package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
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
class WebinarReports implements DurableJobHandler {

    static final String JOB = "teams.webinar";
    private static final Pattern PATH =
            Pattern.compile("(solutions/virtualEvents/[a-z]+/([^/]+))(?:/sessions/([^/]+))?(?:/attendanceReports.*)?");
    private static final RetryPolicy RETRIES =
            RetryPolicy.growing(Duration.ofMinutes(5), 4, 5).withMargin(Duration.ofSeconds(1));

    private final GraphClient graph;
    private final TeamsReportFetcher fetch;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Texts texts;
    private final Clock clock;

    WebinarReports(
            GraphClient graph,
            TeamsReportFetcher fetch,
            SourceStateStore states,
            DurableJobs jobs,
            Texts texts,
            Clock clock) {
        this.graph = graph;
        this.fetch = fetch;
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
    public void run(String path, String tries) {
        Matcher parts = PATH.matcher(path);
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
                    again(path, tries, why);
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
                again(path, tries, why);
                return;
            }
        }
        states.succeeded(TeamsSettings.CONNECTOR);
    }

    /** Also where it is refused: a person may have mended it by then. */
    private void again(String path, String tries, RemoteFailure why) {
        int failures = tries.isEmpty() ? 0 : Integer.parseInt(tries);
        Optional<RetryPolicy.Retry> retry;
        if (why instanceof RemoteFailure.Throttled) {
            retry = RETRIES.next(why, failures);
        } else {
            states.failed(
                    TeamsSettings.CONNECTOR, GraphProtocol.MESSAGES.of(why).in(Texts.FRENCH, texts));
            retry = RETRIES.afterFailure(failures);
        }
        retry.ifPresent(one -> jobs.submitAt(
                JOB, path, String.valueOf(one.failures()), clock.instant().plus(one.delay())));
    }
}
