package fr.educentre.assidu.sources.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, notifications and reports are read or said not to be; and the order of records changes nothing. */
class TeamsReadingProperties {

    private static final String RECORD =
            "{\"emailAddress\":%s,\"role\":\"Attendee\",\"identity\":%s,\"attendanceIntervals\":["
                    + "{\"joinDateTime\":\"2026-10-05T07:0%d:00.1234567Z\",\"leaveDateTime\":\"2026-10-05T08:00:00.7654321Z\"},"
                    + "{\"joinDateTime\":null,\"leaveDateTime\":null,\"durationInSeconds\":0}]}";
    private static final List<String> RECORDS = List.of(
            RECORD.formatted("\"A@b.c\"", "{\"id\":\"e1\",\"displayName\":\"Zoé\"}", 1),
            RECORD.formatted("\"a@b.c\"", "{\"id\":\"e1\",\"displayName\":\"Zoé\"}", 2),
            RECORD.formatted("null", "null", 3),
            RECORD.formatted("null", "{\"id\":null,\"displayName\":\"Karim\"}", 4));
    private static final List<String> FIXTURES = List.of(
            report(RECORDS),
            "{\"value\":[{\"subscriptionId\":\"s\",\"clientState\":\"c\",\"resource\":\"communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fx%2F19%253ameeting_a%2540thread.v2')\","
                    + "\"resourceData\":{\"eventType\":\"Microsoft.Communication.CallRosterUpdate\",\"eventDateTime\":\"2026-10-05T07:00:00.1234567Z\","
                    + "\"activeParticipants@joined\":[{\"Id\":\"p\",\"Identity\":{\"User\":{\"Id\":\"u\",\"DisplayName\":\"Z\"}}}]}}]}");

    private final ChangeNotificationParser notices =
            new ChangeNotificationParser(new NotificationDecryptor((connector, name) -> Optional.of("bm8ga2V5")));

    private static String report(List<String> records) {
        return "{\"report\":{\"id\":\"r\",\"meetingStartDateTime\":\"2026-10-05T07:00:00Z\",\"meetingEndDateTime\":\"2026-10-05T08:00:00.77Z\"},"
                + "\"pages\":[{\"value\":[" + String.join(",", records) + "]}]}";
    }

    @Property(tries = 300)
    void random_bytes(@ForAll byte[] bytes) {
        assertThat(notices.read(bytes)).isNotNull();
        assertThat(TeamsReport.read(bytes)).isEmpty();
    }

    @Property(tries = 2000)
    void real_shapes_with_bytes_changed_dropped_and_doubled(@ForAll("mutated") byte[] bytes) {
        assertThat(notices.read(bytes)).isNotNull();
        TeamsReport.read(bytes)
                .ifPresent(report -> assertThat(report.stays()).allSatisfy(stay -> {
                    assertThat(stay.from()).isBefore(stay.to());
                    assertThat(stay.person().key()).isNotBlank();
                }));
    }

    @Property(tries = 100)
    void the_order_of_records_changes_nothing(@ForAll Random random) {
        List<String> shuffled = new ArrayList<>(RECORDS);
        Collections.shuffle(shuffled, random);
        TeamsReport read = TeamsReport.read(report(shuffled).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(read)
                .isEqualTo(TeamsReport.read(report(RECORDS).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow());
        assertThat(read.stays()).extracting(TeamsReport.Stay::connection).containsExactly("e1#1", "e1#2", "karim#1");
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Arbitraries.of(FIXTURES).flatMap(fixture -> Arbitraries.randomValue(random -> mutate(fixture, random)));
    }

    private static byte[] mutate(String fixture, Random random) {
        byte[] bytes = fixture.getBytes(StandardCharsets.UTF_8);
        byte[] marks = "\"{}[],:%'0123456789/@eEnZ-+\\".getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> bytes[at] = marks[random.nextInt(marks.length)];
            }
        }
        return bytes;
    }
}
