package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout of Teams' files, in every encoding and with every separator they have been seen in, tells the same. */
class TeamsFilesTests {

    private static final Map<String, String> LAYOUTS = new LinkedHashMap<>();

    static {
        LAYOUTS.put("teams-actions", """
                Full Name|User Action|Timestamp
                Faure, Zoé|Joined before|11/5/2026, 9:00:46 AM
                Karim Ben|Joined|11/5/2026, 9:10:00 AM
                Karim Ben|Left|11/5/2026, 10:00:00 AM
                Faure, Zoé|Left|11/5/2026, 12:00:12 PM""");
        LAYOUTS.put("teams-actions FR", """
                Nom complet|Action de l’utilisateur|Horodatage
                Faure, Zoé|A rejoint avant|05/11/2026 à 09:00:46
                Karim Ben|A rejoint|05/11/2026 à 09:10:00
                Karim Ben|A quitté|05/11/2026 à 10:00:00
                Faure, Zoé|A quitté|05/11/2026 à 12:00:12
                """);
        LAYOUTS.put("teams-actions DE", """
                Vollständiger Name|Benutzeraktion|Zeitstempel
                Faure, Zoé|Beigetreten|05.11.2026, 09:00:46
                Karim Ben|Beigetreten|05.11.2026, 09:10:00
                Karim Ben|Verlassen|05.11.2026, 10:00:00
                Faure, Zoé|Verlassen|05.11.2026, 12:00:12
                """);
        LAYOUTS.put("teams-report", """
                Meeting Summary
                Total Number of Participants|2
                Meeting Title|Bases
                Meeting Start Time|11/5/2026, 8:59:00 AM
                Meeting End Time|11/5/2026, 12:01:00 PM

                Full Name|Join Time|Leave Time|Duration|Email|Role|Participant ID (UPN)
                Faure, Zoé|11/5/2026, 9:00:46 AM|11/5/2026, 12:00:12 PM|2h 59m|zoe@example.org|Presenter|zoe@example.org
                Karim Ben|11/5/2026, 9:10:00 AM|11/5/2026, 10:00:00 AM|50m 0s||Attendee|karim@example.org
                """);
        LAYOUTS.put("teams-report FR", """
                Résumé de la réunion
                Nombre total de participants|2
                Titre de la réunion|null
                Heure de début de la réunion|05/11/2026 à 08:59:00
                Heure de fin|05/11/2026 à 12:01:00

                Nom complet|Heure d’arrivée|Heure de départ|Durée|E-mail|Rôle
                Faure, Zoé|05/11/2026 à 09:00:46|05/11/2026 à 12:00:12|2\u00A0h 59\u00A0m|zoe@example.org|Organisateur
                Karim Ben|05/11/2026 à 09:10:00|05/11/2026 à 10:00:00|50\u00A0m|karim@example.org|Présentateur
                """);
        LAYOUTS.put("teams-report-sections", """
                1. Summary
                Meeting title|Bases
                Attended participants|2
                Start time|11/5/26, 8:59:00\u00A0AM
                End time|11/5/26, 12:01:00\u00A0PM
                Meeting duration|3h 2m

                2. Participants
                Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role
                Faure, Zoé|11/5/26, 9:00:46\u00A0AM|11/5/26, 12:00:12\u00A0PM|2h 59m|zoe@example.org|zoe@example.org|Organizer
                Karim Ben|11/5/26, 9:10:00\u00A0AM|11/5/26, 10:00:00\u00A0AM|50m |||Attendee

                3. In-Meeting Activities
                Name|Join Time|Leave Time|Duration|Email|Role
                Faure, Zoé|11/5/26, 9:00:46\u00A0AM|11/5/26, 12:00:12\u00A0PM|2h 59m|zoe@example.org|Organizer
                Karim Ben|11/5/26, 9:10:00\u00A0AM|11/5/26, 10:00:00\u00A0AM|50m 0s||Attendee
                """);
        LAYOUTS.put("teams-report-sections en-GB, four of them", """
                1. Summary
                Meeting title|null
                Start time|05/11/26, 08:59:00
                End time|05/11/26, 12:01:00

                2. Participants
                Name|First join|Last leave|In-meeting duration|Email|Participant ID (UPN)|Role
                Faure, Zoé|05/11/26, 09:00:46|05/11/26, 12:00:12|2h 59m|zoe@example.org|zoe@example.org|Organizer
                Karim Ben|05/11/26, 09:10:00|05/11/26, 10:00:00|50m|karim@example.org|karim@example.org|Attendee

                3. In-Meeting activities
                Name|Join time|Leave time|Duration|Email|Role
                Faure, Zoé|05/11/26, 09:00:46|05/11/26, 12:00:12|2h 59m|zoe@example.org|Organizer
                Karim Ben|05/11/26, 09:10:00|05/11/26, 10:00:00|50m|karim@example.org|Attendee

                4. Engagement
                Name|Reaction|Time
                Karim Ben|Like|05/11/26, 09:30:00
                """);
        LAYOUTS.put("teams-report-sections FR", """
                1. Résumé
                Titre de la réunion|Bases
                Participants présents|2
                Heure de début|05/11/2026 08:59:00
                Heure de fin|05/11/2026 12:01:00
                Durée de la réunion|3 h 2 min

                2. Participants
                Nom|Première participation|Dernier départ|Durée de la participation|E-mail|ID de participant (UPN)|Rôle
                Faure, Zoé|05/11/2026 09:00:46|05/11/2026 12:00:12|2 h 59 min|zoe@example.org|zoe@example.org|Organisateur
                Karim Ben|05/11/2026 09:10:00|05/11/2026 10:00:00|50 min|karim@example.org|karim@example.org|Participant

                3. Activités pendant la réunion
                Nom|Heure de participation|Heure de sortie|Durée|E-mail|Rôle
                Faure, Zoé|05/11/2026 09:00:46|05/11/2026 12:00:12|2 h 59 min|zoe@example.org|Organisateur
                Karim Ben|05/11/2026 09:10:00|05/11/2026 10:00:00|50 min|karim@example.org|Participant
                """);
        LAYOUTS.put("teams-report-sections UTC", """
                1. Summary
                Start time (UTC)|11/5/26, 7:59:00 AM
                End time (UTC)|11/5/26, 11:01:00 AM
                2. Participants
                Name|First Join (UTC)|Last Leave (UTC)|In-Meeting Duration|Email|Participant ID (UPN)|Role
                Faure, Zoé|11/5/26, 8:00:46 AM|11/5/26, 11:00:12 AM|2h 59m|zoe@example.org|x|Organizer
                Karim Ben|11/5/26, 8:10:00 AM|11/5/26, 9:00:00 AM|50m|karim@example.org|x|Attendee
                """);
        LAYOUTS.put("teams-live-event", """
                SessionId|ParticipantId|FullName|UserAgent|UtcEventTimestamp|Action|Role
                s|p1|Faure, Zoé|Mozilla/5.0 (X11, Linux)|11/5/2026 8:00:46 AM|Joined|Attendee
                s|p2|Karim Ben|Mozilla/5.0|11/5/2026 8:10:00 AM|Joined|Attendee
                s|p2|Karim Ben|Mozilla/5.0|11/5/2026 9:00:00 AM|Left|Attendee
                s|p1|Faure, Zoé|Mozilla/5.0 (X11, Linux)|11/5/2026 11:00:12 AM|Left|Attendee
                """);
    }

