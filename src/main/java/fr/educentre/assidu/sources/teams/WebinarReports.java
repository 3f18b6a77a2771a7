package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A webinar's reports, once a notification says one is ready. */
@Component
class WebinarReports implements DurableJobHandler {

    static final String JOB = "teams.webinar";
    private static final Pattern PATH =
            Pattern.compile("(solutions/virtualEvents/[a-z]+/([^/]+))(?:/sessions/([^/]+))?(?:/attendanceReports.*)?");
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int TRIES = 5;

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
            switch (graph.pages("/" + parts.group(1) + "/sessions")) {
                case GraphClient.All all ->
                    all.pages().stream()
                            .flatMap(page -> GraphJson.items(page.body(), "value").stream())
                            .map(one -> GraphJson.text(one, "id", ""))
                            .filter(id -> !id.isEmpty())
                            .forEach(held::add);
                case GraphClient.None none -> {
                    again(path, tries, TeamsReportFetcher.failed(none.why()));
                    return;
                }
            }
        }
        for (String id : held) {
            TeamsReportFetcher.Result result = fetch.under(
                    "/" + parts.group(1) + "/sessions/" + GraphClient.encoded(id) + "/attendanceReports",
                    List.of(id, webinar),
                    null);
            if (!(result instanceof TeamsReportFetcher.Fetched)) {
                again(path, tries, result);
                return;
            }
        }
        states.succeeded(TeamsSettings.CONNECTOR);
    }

    private void again(String path, String tries, TeamsReportFetcher.Result result) {
        int done = tries.isEmpty() ? 0 : Integer.parseInt(tries);
        switch (result) {
            case TeamsReportFetcher.Later later ->
                jobs.submitAt(
                        JOB, path, tries, clock.instant().plus(later.after()).plusSeconds(1));
            case TeamsReportFetcher.Failed failed -> {
                states.failed(TeamsSettings.CONNECTOR, failed.problem().in(texts, Texts.FRENCH));
                if (done < TRIES) {
                    jobs.submitAt(
                            JOB,
                            path,
                            String.valueOf(done + 1),
                            clock.instant().plus(SOON.multipliedBy(1L << (2 * done))));
                }
            }
            case TeamsReportFetcher.Fetched fetched -> {
                // nothing to do again
            }
        }
    }
}
