package fr.educentre.assidu.imports.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes: sessions, or what is wrong, soon. */
class CalendarSessionReaderProperties {

    private static final List<String> FIXTURES = List.of(
            text(Diary.event(
                    "a",
                    "DTSTART;TZID=Romance Standard Time:20261019T090000",
                    "DTEND;TZID=Romance Standard Time:20261019T170000",
                    "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=30;WKST=MO",
                    "EXDATE;TZID=Europe/Paris:20261026T090000,20261102T090000",
                    "RDATE:20261130T080000Z",
                    "ORGANIZER;CN=\"A; B\":mailto:ana@example.org",
                    "DESCRIPTION:https://us02web.zoom.us/j/81234567890?pwd=a\\nb\\, c")),
            text(
                    Diary.event(
                            "b",
                            "DTSTART:20261124T080000Z",
                            "DURATION:PT3H",
                            "RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1"),
                    Diary.event(
                            "b",
                            "RECURRENCE-ID:20261225T080000Z",
                            "DTSTART:20261226T080000Z",
                            "DTEND:20261226T110000Z",
                            "STATUS:CANCELLED",
                            "SEQUENCE:4")),
            text(
                    "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                            + Diary.event(
                                    "c",
                                    "DTSTART;TZID=Mine:20261124T090000",
                                    "DURATION:P1W",
                                    "RRULE:FREQ=YEARLY;BYYEARDAY=1,100,-1;BYWEEKNO=20;UNTIL=20300101")));

    private static final List<String> WORDS = List.of(
            "FREQ=SECONDLY",
            "INTERVAL=99999999999",
            "COUNT=2147483647",
            "BYDAY=-53SU,53MO",
            "BYMONTHDAY=-31,31",
            "BYWEEKNO=53",
            "UNTIL=99991231T235959Z",
            "DTSTART:00010101T000000",
            "TZID=",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "\r\n ",
            "\"",
            "\\",
            "é",
            "\u0000");

    private static String text(String... events) {
        return new String(Diary.calendar(events), StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void random_bytes(@ForAll byte[] bytes) {
        readable(bytes);
    }

    @Property(tries = 4000)
    void real_calendars_with_bytes_changed_dropped_doubled_and_words_put_in(@ForAll("mutated") byte[] bytes) {
        readable(bytes);
    }

    private static void readable(byte[] bytes) {
        long begun = System.nanoTime();
        try {
            var result = CalendarSessionReader.read(bytes, Diary.context());
            assertThat(result.sessions()).allSatisfy(session -> {
                assertThat(session.slot().endsAt()).isAfter(session.slot().startsAt());
                assertThat(Duration.between(
                                session.slot().startsAt(), session.slot().endsAt()))
                        .isLessThanOrEqualTo(Duration.ofHours(5));
                assertThat(session.event().title()).isNotBlank();
            });
            assertThat(result.left())
                    .allSatisfy(left -> assertThat(left.why().key()).isNotBlank());
        } catch (Refusal refusal) {
            assertThat(refusal.key()).startsWith("refusal.calendar.");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Arbitraries.of(FIXTURES).flatMap(fixture -> Arbitraries.randomValue(random -> mutate(fixture, random)));
    }

    private static byte[] mutate(String fixture, Random random) {
        byte[] bytes = fixture.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(10);
        // The head stays in most cases: without it there is no calendar to read.
        int head = random.nextInt(10) == 0 ? 0 : 17;
        for (int i = 0; i < changes && bytes.length > head + 1; i++) {
            int at = head + random.nextInt(bytes.length - head);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = ":;=,\r\n 0123456789TZ-+\"/".getBytes(StandardCharsets.UTF_8)[random.nextInt(23)];
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = insert(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 60)));
                default ->
                    bytes = insert(
                            bytes, at, WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
