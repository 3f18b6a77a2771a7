package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.tables.RawWorkbook;
import fr.educentre.assidu.training.TimeSlot;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFileReaderTests {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final EvidenceFileReader reader = new EvidenceFileReader();

    static EvidenceFileContext session(String from, String to, ZoneId zone) {
        return new EvidenceFileContext(
                new TimeSlot(
                        LocalDateTime.parse(from).atZone(zone).toInstant(),
                        LocalDateTime.parse(to).atZone(zone).toInstant()),
                zone,
                "SEA-1");
    }

    private final EvidenceFileContext morning = session("2026-11-05T09:00", "2026-11-05T12:00", PARIS);

    private Understood understood(String text) {
        return understood(text.getBytes(StandardCharsets.UTF_8), morning);
    }

    private Understood understood(byte[] bytes, EvidenceFileContext context) {
        return (Understood) reader.read(bytes, context);
    }

    private static List<String> lines(Understood file) {
        return file.sightings().stream()
                .filter(one -> one.kind() != TraceKind.SEEN)
                .map(one -> one.person().shown() + " " + time(one.from()) + "-" + time(one.to()))
                .toList();
    }

    private static String time(java.time.@org.jspecify.annotations.Nullable Instant at) {
        return at == null ? "" : at.atZone(PARIS).toLocalTime().toString();
    }

    private static List<String> partly(Understood file) {
        return file.sightings().stream()
                .filter(one -> one.kind() == TraceKind.SEEN)
                .map(one -> one.line() + " " + one.payload().get("why"))
                .toList();
    }

    private static List<String> skipped(Understood file) {
        return file.skipped().stream().map(one -> one.line() + " " + one.why()).toList();
    }

    @Test
    void zoom_old_layout_with_a_re_join_and_a_waiting_room() {
        var file = understood("""
            Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
            864 3191 0364,Bases,11/05/2026 08:55:00 AM,11/05/2026 12:01:00 PM,host@example.org,186,3,

            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room
            zoe (Zoé Faure),ZOE@example.org,11/05/2026 08:58:00 AM,11/05/2026 10:00:00 AM,62,No,No
            zoe (Zoé Faure),zoe@example.org,11/05/2026 10:05:00 AM,11/05/2026 12:01:00 PM,116,No,No
            Karim,,11/05/2026 08:50:00 AM,11/05/2026 08:58:00 AM,8,Yes,Yes
            Karim,,11/05/2026 09:20:00 AM,11/05/2026 12:00:30 PM,161,Yes,No
            """);
        assertThat(file.source()).isEqualTo(EvidenceSource.ZOOM);
        assertThat(file.meetingId()).isEqualTo("864 3191 0364");
        assertThat(lines(file))
                .containsExactly("Zoé Faure 08:58-10:00", "Zoé Faure 10:05-12:01", "Karim 09:20-12:00:30");
        assertThat(file.sightings().getFirst().person().key()).isEqualTo("zoe@example.org");
        assertThat(skipped(file)).containsExactly("7 waitingRoom");
        assertThat(time(file.reaches())).isEqualTo("12:01");
    }

    @Test
    void zoom_new_layout_day_and_month_by_what_fits_the_session() {
        var file = understood("""
            Topic,ID,Host,Duration (minutes),Start time,End time,Participants
            Bases,86431910364,Anne (anne@example.org),180,"05/11/2026 09:00:00","05/11/2026 12:00:00",1

            Name (original name),Email,Join time,Leave time,Duration (minutes),Guest
            12345_Student One,s1@example.org,"05/11/2026 09:00:00","05/11/2026 12:00:00",180,No
            """);
        assertThat(lines(file)).containsExactly("12345_Student One 09:00-12:00");
    }

    @Test
    void zoom_in_french() {
        var file = understood("""
            N° de réunion,Sujet,Heure de début,Heure de fin,e-mail,Durée,Participants
            86431910364,Bases,05/11/2026 09:00:00,05/11/2026 12:00:00,a@example.org,180,1

            Nom (nom original),Adresse e-mail de l’utilisateur,Heure d’arrivée,Heure de départ,Durée (minutes),Invité,Salle d’attente
            Zoé Faure,zoe@example.org,05/11/2026 09:02:00,05/11/2026 12:00:00,178,Non,Non
            Zoé Faure,zoe@example.org,05/11/2026 08:59:00,05/11/2026 09:02:00,3,Non,Oui
            """);
        assertThat(file.meetingId()).isEqualTo("86431910364");
        assertThat(lines(file)).containsExactly("Zoé Faure 09:02-12:00");
        assertThat(skipped(file)).containsExactly("6 waitingRoom");
    }

    @Test
    void zoom_unique_users_gives_durations_which_show_a_presence_of_no_known_length() {
        var file = understood("""
            Name (original name),Email,Total duration (minutes),Guest
            Zoé Faure,zoe@example.org,180,No
            """);
        assertThat(lines(file)).isEmpty();
        assertThat(partly(file)).containsExactly("2 durationOnly");
        assertThat(file.sightings().getFirst().payload()).containsEntry("seconds", 10_800L);
        assertThat(file.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom (nom original)|Adresse e-mail de l’utilisateur|Heure d’arrivée|Heure de départ|Durée"
                        + " (minutes)|Invité|Salle d’attente",
                "Nom (nom original)|Adresse e-mail de l'utilisateur|Heure d'arrivée|Heure de départ|Durée"
                        + " (minutes)|Invité|Salle d'attente",
                "Nom (nom d’origine)|E-mail|Heure de connexion|Heure de déconnexion|Durée (minutes)|Invité|dans la"
                        + " salle d’attente",
                "\uFEFFNOM (NOM ORIGINAL)|Adresse électronique|Heure d’entrée|Heure de"
                        + " sortie|Durée\u00A0(minutes)|Invité|Dans la salle d’attente",
                "Nom d’utilisateur (nom d’origine)|Courriel|HEURE DE CONNEXION|HEURE DE DÉCONNEXION|Durée|Invité|Dans "
                        + " la salle d’attente",
            })
    void zoom_in_french_whatever_the_headers(String header) {
        var file = understood((header + """

            Zoé Faure|zoe@example.org|05/11/2026 09:02:00|05/11/2026 12:00:00|178|Non|Non
            Karim B|karim@example.org|05/11/2026 08:59:00|05/11/2026 09:02:00|3|Oui|Oui
            """).replace('|', ';'));
        assertThat(file.source()).isEqualTo(EvidenceSource.ZOOM);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:02-12:00");
        assertThat(file.sightings().getFirst().person().email()).isEqualTo("zoe@example.org");
        assertThat(file.sightings().getFirst().payload()).containsEntry("guest", false);
        assertThat(skipped(file)).containsExactly("3 waitingRoom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N° de réunion,Sujet,Heure de début,Heure de fin,e-mail,Durée,Participants\n"
                        + "86431910364,Bases,%s,%s,a@b.c,180,1",
                "ID de réunion,Sujet,Heure de début,Heure de fin,Adresse e-mail de l’utilisateur,Durée"
                        + " (minutes),Participants,\n"
                        + "864 3191 0364,Bases,%s,%s,a@b.c,180,1,",
                "Sujet,ID,Hôte,Durée (minutes),Heure de début,Heure de fin,Participants\n"
                        + "Bases,864 3191 0364,Anne (a@b.c),180,%s,%s,1",
                "Topic,ID,Duration (minutes),Start time,End time,Participants\nBases,864-3191-0364,180,%s,%s,1",
            })
    void zoom_meeting_block(String block) {
        var file = understood(block.formatted("05/11/2026 09:00:00", "05/11/2026 12:01:00") + """


            Nom (nom original),E-mail,Heure d’arrivée,Heure de départ,Durée (minutes)
            Zoé Faure,zoe@example.org,05/11/2026 09:02:00,05/11/2026 11:00:00,118
            """);
        assertThat(file.meetingId()).isNotNull();
        assertThat(file.meetingId().replaceAll("[ -]", "")).isEqualTo("86431910364");
        assertThat(time(file.reaches())).isEqualTo("12:01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/05/2026 09:02:00 AM|11/05/2026 12:00:00 PM",
                "11/05/2026 09:02|11/05/2026 12:00",
                "05/11/2026 09:02:00|05/11/2026 12:00:00",
                "05/11/26 09:02:00|05/11/26 12:00:00",
                "Nov 5, 2026 09:02:00|Nov 5, 2026 12:00:00",
                "2026-11-05T09:02:00+01:00|2026-11-05T11:00:00Z",
                "2026-11-05 09:02:00|2026-11-05 12:00:00",
            })
    void zoom_dates_as_its_exports_write_them(String times) {
        var file = understood("""
            Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room
            Zoé Faure,zoe@example.org,"%s","%s",178,No,OK,No
            """.formatted((Object[]) times.split("\\|")));
        assertThat(lines(file)).containsExactly("Zoé Faure 09:02-12:00");
    }

    @Test
    void zoom_unique_users_with_first_arrival_and_last_departure_count_only_without_absences_in_between() {
        var file = understood("""
            Name (original name),Email,Total duration (minutes),Guest,Join time,Leave time
            Zoé Faure,zoe@example.org,180,No,05/11/2026 09:00:00,05/11/2026 12:00:00
            Karim B,karim@example.org,60,No,05/11/2026 09:00:00,05/11/2026 12:00:00
            """);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:00-12:00");
        assertThat(partly(file)).containsExactly("3 aggregatedUsers");
    }

    @Test
    void zoom_webinar_saved_again_by_a_spreadsheet_and_its_callers() {
        var file = understood("""
            Attendee Report;;;;;;
            Report generated time;5 nov. 2026 13:00:00;;;;;
            Topic;Webinar ID;Actual Start Time;Actual Duration (minutes);# Registered;;
            Bases;864 3191 0364;05/11/2026 09:00:00;180;2;;
            Panelist Details;;;;;;
            Attended;User Name (Original Name);Email;Join Time;Leave Time;Time in Session (minutes);Is Guest
            Yes;Anne;anne@example.org;05/11/2026 08:59:00;05/11/2026 12:00:00;181;No
            Attendee Details;;;;;;
            Attended;User Name (Original Name);Email;Join Time;Leave Time;Time in Session (minutes);Is Guest
            Yes;Zoé Faure;zoe@example.org;05/11/2026 09:01:00;05/11/2026 12:00:00;179;Yes
            Other Attended;;;;;;
            User Name;Join Time;Leave Time;Time in Session (minutes);;;
            33612345678;05/11/2026 09:05:00;05/11/2026 12:00:00;175;;;
            """);
        assertThat(file.meetingId()).isEqualTo("864 3191 0364");
        assertThat(lines(file)).containsExactly("Anne 08:59-12:00", "Zoé Faure 09:01-12:00", "33612345678 09:05-12:00");
        assertThat(skipped(file)).isEmpty();
    }

    @Test
    void zoom_webinar() {
        var file = understood("""
            Attendee Report
            Report generated time,"Nov 5, 2026 13:00:00"
            Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered
            Bases,864 3191 0364,"Nov 5, 2026 09:00:00",180,2

            Host Details
            Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
            Yes,Anne,anne@example.org,"Nov 5, 2026 08:59:00","Nov 5, 2026 12:00:00",181,No,France
            Attendee Details
            Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
            Yes,Zoé Faure,Zoé,Faure,zoe@example.org,"Nov 1, 2026 09:00:00",approved,"Nov 5, 2026 09:01:00","Nov 5, 2026 12:00:00",179,Yes,France
            No,Karim B,Karim,B,karim@example.org,"Nov 1, 2026 09:00:00",approved,-,-,-,-,-
            """);
        assertThat(file.meetingId()).isEqualTo("864 3191 0364");
        assertThat(lines(file)).containsExactly("Anne 08:59-12:00", "Zoé Faure 09:01-12:00");
        assertThat(skipped(file)).containsExactly("12 didNotAttend");
    }

    private static final String TEAMS_2021 = """
        *Résumé de la réunion
        Nombre total de participants\t2
        Titre de la réunion\tnull
        Heure de début de la réunion\t05/11/2026 à 09:00:31
        Heure de fin\t05/11/2026 à 12:03:31

        Nom complet\tHeure d'arrivée\tHeure de départ\tDurée\tE-mail\tRôle
        Zoé Faure\t05/11/2026 à 09:01:31\t05/11/2026 à 11:45:31\t2\u00A0h 44\u00A0m\tzoe@example.org\tOrganisateur
        Karim Ben\t05/11/2026 à 09:05:00\t05/11/2026 à 12:00:00\t2\u00A0h 55\u00A0m\tkarim@example.org\tPrésentateur\
        """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void teams_2021_in_french_whatever_the_encoding(String charset) {
        var file = understood(TEAMS_2021.getBytes(Charset.forName(charset)), morning);
        assertThat(file.source()).isEqualTo(EvidenceSource.TEAMS);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:01:31-11:45:31", "Karim Ben 09:05-12:00");
        assertThat(time(file.reaches())).isEqualTo("12:03:31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void teams_sections_whatever_the_delimiter(String delimiter) {
        String text = """
            1. Summary
            Meeting title|null
            Start time|"11/5/26, 8:59:07 AM"
            End time|"11/5/26, 12:00:14 PM"

            2. Participants
            Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role
            "Faure, Zoé"|"11/5/26, 9:00:46 AM"|"11/5/26, 12:00:12 PM"|2h 40m|z@example.org|zoe@example.org|Presenter

            3. In-Meeting Activities
            Name|Join Time|Leave Time|Duration|Email|Role
            "Faure, Zoé"|"11/5/26, 9:00:46 AM"|"11/5/26, 10:00:12 AM"|59m 26s|z@example.org|Presenter
            "Faure, Zoé"|"11/5/26, 10:20:12\u202FAM"|"11/5/26, 12:00:12 PM"|1h 40m|z@example.org|Presenter

            4. Something else
            Name|What
            "Faure, Zoé"|raised a hand
            """.replace("|", delimiter);
        var file = understood(text);
        assertThat(lines(file)).containsExactly("Faure, Zoé 09:00:46-10:00:12", "Faure, Zoé 10:20:12-12:00:12");
        assertThat(file.format()).isEqualTo("teams-report-sections");
    }

    @Test
    void teams_section_of_activities_in_an_unknown_language_and_addresses_from_the_second() {
        var file = understood("""
            1. Zusammenfassung
            Titel\tx

            2. Teilnehmer
            Name\tErster Beitritt\tLetztes Verlassen\tDauer\tE-Mail\tTeilnehmer-ID (UPN)\tRolle
            Zoé Faure\t05.11.2026, 09:00:46\t05.11.2026, 12:00:12\t2 Std. 40 Min.\t\tzoe@example.org\tx

            3. Aktivitäten
            Name\tBeitritt\tVerlassen\tDauer\tE-Mail\tRolle
            Zoé Faure\t05.11.2026, 09:00:46\t05.11.2026, 12:00:12\t2 Std. 40 Min.\t\tx
            """);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:00:46-12:00:12");
        assertThat(file.sightings()).extracting(one -> one.person().key()).containsExactly("zoe@example.org");
    }

    @Test
    void teams_aggregated_lines_with_absences_in_between_show_a_presence_of_no_known_length() {
        var file = understood("""
            1. Summary
            Start time\t11/5/26, 9:00:00 AM
            2. Participants
            Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
            Zoé Faure\t11/5/26, 9:00:00 AM\t11/5/26, 12:00:00 PM\t10m 4s\tzoe@example.org\tx\tPresenter
            Karim Ben\t11/5/26, 9:00:00 AM\t11/5/26, 12:00:00 PM\t3h\tkarim@example.org\tx\tPresenter
            """);
        assertThat(lines(file)).containsExactly("Karim Ben 09:00-12:00");
        assertThat(partly(file)).containsExactly("5 aggregated");
    }

    @Test
    void teams_2020_list_pairs_arrivals_with_departures() {
        var file = understood("""
            Full Name\tUser Action\tTimestamp
            Zoé Faure\tJoined before\t05/11/2026, 09:00:00
            Karim Ben\tJoined\t05/11/2026, 09:10:00
            Karim Ben\tLeft\t05/11/2026, 09:40:00
            Karim Ben\tJoined\t05/11/2026, 09:50:00
            Karim Ben\tLeft\t05/11/2026, 12:01:00
            """);
        assertThat(lines(file))
                .containsExactly("Zoé Faure 09:00-12:01", "Karim Ben 09:10-09:40", "Karim Ben 09:50-12:01");
        assertThat(file.sightings().getFirst().payload()).containsEntry("implicitEnd", true);
    }

    @Test
    void whom_a_bigbluebutton_dashboard_names_without_a_length_was_seen() {
        long start = morning.slot().from().toEpochMilli();
        long end = morning.slot().to().toEpochMilli();
        var file = understood("""
            {"intId":"i","extId":"room-7","name":"n","createdOn":%1$d,"endedOn":%2$d,"users":{
             "a":{"extId":"APP-0001","name":"Zoé Faure","isModerator":false,"intIds":{"w_a":{"intId":"w_a","sessions":[]}}},
             "b":{"extId":"APP-0002","name":"Karim","isModerator":false,"intIds":{"w_b":{"intId":"w_b","sessions":[
               {"registeredOn":%1$d,"leftOn":%3$d}]}}},
             "c":{"extId":"APP-0003","name":"Lou","isModerator":false,"intIds":{"w_c":{"intId":"w_c","registeredOn":%1$d,"leftOn":0}}}}}
            """.formatted(start, end, start - 600_000));
        assertThat(lines(file)).containsExactly("Lou 09:00-12:00");
        assertThat(file.sightings())
                .filteredOn(one -> one.kind() == TraceKind.SEEN)
                .extracting(one -> one.person().issuedId())
                .containsExactly("APP-0001", "APP-0002");
    }

    @Test
    void bigbluebutton_dashboard_in_both_shapes() {
        long start = morning.slot().from().toEpochMilli();
        long end = morning.slot().to().toEpochMilli();
        var file = understood("""
            {"intId":"i","extId":"room-7","name":"n","createdOn":%1$d,"endedOn":%2$d,"users":{
             "a":{"extId":"APP-0001","name":"Zoé Faure","isModerator":false,"intIds":{"w_a":{"intId":"w_a","registeredOn":%1$d,"leftOn":0}}},
             "b":{"extId":"w_b","name":"Karim","isModerator":false,"intIds":{"w_b":{"intId":"w_b","sessions":[
               {"registeredOn":%1$d,"leftOn":%3$d},{"registeredOn":%4$d,"leftOn":%2$d}]}}}}}
            """.formatted(start, end, start + 600_000, start + 1_200_000));
        assertThat(file.source()).isEqualTo(EvidenceSource.BIGBLUEBUTTON);
        assertThat(file.meetingId()).isEqualTo("room-7");
        assertThat(lines(file)).containsExactly("Zoé Faure 09:00-12:00", "Karim 09:00-09:10", "Karim 09:20-12:00");
        assertThat(file.sightings().getFirst().person().issuedId()).isEqualTo("APP-0001");
        assertThat(file.sightings().getLast().person().issuedId()).isNull();
    }

    @Test
    void a_sign_in_sheet_in_french() {
        var file = understood("""
            Matricule;Nom;Prénom;Courriel;Présence;Signé le;Retard;Départ;Demi-journée
            APP-1;Faure;Zoé;zoe@example.org;Présent;05/11/2026 09:02;;;Matin
            APP-2;Ben;Karim;;Retard;;20;;Matin
            APP-3;Roy;Luc;;Excusé;;;;Matin
            APP-4;Roy;Ana;;Départ anticipé;;;11:15;Matin
            APP-5;Roy;Eva;;X;;;;Matin
            APP-6;Roy;Max;;peut-être;;;;Matin
            APP-7;Roy;Léa;;Absent;;;;Après-midi
            """);
        assertThat(file.sheet()).isTrue();
        assertThat(file.sightings())
                .filteredOn(one -> !one.unclear())
                .extracting(one -> one.person().key() + " " + one.kind() + " "
                        + one.payload().getOrDefault("status", "-") + " " + time(one.from()) + " " + time(one.to()))
                .containsExactly(
                        "APP-1 SIGNATURE - 09:02 ",
                        "APP-2 MARK LATE 09:20 ",
                        "APP-3 MARK ABSENT  ",
                        "APP-4 MARK LEFT_EARLY  11:15",
                        "APP-5 MARK PRESENT  ");
        assertThat(file.sightings().get(2).payload()).containsEntry("excused", true);
        assertThat(skipped(file)).containsExactlyInAnyOrder("7 unknownStatus", "8 otherSession");
    }

    @Test
    void a_sign_in_sheet_with_arrivals_and_departures_is_no_report_of_a_meeting() {
        var file = understood("""
            identifiant;nom;prénom;courriel;statut;signé le;retard;arrivée;départ
            A-1;Roy;Éva;;Présent;05/11/2026 09:02;;;
            ;;;zoe@example.org;Retard;05/11/2026 09:20;20;;
            A-3;;;;Absent;;;;
            A-4;;;;;;;09:05;12:00
            """);
        assertThat(file.source()).isEqualTo(EvidenceSource.FILE);
        assertThat(file.format()).isEqualTo("sign-in");
        assertThat(file.sightings().stream().map(one -> one.kind()).toList())
                .contains(TraceKind.SIGNATURE, TraceKind.MARK, TraceKind.INTERVAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Absent;05/11/2026 09:02;;|2 bothSaid|",
                "Absent;;09:30;11:30|2 bothSaid|",
                "Excusé;;;11:30|2 bothSaid|",
                "Absent;;09:00;12:00||MARK ABSENT  ",
                "Présent;;10:30;11:45||INTERVAL - 10:30 11:45",
                "Présent;;09:00;12:00||MARK PRESENT  ",
                "Présent;;09:50;||MARK LATE 09:50 ",
                "Présent;;;11:00||MARK LEFT_EARLY  11:00",
                "Présent;05/11/2026 09:50;09:50;||SIGNATURE - 09:50 ",
            })
    void a_line_that_says_both_is_refused_and_the_hours_of_who_was_there_count(
            String cells, @Nullable String refused, @Nullable String taken) {
        var file = understood(
                "Nom;Prénom;Courriel;Statut;Signé le;Arrivée;Départ\nFaure;Zoé;zoe@example.org;" + cells + "\n");
        if (refused != null) {
            assertThat(skipped(file)).containsExactly(refused);
            assertThat(file.sightings()).allMatch(Sighting::unclear);
        } else {
            assertThat(file.sightings())
                    .singleElement()
                    .satisfies(
                            one -> assertThat(one.kind() + " " + one.payload().getOrDefault("status", "-") + " "
                                            + time(one.from()) + " " + time(one.to()))
                                    .isEqualToIgnoringWhitespace(taken));
        }
    }

    @Test
    void a_sign_in_sheet_with_the_names_of_the_specification() {
        var file = understood("""
            session_external_id,session_date,start,end,half_day,learner_external_id,last_name,first_name,email,status,signed_at,late_minutes,left_at,signature_ref,signer_role,ip,comment
            SEA-1,2026-11-05,09:00,12:00,AM,APP-1,Faure,Zoé,zoe@example.org,PRESENT,2026-11-05T08:02:00Z,,,sig-1,LEARNER,192.0.2.1,
            SEA-1,2026-11-05,09:00,12:00,AM,,Anne,Roux,anne@example.org,PRESENT,2026-11-05T09:01:00+01:00,,,sig-2,TRAINER,,
            SEA-2,2026-11-05,09:00,12:00,AM,APP-2,Ben,Karim,karim@example.org,ABSENT,,,,,,,
            """);
        assertThat(file.sightings()).extracting(Sighting::kind).containsOnly(TraceKind.SIGNATURE);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:02-", "Roux Anne 09:01-");
        assertThat(file.sightings().getLast().payload()).containsEntry("role", "TRAINER");
        assertThat(file.skipped()).extracting(Skipped::why).containsExactly("otherSession");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 something|pdf",
                "PK\u0003\u0004xxxx|workbook",
                "just some words|unknown",
                "a,b,c|unknown",
                "{\"a\":|json",
                "{\"a\":1}|unknown",
                "'   '|empty",
            })
    void what_is_nothing_we_know_is_said_so(String text, String key) {
        var reading = reader.read(text.getBytes(StandardCharsets.ISO_8859_1), morning);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        NotUnderstood.class, not -> assertThat(not.key()).isEqualTo("refusal.evidenceFile." + key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom,Modérateur,Temps de parole,Arrivée,Départ,Durée\n"
                        + "Zoé,FALSE,00:02:03,\"2026-11-05 09:00:00\",\"2026-11-05 12:00:00\",03:00:00\n",
                "Topic,Meeting ID,User Name,Start Time,End Time,Name (Original Name),Join Time,Leave Time,Duration"
                        + " (Minutes)\n"
                        + "C,1,P,11/05/2026 09:00,11/05/2026 12:00,Zoé,11/05/2026 09:00,11/05/2026 12:00,180\n",
            })
    void a_report_of_another_provider_is_not_taken_for_one_of_teams(String text) {
        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8), morning))
                .isEqualTo(new NotUnderstood("refusal.evidenceFile.unknown", List.of()));
    }

    @Test
    void statuses_written_for_both_genders_are_understood() {
        var file = understood("""
            Nom;Statut
            Faure Zoé;Présent(e)
            Ben Karim;Absent·e
            Roy Ida;Absent(e) excusé(e)
            """);
        assertThat(file.sightings())
                .extracting(
                        one -> one.payload().get("status"), one -> one.payload().get("excused"))
                .containsExactly(tuple("PRESENT", null), tuple("ABSENT", null), tuple("ABSENT", true));
    }

    @Test
    void a_workbook_is_read_from_the_sheet_that_is_recognised_and_refused_when_it_is_too_wide() {
        String names = "<row r='2'>" + cells("Matricule", "Statut", "Signé le") + "</row>";
        String line = "<row r='4'>" + cells("A1", "Présent", "2026-11-05T09:02") + "</row>";
        byte[] workbook = new RawWorkbook()
                .sheet("<row r='1'>" + cells("Mode d'emploi") + "</row>")
                .sheet(names + line)
                .bytes();
        assertThat(understood(workbook, morning).sightings())
                .extracting(Sighting::line)
                .containsExactly(4);
        byte[] wide = new RawWorkbook()
                .sheet(names + "<row r='9'><c r='XFD9'><v>1</v></c></row>")
                .bytes();
        assertThat(reader.read(wide, morning))
                .isEqualTo(new NotUnderstood("refusal.table.columns", List.of(9, "XFD", 256)));
    }

    private static String cells(String... texts) {
        return Arrays.stream(texts)
                .map(text -> "<c t='inlineStr'><is><t>" + text + "</t></is></c>")
                .collect(Collectors.joining());
    }

    @Test
    void the_hour_that_happens_twice_is_told_by_the_length() {
        EvidenceFileContext night = session("2026-10-25T01:00", "2026-10-25T04:00", PARIS);
        String text = """
            Name (original name),Email,Join time,Leave time,Duration (minutes)
            Zoé,zoe@example.org,25/10/2026 02:30:00,25/10/2026 03:30:00,120
            Karim,karim@example.org,25/10/2026 02:30:00,25/10/2026 03:30:00,60
            Luc,luc@example.org,25/10/2026 02:30:00,25/10/2026 02:10:00,40
            """;
        var file = understood(text.getBytes(StandardCharsets.UTF_8), night);
        assertThat(file.sightings())
                .extracting(
                        one -> java.time.Duration.between(one.from(), one.to()).toMinutes())
                .containsExactly(120L, 60L, 40L);
    }

    @Test
    void the_zone_of_the_file_may_be_another() {
        EvidenceFileContext reunion = session("2026-11-05T09:00", "2026-11-05T12:00", ZoneId.of("Indian/Reunion"));
        String text = """
            Name (original name),Email,Join time,Leave time,Duration (minutes)
            Zoé,zoe@example.org,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180
            """;
        var file = understood(text.getBytes(StandardCharsets.UTF_8), reunion);
        assertThat(file.sightings().getFirst().from()).isEqualTo(reunion.slot().from());
    }

    @Test
    void a_report_taken_while_people_are_there_tells_what_is_certain_and_that_there_is_more() {
        var file = understood("""
            Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room
            Zoé Faure,zoe@example.org,05/11/2026 09:00:00,,85,No,No
            Karim B,karim@example.org,05/11/2026 09:10:00,,,No,No
            Lou Petit,lou@example.org,05/11/2026 09:00:00,05/11/2026 12:00:00,180,No,No
            """);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:00-10:25", "Lou Petit 09:00-12:00");
        assertThat(partly(file)).containsExactly("2 noLeave", "3 noLeave");
        assertThat(skipped(file)).isEmpty();
    }

    @Test
    void a_time_that_cannot_be_read_takes_nobodys_presence_away() {
        var file = understood("""
            Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room
            Zoé Faure,zoe@example.org,05/11/2026 09:00:00,vers midi,180,No,No
            Karim B,karim@example.org,05/11/2026 09:30:00,05/11/2026 09:10:00,150,No,No
            Lou Petit,lou@example.org,05/11/2026 09:00:00,05/11/2026 09:00:00,0,No,No
            """);
        assertThat(lines(file)).containsExactly("Zoé Faure 09:00-12:00");
        assertThat(partly(file)).containsExactly("2 unreadableTime", "3 contradictoryTimes", "4 noLength");
        assertThat(skipped(file)).containsExactly("4 noLength");
    }

    @Test
    void an_arrival_on_a_sheet_without_a_departure_is_a_presence_of_no_known_length() {
        var file = understood("""
            Nom;Prénom;Courriel;Arrivée;Départ
            Faure;Zoé;zoe@example.org;09:05;
            Petit;Lou;lou@example.org;;
            """);
        assertThat(partly(file)).containsExactly("2 noLeave");
        assertThat(skipped(file)).containsExactly("3 nothingTold");
    }

    @ParameterizedTest
    @CsvSource({
        "Présent(e), PRESENT",
        "présent·e, PRESENT",
        "Présente, PRESENT",
        "Prés., PRESENT",
        "P, PRESENT",
        "A, ABSENT",
        "Abs., ABSENT",
        "R, lateWithoutMinutes",
        "Ret., lateWithoutMinutes",
        "Abs. exc., ABSENT excused",
        "abs.exc., ABSENT excused",
        "Absent(e) excusé(e), ABSENT excused",
        "Absence justifiée, ABSENT excused",
        "Abs. inj., ABSENT",
        "Départ anticipé, leftWithoutHour",
        "D, ?",
        "vacances, ?",
    })
    void words_of_french_sheets_are_understood_or_named(String word, String told) {
        var file = understood("Nom;Prénom;Courriel;Statut\nFaure;Zoé;zoe@example.org;" + word + "\n");
        if (told.equals("?")) {
            assertThat(file.sightings()).allMatch(Sighting::unclear);
            assertThat(file.skipped()).containsExactly(new Skipped(2, "unknownStatus", word));
        } else {
            var payload = file.sightings().getFirst().payload();
            assertThat(payload.getOrDefault("status", payload.get("why"))
                            + (Boolean.TRUE.equals(payload.get("excused")) ? " excused" : ""))
                    .isEqualTo(told);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Statut, X, P, ambiguousCross",
        "Statut, X, '', ambiguousCross",
        "Statut, X, A, PRESENT",
        "Présence, X, '', PRESENT",
        "Présence, X, Présent, PRESENT",
        "Statut, E, P, ambiguousE",
        "Statut, E, A, ABSENT",
        "Statut, E, Excusé, ambiguousE",
    })
    void a_letter_means_what_the_whole_column_says_or_is_refused_by_name(
            String heading, String letter, String other, String told) {
        var file = understood("Nom;Prénom;Courriel;" + heading + "\nFaure;Zoé;zoe@example.org;" + letter
                + "\nPetit;Lou;lou@example.org;" + other + "\n");
        if (told.startsWith("ambiguous")) {
            assertThat(file.skipped()).contains(new Skipped(2, told, letter));
        } else {
            assertThat(file.sightings().getFirst().payload()).containsEntry("status", told);
        }
    }

    @Test
    void two_lines_that_say_late_and_absent_of_one_person_are_both_refused() {
        var file = understood("""
            Nom;Prénom;Courriel;Statut
            Faure;Zoé;zoe@example.org;R
            Faure;Zoé;zoe@example.org;A
            """);
        assertThat(file.sightings()).allMatch(Sighting::unclear);
        assertThat(file.skipped()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Matin, Après-midi, taken, other",
        "M, AM, taken, other",
        "Mat., Aprèm, taken, other",
        "AM, PM, taken, other",
        "M, A, taken, other",
        "AM, , unclear, taken",
        "AM, AM, unclear, unclear",
        "M, PM, taken, other",
        "Journée, M, taken, taken",
        "soir, M, unclear, taken",
    })
    void the_whole_column_decides_what_a_half_days_shorthand_means(
            String first, @Nullable String second, String firstLine, String secondLine) {
        var file = understood("Nom;Prénom;Courriel;Demi-journée;Statut\nFaure;Zoé;zoe@example.org;" + first
                + ";Présent\nPetit;Lou;lou@example.org;" + (second == null ? "" : second) + ";Présent\n");
        assertThat(fate(file, 2)).isEqualTo(firstLine);
        assertThat(fate(file, 3)).isEqualTo(secondLine);
    }

    private static String fate(Understood file, int line) {
        return file.skipped().stream()
                .filter(one -> one.line() == line)
                .findFirst()
                .map(one -> one.why().equals("otherSession") ? "other" : "unclear")
                .orElse("taken");
    }

    @Test
    void of_lines_that_contradict_each_other_none_is_taken() {
        var file = understood("""
            Nom;Prénom;Courriel;Statut
            Faure;Zoé;zoe@example.org;Présent
            Faure;Zoé;zoe@example.org;Absent
            Petit;Lou;lou@example.org;Présent
            """);
        assertThat(file.sightings())
                .filteredOn(one -> !one.unclear())
                .extracting(one -> one.person().shown())
                .containsExactly("Lou Petit");
        assertThat(file.sightings())
                .filteredOn(Sighting::unclear)
                .extracting(one -> one.person().shown())
                .containsOnly("Zoé Faure");
        assertThat(skipped(file)).containsExactly("2 contradiction", "3 contradiction");
    }

    @ParameterizedTest
    @CsvSource({
        "zoe (Zoé Faure), Zoé Faure",
        "Zoé Faure (invité), Zoé Faure",
        "Zoé Faure (she/her), Zoé Faure",
        "Sophie Bernard (Lyon), Sophie Bernard (Lyon)",
        "Hugo Petit (DWWM groupe B), Hugo Petit (DWWM groupe B)",
        "hugo (Hugo Petit Martin), Hugo Petit Martin",
    })
    void brackets_hold_a_name_a_tag_or_something_else(String cell, String name) {
        assertThat(ParticipantNameCell.original(cell)).isEqualTo(name);
    }

    @Test
    void a_time_that_the_clock_skips_is_unreadable_and_its_stay_is_awaited() {
        EvidenceFileContext night = session("2027-03-28T01:00", "2027-03-28T05:00", PARIS);
        String text = """
            Name (original name),Email,Join time,Leave time,Duration (minutes)
            Zoé,zoe@example.org,28/03/2027 02:30:00,28/03/2027 04:30:00,120
            Karim,karim@example.org,28/03/2027 01:30:00,28/03/2027 03:30:00,60
            """;
        var file = understood(text.getBytes(StandardCharsets.UTF_8), night);
        assertThat(partly(file)).containsExactly("2 unreadableTime");
        assertThat(lines(file)).contains("Karim 01:30-03:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/11/2026", "2026-11-05", "Jeudi 5 novembre 2026", "jeu. 05/11/2026", "05/11/2026 09:00"})
    void the_day_of_a_sheet_is_read_as_people_write_it(String day) {
        var file = understood("Date;Nom;Prénom;Courriel;Statut\n" + day + ";Faure;Zoé;zoe@example.org;Présent\n");
        assertThat(file.sightings())
                .extracting(one -> one.payload().get("status"))
                .containsExactly("PRESENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "05/13/2026", "le lendemain", "05/11"})
    void a_day_that_does_not_exist_is_not_the_session_s(String day) {
        var file = understood("Date;Nom;Prénom;Courriel;Statut\n" + day + ";Faure;Zoé;zoe@example.org;Absente\n"
                + "05/11/2026;Petit;Hugo;hugo@example.org;Présent\n");
        assertThat(skipped(file)).containsExactly("2 unreadableTime");
        assertThat(file.sightings())
                .filteredOn(one -> "zoe@example.org".equals(one.person().email()))
                .allMatch(EvidenceFileContent.Sighting::unclear);
    }

    @Test
    void a_signature_at_a_time_that_does_not_exist_is_unreadable() {
        var file = understood("Nom;Prénom;Courriel;Signé le\nFaure;Zoé;zoe@example.org;31/02/2026 09:00\n"
                + "Petit;Hugo;hugo@example.org;05/11/2026 25:00\nRoy;Ana;ana@example.org;05/11/2026 09:05\n");
        assertThat(skipped(file)).containsExactly("2 unreadableTime", "3 unreadableTime");
    }

    @Test
    void an_address_of_a_report_is_what_can_be_seen_of_it() {
        var file = understood("""
            Name (original name),Email,Join time,Leave time,Duration (minutes)
            \u200FZoé\u00A0Faure,mailto:\u200BZoe@example.org\u00A0,05/11/2026 09:00:00,05/11/2026 12:00:00,180
            """);
        assertThat(file.sightings().getFirst().person().email()).isEqualTo("zoe@example.org");
        assertThat(file.sightings().getFirst().person().name()).isEqualTo("Zoé Faure");
    }
}
