package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.tables.FileShapes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports and sheets say the same in whatever shape a spreadsheet saved them. */
class EvidenceShapesTests {

    private static final EvidenceFileContext MORNING =
            EvidenceFileReaderTests.session("2026-11-05T09:00", "2026-11-05T12:00", ZoneId.of("Europe/Paris"));
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 5, 9, 0);

    static Stream<Arguments> reports() {
        return shapes(List.of(
                List.of(
                        "Nom (nom original)",
                        "Adresse e-mail",
                        "Heure d'arrivée",
                        "Heure de départ",
                        "Durée (minutes)"),
                List.of("Zoé Roy", "zoe@example.org", NINE, NINE.plusMinutes(90), "90"),
                List.of("Ève Roy", "eve@example.org", NINE.plusMinutes(15), NINE.plusMinutes(60), "45")));
    }

    static Stream<Arguments> teams() {
        return shapes(List.of(
                List.of("Nom complet", "Première participation", "Dernière sortie", "Durée", "Courriel", "Rôle"),
                List.of("Zoé Roy", NINE, NINE.plusMinutes(90), "1h 30m", "zoe@example.org", "Participant"),
                List.of(
                        "Ève Roy",
                        NINE.plusMinutes(15),
                        NINE.plusMinutes(60),
                        "45m",
                        "eve@example.org",
                        "Participant")));
    }

    static Stream<Arguments> sheets() {
        LocalDate day = NINE.toLocalDate();
        return shapes(List.of(
                List.of("Date", "Nom", "Prénom", "Courriel", "Statut"),
                List.of(day, "Roy", "Zoé", "zoe@example.org", "Présent"),
                List.of(day, "Roy", "Ève", "eve@example.org", "Absente"),
                List.of(day.plusDays(1), "Roy", "Lou", "lou@example.org", "Présent")));
    }

    private static Stream<Arguments> shapes(List<List<Object>> table) {
        return FileShapes.of(table).entrySet().stream().map(shape -> Arguments.of(shape.getKey(), shape.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void a_report_of_connections_is_read_in_any_shape(String shape, byte[] content) {
        connections(content, "ZOOM");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("teams")
    void a_report_of_attendance_is_read_in_any_shape(String shape, byte[] content) {
        connections(content, "TEAMS");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sheets")
    void a_sign_in_sheet_is_read_in_any_shape(String shape, byte[] content) {
        Understood sheet = understood(content);
        assertThat(sheet.sightings())
                .extracting(one -> one.person().email() + " " + one.payload().get("status"))
                .containsExactly("zoe@example.org PRESENT", "eve@example.org ABSENT");
        assertThat(sheet.skipped()).extracting(EvidenceFileContent.Skipped::why).containsExactly("otherSession");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sheets")
    void a_partner_s_sheet_is_read_in_any_shape(String shape, byte[] content) {
        var table = (SignInTableParser.Reading.Table) SignInTableParser.read(content, SheetMappings.NONE);
        assertThat(table.table().lines())
                .extracting(line -> line.person().email() + " " + line.slot().date())
                .containsExactly(
                        "zoe@example.org 2026-11-05", "eve@example.org 2026-11-05", "lou@example.org 2026-11-06");
    }

    @Test
    void a_day_that_does_not_exist_does_not_turn_the_others_round() {
        byte[] sheet = "Date;Nom;Prénom;Statut\n05/11/2026;Roy;Zoé;Présent\n31/02/2026;Roy;Ève;Présent\n"
                .getBytes(StandardCharsets.UTF_8);
        var table = (SignInTableParser.Reading.Table) SignInTableParser.read(sheet, SheetMappings.NONE);
        assertThat(table.table().lines())
                .extracting(line -> line.slot().date() + " " + line.slot().unreadable())
                .containsExactly("2026-11-05 null", "null session_date");
    }

    private static void connections(byte[] content, String source) {
        Understood report = understood(content);
        assertThat(report.source().name()).isEqualTo(source);
        assertThat(report.sightings())
                .extracting(one -> one.person().email() + " "
                        + Duration.between(one.from(), one.to()).toMinutes())
                .containsExactly("zoe@example.org 90", "eve@example.org 45");
    }

    private static Understood understood(byte[] content) {
        return (Understood) new EvidenceFileReader().read(content, MORNING);
    }
}