    private final EvidenceFileReader reader = new EvidenceFileReader();
    private final EvidenceFileContext morning =
            EvidenceFileReaderTests.session("2026-11-05T09:00", "2026-11-05T12:00", EvidenceFileReaderTests.PARIS);

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (String layout : LAYOUTS.keySet()) {
            for (String encoding :
                    List.of("UTF-8", "UTF-8+", "UTF-16LE", "UTF-16LE+", "UTF-16BE", "UTF-16BE+", "windows-1252")) {
                for (String delimiter : List.of("\t", ";", ",")) {
                    all.add(Arguments.of(layout, encoding, delimiter));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} \"{2}\"")
    @MethodSource("everything")
    void every_file_tells_the_same(String layout, String encoding, String delimiter) {
        for (String end : List.of("\n", "\r\n")) {
            String text = delimited(LAYOUTS.getOrDefault(layout, ""), delimiter).replace("\n", end);
            var file = (Understood) reader.read(encoded(text, encoding), morning);
            assertThat(file.source()).isEqualTo(EvidenceSource.TEAMS);
            assertThat(file.format()).isEqualTo(layout.split(" ")[0]);
            assertThat(file.skipped()).isEmpty();
            assertThat(file.sightings())
                    .extracting(one -> one.person().name() + " " + time(one.from()) + "-" + time(one.to()))
                    .containsExactlyInAnyOrder("Faure, Zoé 09:00:46-12:00:12", "Karim Ben 09:10-10:00");
        }
    }

    @Test
    void an_address_that_stands_in_the_section_of_people_alone_is_found() {
        var file = (Understood) reader.read(encoded(delimited("""
                1. Summary
                Start time|11/5/26, 8:59:00 AM
                2. Participants
                Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role|Registration Email
                Zoé Faure|11/5/26, 9:00:00 AM|11/5/26, 12:00:00 PM|3h|||Attendee|zoe@example.org
                3. In-Meeting Activities
                Name|Join Time|Leave Time|Duration|Email|Role
                Zoé Faure|11/5/26, 9:00:00 AM|11/5/26, 12:00:00 PM|3h||Attendee
                """, "\t"), "UTF-16LE+"), morning);
        assertThat(file.sightings()).extracting(one -> one.person().email()).containsExactly("zoe@example.org");
    }

    @Test
    void whose_activities_are_missing_is_read_where_the_participants_are() {
        var file = (Understood) reader.read(encoded(delimited("""
                1. Summary
                Start time|11/5/26, 8:59:00 AM
                2. Participants
                Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role
                Zoé Faure|11/5/26, 9:00:00 AM|11/5/26, 12:00:00 PM|3h|zoe@example.org||Attendee
                Hugo Roy|11/5/26, 11:05:00 AM|11/5/26, 11:50:00 AM|45m|hugo@example.org||Attendee
                3. In-Meeting Activities
                Name|Join Time|Leave Time|Duration|Email|Role
                Zoé Faure|11/5/26, 9:00:00 AM|11/5/26, 12:00:00 PM|3h|zoe@example.org|Attendee
                """, "\t"), "UTF-16LE+"), morning);
        assertThat(file.sightings())
                .extracting(one -> one.person().email() + " " + time(one.from()) + "-" + time(one.to()))
                .containsExactly("zoe@example.org 09:00-12:00", "hugo@example.org 11:05-11:50");
    }

    @Test
    void a_first_arrival_and_a_last_departure_without_a_duration_are_no_whole_presence() {
        var file = (Understood) reader.read(encoded(delimited("""
                1. Summary
                Start time|11/5/26, 8:59:00 AM
                2. Participants
                Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role
                Zoé Faure|11/5/26, 9:00:00 AM|11/5/26, 12:00:00 PM||zoe@example.org||Attendee
                """, "\t"), "UTF-16LE+"), morning);
        assertThat(file.sightings()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(TraceKind.SEEN);
            assertThat(one.payload()).containsEntry("why", "aggregatedNoDuration");
        });
    }

    @Test
    void two_people_of_one_name_in_a_live_event_are_told_apart() {
        var file = (Understood) reader.read("""
                SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp
                s,p1,Lou,x,11/5/2026 8:00:00 AM
                s,p2,Lou,x,11/5/2026 8:30:00 AM
                s,p1,Lou,x,11/5/2026 9:00:00 AM
                s,p2,Lou,x,11/5/2026 11:00:00 AM
                """.getBytes(StandardCharsets.UTF_8), morning);
        assertThat(file.sightings())
                .extracting(one -> time(one.from()) + "-" + time(one.to()))
                .containsExactlyInAnyOrder("09:00-10:00", "09:30-12:00");
    }

    private static String time(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(EvidenceFileReaderTests.PARIS).toLocalTime().toString();
    }

    private static String delimited(String layout, String delimiter) {
        return Arrays.stream(layout.split("\n", -1))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(cell -> cell.contains(delimiter) ? '"' + cell + '"' : cell)
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\n"));
    }

    /** @param encoding with a plus sign: with its byte order mark */
    private static byte[] encoded(String text, String encoding) {
        boolean mark = encoding.endsWith("+");
        return ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding.replace("+", "")));
    }
}
