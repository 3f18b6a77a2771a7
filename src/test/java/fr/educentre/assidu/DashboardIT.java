package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard of {@code src/deploy} draws is measured, under those names and by those labels. */
@AssiduIT
class DashboardIT {

    private static final Path DASHBOARD = Path.of("src/deploy/grafana/assidu.json");
    private static final Path DOCUMENT = Path.of("src/docs/operations/README.md");

    private static final Pattern METRIC = Pattern.compile("\\b(?:assidu|http|hikaricp|jvm)_[a-z_]+\\b");
    private static final Pattern LABELS = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{([^}]*)})? ");

    @Autowired
    Calls calls;

    @Test
    void each_expression_of_the_dashboard_names_metrics_and_labels_that_there_are() throws IOException {
        Map<String, Set<String>> measured = measured();
        List<String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(10);
        for (String expression : expressions) {
            List<String> metrics =
                    METRIC.matcher(expression).results().map(MatchResult::group).toList();
            assertThat(metrics).as(expression).isNotEmpty();
            assertThat(measured).as(expression).containsKeys(metrics.toArray(String[]::new));
            LABELS.matcher(expression)
                    .results()
                    .flatMap(found -> List.of(found.group(1).split(", ")).stream())
                    .forEach(label -> assertThat(metrics.stream().map(measured::get))
                            .as(expression)
                            .allMatch(labels -> labels.contains(label)));
        }
    }

    @Test
    void what_is_measured_of_assidu_stands_in_the_documentation() throws IOException {
        String document = Files.readString(DOCUMENT);
        var own = new TreeSet<>(measured().keySet());
        own.removeIf(name -> !name.startsWith("assidu_"));
        assertThat(own)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    /** Labels by metric, as they are scraped. */
    private Map<String, Set<String>> measured() {
        calls.account("dashboard-quality", Role.QUALITY_MANAGER, new UUID(0, 91));
        HttpResponse<String> scraped = calls.send(HttpRequest.newBuilder(calls.uri("/actuator/prometheus"))
                .header("Authorization", calls.authorization("dashboard-quality"))
                .build());
        assertThat(scraped.statusCode()).isEqualTo(200);
        Map<String, Set<String>> found = new HashMap<>();
        SAMPLE.matcher(scraped.body()).results().forEach(sample -> {
            Set<String> labels = found.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                Pattern.compile("([a-z_]+)=\"")
                        .matcher(sample.group(2))
                        .results()
                        .forEach(one -> labels.add(one.group(1)));
            }
        });
        return found;
    }

    private static List<String> expressions() throws IOException {
        List<String> found = new ArrayList<>();
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        dashboard
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> found.add(target.path("expr").asString())));
        return found;
    }
}
