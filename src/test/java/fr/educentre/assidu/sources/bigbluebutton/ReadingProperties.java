package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, they are read or said to be unreadable; never anything else. */
class ReadingProperties {

    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");
    private static final List<String> FIXTURES = List.of(
            "domain=bbb.example.com&event="
                    + URLEncoder.encode(
                            "[{\"data\":{\"type\":\"event\",\"id\":\"user-joined\",\"attributes\":{\"meeting\":{\"internal-meeting-id\":\"i-1\","
                                    + "\"external-meeting-id\":\"m\"},\"user\":{\"internal-user-id\":\"w_a\",\"external-user-id\":\"L-1\","
                                    + "\"name\":\"Zoé + Cie & =\",\"role\":\"VIEWER\"}},\"event\":{\"ts\":1762340400000}}}]",
                            StandardCharsets.UTF_8)
                    + "&timestamp=1762340400001",
            "{\"meeting_id\":\"m\",\"internal_meeting_id\":\"i\",\"data\":{\"start\":\"2026-11-05T09:00:00Z\",\"finish\":\"2026-11-05T11:00:00Z\","
                    + "\"attendees\":[{\"ext_user_id\":\"a\",\"name\":\"b\",\"joins\":[\"2026-11-05T09:00:00Z\"],\"leaves\":[],\"sessions\":[{\"joins\":"
                    + "[{\"timestamp\":\"2026-11-05T09:00:00Z\",\"userid\":\"w\"}],\"lefts\":[]}]}]}}",
            "<response><returncode>SUCCESS</returncode><internalMeetingID>i-1</internalMeetingID><endTime>12</endTime><attendees><attendee>"
                    + "<userID>a</userID><fullName>b</fullName></attendee></attendees></response>");

    private final WebhookEventParser events = new WebhookEventParser();

    @Property(tries = 200)
    void random_bytes(@ForAll byte[] bytes) {
        everyReader(bytes);
    }

    @Property(tries = 1500)
    void real_bodies_with_bytes_changed_dropped_and_doubled(@ForAll("mutated") byte[] bytes) {
        everyReader(bytes);
    }

    private void everyReader(byte[] bytes) {
        try {
            assertThat(events.read(bytes, NOW))
                    .allSatisfy(event -> assertThat(event.at())
                            .isBetween(Instant.parse("2010-01-01T00:00:00Z"), NOW.plusSeconds(367 * 86_400L)));
        } catch (UnreadablePayloadException e) {
            assertThat(e.key()).startsWith("connectors.bigbluebutton.problem.");
        }
        try {
            assertThat(AnalyticsReport.read(bytes).stays())
                    .allSatisfy(stay -> assertThat(stay.to()).isAfter(stay.from()));
        } catch (UnreadablePayloadException e) {
            assertThat(e.key()).startsWith("connectors.bigbluebutton.problem.");
        }
        try {
            assertThat(MeetingInfo.of(BigBlueButtonXml.parse(bytes)).occurrence())
                    .isNotEmpty();
        } catch (UnreadablePayloadException e) {
            assertThat(e.key()).startsWith("connectors.bigbluebutton.problem.");
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Arbitraries.of(FIXTURES).flatMap(fixture -> Arbitraries.randomValue(random -> mutate(fixture, random)));
    }

    private static byte[] mutate(String fixture, Random random) {
        byte[] bytes = fixture.getBytes(StandardCharsets.UTF_8);
        int changes = random.nextInt(10);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = "%&=+[]{}<>\"0-".getBytes(StandardCharsets.UTF_8)[random.nextInt(13)];
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, at + 1);
                default -> {
                    byte[] doubled = new byte[bytes.length + Math.min(40, bytes.length - at)];
                    System.arraycopy(bytes, 0, doubled, 0, bytes.length);
                    System.arraycopy(bytes, at, doubled, bytes.length, doubled.length - bytes.length);
                    bytes = doubled;
                }
            }
        }
        return bytes;
    }
}
