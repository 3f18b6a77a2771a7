package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a partner sends, a reading comes back; the order of lines and their repetition change nothing. */
class SignInTableParserProperties {

    private static final List<String> FIXTURES = List.of(
            "session_external_id;session_date;start;half_day;learner_external_id;email;status;signed_at;late_minutes\n"
                    + "S1;2026-11-05;09:00;AM;L1;a@b.fr;PRESENT;2026-11-05T09:01:00;\nS1;05/11/2026;9h;Matin;L2;;Retard;;20\n",
            "{\"rows\":[{\"session_external_id\":\"S1\",\"learnerExternalId\":\"L1\",\"status\":true,\"late_minutes\":3},"
                    + "{\"email\":\"a@b.fr\",\"signed_at\":\"2026-11-05T08:01:00Z\",\"status\":null}]}",
            "[{\"Matricule\":12,\"Présence\":\"X\",\"Date\":\"05.11.26\"}]",
            "Jour,Qui,Quoi\n20261105,L1,Vu\n20261105,L2,Pas vu\n");

    private static final SheetMapping MAPPING = new SheetMapping(
            List.of("Jour", "Qui", "Quoi"),
            Map.of("session_date", "Jour", "learner_external_id", "Qui", "status", "Quoi"),
            "yyyyMMdd",
            null,
            null,
            Map.of("Vu", "PRESENT", "Pas vu", "ABSENT"));

    private static final SessionInfo SESSION = new SessionInfo(
            new UUID(1, 1),
            "S1",
            "Atelier",
            new SessionInfo.Course(new UUID(1, 2), "G", null, null),
            new SessionInfo.Person(new UUID(1, 4), "Anne"),
            new SessionInfo.Schedule(
                    LocalDate.of(2026, 11, 5),
                    Instant.parse("2026-11-05T08:00:00Z"),
                    Instant.parse("2026-11-05T11:00:00Z"),
                    List.of(),
                    180),
            new SessionInfo.Place(
                    new UUID(1, 3), "Paris", EvidenceFileReaderTests.PARIS, Modality.IN_PERSON, null, null),
            new SessionInfo.Progress(SessionState.PLANNED, null));

    @Property(tries = 300)
    void random_bytes(@ForAll byte[] bytes) {
        readAll(bytes);
    }

    @Property(tries = 1500)
    void messages_with_bytes_changed_dropped_and_doubled(@ForAll("mutated") byte[] bytes) {
        readAll(bytes);
    }

    @Property(tries = 100)
    void lines_in_any_order_and_twice_are_the_same_traces(@ForAll Random random) {
        String[] lines = FIXTURES.getFirst().split("\n");
        List<String> rows = Arrays.asList(lines[1], lines[2], lines[1]);
        Collections.shuffle(rows, random);
        assertThat(keys(lines[0] + "\n" + String.join("\n", rows)))
                .isEqualTo(keys(FIXTURES.getFirst()))
                .hasSize(2);
    }

    private static List<String> keys(String text) {
        return traces(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(one -> one.origin().key())
                .sorted()
                .toList();
    }

    private static void readAll(byte[] bytes) {
        assertThat(traces(bytes)).allSatisfy(trace -> {
            assertThat(trace.origin().key()).hasSizeLessThanOrEqualTo(200);
            assertThat(trace.person().key()).isNotBlank().hasSizeLessThanOrEqualTo(200);
            assertThat(trace.about().sessionId()).isEqualTo(SESSION.id());
        });
        SheetPreview.of(bytes).ifPresent(preview -> assertThat(preview.rows()).isNotEmpty());
    }

    private static List<NewTrace> traces(byte[] bytes) {
        SheetMappings known = headings -> MAPPING.fingerprint().equals(SheetMapping.fingerprint(headings))
                ? Optional.of(MAPPING)
                : Optional.empty();
        return switch (SignInTableParser.read(bytes, known)) {
            case SignInTableParser.Reading.Unread unread -> List.of();
            case SignInTableParser.Reading.Table table ->
                table.table()
                        .tracesOf(
                                SESSION,
                                table.table().lines().stream()
                                        .map(SignInTableParser.Line::number)
                                        .collect(Collectors.toSet()),
                                Channel.WEBHOOK,
                                null,
                                line -> "")
                        .traces();
        };
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Arbitraries.of(FIXTURES).flatMap(fixture -> Arbitraries.randomValue(random -> mutate(fixture, random)));
    }

    private static byte[] mutate(String fixture, Random random) {
        byte[] bytes = fixture.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(10);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = "\",;\t\n0123456789/:T{}[]".getBytes(StandardCharsets.UTF_8)[random.nextInt(22)];
                default -> bytes = Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }
}
