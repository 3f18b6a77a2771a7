package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, a reading comes back: understood or said not to be. */
class EvidenceFileReaderProperties {

    private static final List<String> FIXTURES = List.of(
            "Topic,ID,Duration (minutes),Start time,End time,Participants\nC,1,77,\"11/05/2026 08:30:26 AM\",\"11/05/2026 09:46:50 AM\",2\n\n"
                    + "Name (original name),Email,Join time,Leave time,Duration (minutes)\nA (B),a@b.c,\"11/05/2026 08:30:00 AM\",\"11/05/2026 09:30:00 AM\",60\n",
            "Full Name\tUser Action\tTimestamp\nA\tJoined\t11/12/2020, 12:27:24\nA\tLeft\t11/12/2020, 12:45:18\n",
            "1. Summary\nStart time\t11/5/26, 8:59:07 AM\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\n"
                    + "A\t11/5/26, 9:00:46 AM\t11/5/26, 12:00:12 PM\t3h\ta@b.c\n3. X\nName\tA\tB\tC\nA\t05.11.2026, 09:00:46\t05.11.2026, 12:00:12\t5s\n",
            "Matricule;Nom;Statut;Signé le;Retard\nA1;B;Présent;05/11/2026 09:02;\nA2;C;Retard;;20\n",
            "{\"extId\":\"r\",\"createdOn\":1,\"endedOn\":9,\"users\":{\"a\":{\"extId\":\"x\",\"intIds\":{\"w\":{\"registeredOn\":1,\"leftOn\":2,\"sessions\":[{}]}}}}}");

    private final EvidenceFileReader reader = new EvidenceFileReader();
    private final EvidenceFileContext session =
            EvidenceFileReaderTests.session("2026-11-05T09:00", "2026-11-05T12:00", EvidenceFileReaderTests.PARIS);

    @Property(tries = 300)
    void random_bytes(@ForAll byte[] bytes) {
        assertThat(reader.read(bytes, session)).isNotNull();
    }

    @Property(tries = 2000)
    void real_layouts_with_bytes_changed_dropped_and_doubled(@ForAll("mutated") byte[] bytes) {
        assertThat(reader.read(bytes, session)).isNotNull();
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Arbitraries.of(FIXTURES).flatMap(fixture -> Arbitraries.randomValue(random -> mutate(fixture, random)));
    }

    private static byte[] mutate(String fixture, Random random) {
        byte[] bytes = fixture.getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 ->
                    bytes[at] = "\",;\t\n\r0123456789/:@(){}[]".getBytes(StandardCharsets.UTF_8)[random.nextInt(25)];
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
