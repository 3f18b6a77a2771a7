package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventParserTests {

    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");
    private static final String JOINED = """
            {"data":{"type":"event","id":"user-joined","attributes":{"meeting":{"internal-meeting-id":"i","external-meeting-id":"m"},
             "user":{"internal-user-id":"w_a","external-user-id":"L-1","name":"%s","role":"MODERATOR"}},"event":{"ts":%s}}}""";

    private final WebhookEventParser events = new WebhookEventParser();

    @Test
    void signs_that_a_form_encodes_come_through() {
        String name = "Anaïs + Zoé & Cie = 100 %";
        assertThat(read("domain=d&event=" + encoded("[" + JOINED.formatted(name, "1762340400000") + "]")
                        + "&timestamp=1"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.user().name()).isEqualTo(name);
                    assertThat(event.user().externalId()).isEqualTo("L-1");
                    assertThat(event.user().moderator()).isTrue();
                    assertThat(event.at()).isEqualTo(Instant.ofEpochMilli(1762340400000L));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"1762340400000\"", "99999999999999", "null"})
    void an_event_without_a_plausible_time_is_unreadable(String ts) {
        assertThatThrownBy(() -> read("event=" + encoded(JOINED.formatted("x", ts))))
                .isInstanceOfSatisfying(
                        UnreadablePayloadException.class,
                        e -> assertThat(e.key()).isEqualTo("connectors.bigbluebutton.problem.noTime"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "event=", "event=%", "event=%zz", "event=[]", "event={}", "event=1", "events=[]"})
    void what_is_no_event_is_unreadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadablePayloadException.class);
    }

    @Test
    void the_projects_own_examples_are_read() throws IOException {
        Path file = Path.of(System.getProperty("assidu.test.data", "../shared/data"), "bigbluebutton-webhooks.ndjson");
        Assumptions.assumeTrue(Files.exists(file), "no real files here");
        List<WebhookEvent> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            found.addAll(read("domain=d&event=" + encoded("[" + line + "]") + "&timestamp=1"));
        }
        assertThat(found)
                .extracting(WebhookEvent::id)
                .containsExactlyInAnyOrder(
                        "meeting-created", "user-joined", "user-joined", "user-left", "user-left", "meeting-ended");
        assertThat(found).extracting(one -> one.meeting().id()).containsOnly("random-9019868");
    }

    private List<WebhookEvent> read(String body) {
        return events.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
