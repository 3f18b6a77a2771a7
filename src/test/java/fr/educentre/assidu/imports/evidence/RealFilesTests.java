package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of the vendors as they came, where the folder that holds them is at hand. */
class RealFilesTests {

    @ParameterizedTest
    @CsvSource({
        "zoom-2020-join-leave.csv, 2020-09-29T10:00, 2020-09-29T12:00, ZOOM, zoom-participants, 5, 4",
        "zoom-2026-join-leave.csv, 2026-09-03T08:30, 2026-09-03T10:00, ZOOM, zoom-participants, 1, 1",
        "teams-2020-en-utf16le.csv, 2020-12-11T13:00, 2020-12-11T16:00, TEAMS, teams-actions, 19, 5",
        "teams-2021-fr-utf16le.csv, 2021-04-13T09:00, 2021-04-13T12:00, TEAMS, teams-report, 7, 6",
        "teams-2022-en-sections-utf16be.csv, 2022-11-14T09:30, 2022-11-14T10:00, TEAMS, teams-report-sections, 7, 7",
        "bigbluebutton-learning-dashboard.json, 2022-03-31T20:00, 2022-03-31T21:00, BIGBLUEBUTTON, bigbluebutton-dashboard, 2, 1",
    })
    void every_export_is_read_whole(
            String name, String from, String to, String source, String format, int connections, int people)
            throws IOException {
        Path file = Path.of(System.getProperty("assidu.test.data", "../shared/data"), name);
        Assumptions.assumeTrue(Files.exists(file), "no real files here");
        ZoneId zone = ZoneId.of("Europe/Paris");
        var reading = new EvidenceFileReader()
                .read(Files.readAllBytes(file), EvidenceFileReaderTests.session(from, to, zone));
        assertThat(reading).isInstanceOfSatisfying(Understood.class, understood -> {
            assertThat(understood.source()).hasToString(source);
            assertThat(understood.format()).isEqualTo(format);
            assertThat(understood.skipped()).isEmpty();
            assertThat(understood.sightings()).hasSize(connections);
            assertThat(understood.sightings())
                    .extracting((Sighting one) -> one.person().key())
                    .satisfies(
                            keys -> assertThat(keys.stream().distinct().count()).isEqualTo(people));
        });
    }
}
