package fr.educentre.assidu.sources.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.sources.simulator.FakeZoomMeeting;
import fr.educentre.assidu.sources.simulator.ZoomEmitter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is sent, reading it ends, and ends in one of the answers. */
class ZoomReadingProperties {

    private static final Instant START = Instant.parse("2026-11-05T08:00:00Z");
    private static final List<ZoomEmitter.Event> EVENTS = new ZoomEmitter(
                    URI.create("http://127.0.0.1/"), "s", Clock.systemUTC())
            .events(new FakeZoomMeeting(
                    "86431910364",
                    "u==",
                    "T",
                    START,
                    START.plusSeconds(60),
                    List.of(FakeZoomMeeting.Stay.of("1", "Zoé", "z@example.org", START, START.plusSeconds(30)))));
    private static final String REPORT =
            "{\"next_page_token\":\"n\",\"participants\":[{\"user_id\":\"1\",\"name\":\"Z\",\"join_time\":"
                    + "\"2026-11-05T08:00:00Z\",\"leave_time\":\"2026-11-05T09:00:00Z\",\"duration\":3600}]}";

    private final ZoomEventParser reader = new ZoomEventParser();

    @Property
    void bytes(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(reader.read(bytes)).isNotNull();
        assertThat(ZoomReportPage.read(bytes)).isNotNull();
    }

    @Property
    void mutated(@ForAll @IntRange(max = 3) int which, @ForAll long seed) {
        byte[] bytes = mutated(EVENTS.get(which).body(), seed);
        assertThat(reader.read(bytes)).isNotNull();
        assertThat(ZoomReportPage.read(mutated(REPORT, seed))).isNotNull();
    }

    private static byte[] mutated(String text, long seed) {
        var random = new Random(seed);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:0n".charAt(random.nextInt(9));
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }
}
