package fr.educentre.assidu.imports.calendars;

import static fr.educentre.assidu.imports.calendars.Diary.event;
import static fr.educentre.assidu.imports.calendars.Diary.ids;
import static fr.educentre.assidu.imports.calendars.Diary.problems;
import static fr.educentre.assidu.imports.calendars.Diary.read;
import static fr.educentre.assidu.imports.calendars.Diary.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.imports.Calendars.CancelledTitles;
import fr.educentre.assidu.imports.Calendars.Doubts;
import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarSessionReaderTests {

    private static final String NINE = "DTSTART;TZID=Europe/Paris:20261124T090000";
    private static final String TWELVE = "DTEND;TZID=Europe/Paris:20261124T120000";

    @ParameterizedTest
    @CsvSource({
        "FREQ=DAILY;COUNT=10, true",
        "FREQ=DAILY;UNTIL=20400101T000000Z, true",
        "FREQ=DAILY, false",
        "FREQ=DAILY;COUNT=2, false",
    })
    void a_series_that_goes_beyond_the_group_says_so(String rule, boolean said) {
        LocalDate last = Diary.context().lastDay();
        var read = DateTimeFormatter.ofPattern("dd/MM/uuuu");
        var result = read(event(
                "a",
                "DTSTART;TZID=Europe/Paris:" + last.minusDays(2).format(DateTimeFormatter.BASIC_ISO_DATE) + "T090000",
                "DURATION:PT3H",
                "RRULE:" + rule));
        assertThat(result.sessions()).hasSize(rule.endsWith("COUNT=2") ? 2 : 3);
        assertThat(result.left()).hasSize(said ? 1 : 0).allSatisfy(one -> {
            assertThat(one.why().key()).isEqualTo("calendars.ignored.beyond");
            assertThat(one.why().arguments()).containsExactly(read.format(last), read.format(last.plusDays(1)));
        });
    }

    @Test
    void an_event_becomes_a_session_with_its_title_room_trainer_and_half_day() {
        var result = read(event(
                "a@x",
                NINE,
                TWELVE,
                "LOCATION:Salle\\, 12",
                "DESCRIPTION:ligne longue pli",
                " ée",
                "ORGANIZER;CN=\"Roy; Ana\":MAILTO:Ana@Example.org"));
        assertThat(problems(result)).isEmpty();
        var session = result.sessions().getFirst();
        assertThat(session.event().externalId()).isEqualTo("ics:G1:a@x");
        assertThat(session.event().title()).isEqualTo("Atelier");
        assertThat(session.place().room()).isEqualTo("Salle, 12");
        assertThat(session.trainerId()).isEqualTo(Diary.ANA);
        assertThat(session.place().modality()).isEqualTo(Modality.IN_PERSON);
        assertThat(session.slot().startsAt()).hasToString("2026-11-24T08:00:00Z");
        assertThat(session.slot().endsAt()).hasToString("2026-11-24T11:00:00Z");
    }

    @Test
    void a_class_at_nine_stays_at_nine_when_clocks_change() {
        var result = read(event(
                "a",
                "DTSTART;TZID=Europe/Paris:20261019T090000",
                "DURATION:PT3H",
                "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"));
        assertThat(starts(result)).containsExactly("2026-10-19T09:00", "2026-10-26T09:00", "2026-11-02T09:00");
        assertThat(result.sessions())
                .allSatisfy(session -> assertThat(Duration.between(
                                session.slot().startsAt(), session.slot().endsAt()))
                        .isEqualTo(Duration.ofHours(3)));
        assertThat(ids(result)).containsExactly("ics:G1:a/20261019", "ics:G1:a/20261026", "ics:G1:a/20261102");
    }

    @Test
    void a_series_that_begins_after_the_group_s_last_day_says_so() {
        var result = read(
                event("a", "DTSTART;TZID=Europe/Paris:20270906T090000", "DURATION:PT3H", "RRULE:FREQ=WEEKLY;COUNT=3"));
        assertThat(result.sessions()).isEmpty();
        assertThat(problems(result)).containsExactly("calendars.ignored.outside");
    }

    @Test
    void excluded_added_and_moved_dates_are_followed() {
        var result = read(
                event(
                        "a",
                        NINE,
                        TWELVE,
                        "RRULE:FREQ=DAILY;UNTIL=20261127T225959Z",
                        "EXDATE;TZID=Europe/Paris:20261125T090000",
                        "RDATE;TZID=Europe/Paris:20261130T090000"),
                event(
                        "a",
                        "RECURRENCE-ID;TZID=Europe/Paris:20261126T090000",
                        "DTSTART;TZID=Europe/Paris:20261126T140000",
                        "DTEND;TZID=Europe/Paris:20261126T170000",
                        "SEQUENCE:2"));
        assertThat(problems(result)).isEmpty();
        assertThat(starts(result))
                .containsExactly("2026-11-24T09:00", "2026-11-26T14:00", "2026-11-27T09:00", "2026-11-30T09:00");
        assertThat(ids(result)).contains("ics:G1:a/20261126");
    }

    @Test
    void one_occurrence_alone_or_an_event_can_be_cancelled() {
        var result = read(
                event("a", NINE, TWELVE, "RRULE:FREQ=DAILY;COUNT=2"),
                event(
                        "a",
                        "RECURRENCE-ID:20261125T080000Z",
                        "DTSTART;TZID=Europe/Paris:20261125T090000",
                        "DTEND;TZID=Europe/Paris:20261125T120000",
                        "STATUS:CANCELLED"),
                event("b", NINE, TWELVE, "STATUS:cancelled"));
        assertThat(result.sessions())
                .extracting(session ->
                        session.event().externalId() + " " + session.event().cancelled())
                .containsExactlyInAnyOrder("ics:G1:a/20261124 false", "ics:G1:a/20261125 true", "ics:G1:b true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Romance Standard Time",
                "\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\"",
                "/freeassociation.sourceforge.net/Europe/Paris",
                "Customized Time Zone",
                "Mine"
            })
    void zones_go_by_many_names(String name) {
        String zones = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\n"
                + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nTZOFFSETTO:+0200\r\n"
                + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
                + "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nX-LIC-LOCATION:Europe/Paris\r\nEND:VTIMEZONE\r\n";
        var result = read(zones, event("a", "DTSTART;TZID=" + name + ":20270601T090000", "DURATION:PT3H"));
        assertThat(problems(result)).isEmpty();
        assertThat(result.sessions().getFirst().slot().startsAt()).hasToString("2027-06-01T07:00:00Z");
    }

    @Test
    void times_without_a_zone_are_those_of_the_site_and_utc_is_utc() {
        var result = read(
                event("a", "DTSTART:20261124T090000", "DTEND:20261124T120000"),
                event("b", "DTSTART:20261124T080000Z", "DTEND:20261124T110000Z"));
        assertThat(starts(result)).containsExactly("2026-11-24T09:00", "2026-11-24T09:00");
    }

    @Test
    void a_day_is_a_morning_and_an_afternoon_around_lunch_if_lunch_is_told() {
        String day = event("a", "DTSTART:20261124T090000", "DTEND:20261124T170000");
        var result = read(day);
        assertThat(starts(result)).containsExactly("2026-11-24T09:00", "2026-11-24T13:30");
        assertThat(ids(result)).containsExactly("ics:G1:a", "ics:G1:a#2");
        assertThat(problems(CalendarSessionReader.read(Diary.calendar(day), Diary.context(null, null))))
                .containsExactly("calendars.problem.lunch");
        assertThat(problems(read(event("b", "DTSTART:20261124T130000", "DTEND:20261124T193000"))))
                .containsExactly("calendars.problem.halfDay");
        assertThat(problems(read(event("c", "DTSTART:20261124T090000", "DTEND:20261125T120000"))))
                .containsExactly("calendars.problem.days");
    }

    @Test
    void whole_days_and_what_is_outside_the_group_are_left_out_and_say_why() {
        var result = read(
                event("a", "DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261125"),
                event("b", "DTSTART:20260824T090000", "DTEND:20260824T120000"));
        assertThat(result.sessions()).isEmpty();
        assertThat(problems(result)).containsExactly("calendars.ignored.wholeDay", "calendars.ignored.outside");
        assertThat(result.unclear()).isEmpty();
    }

    @Test
    void one_bad_event_leaves_the_others_and_its_sessions_alone() {
        var result = read(
                event("bad", "DTSTART;TZID=Nulle/Part:20261124T090000", "DURATION:PT3H"),
                event("worse", "DTSTART:20261399T090000", "DURATION:PT3H"),
                "garbage without a colon\r\n",
                event("good", NINE, TWELVE));
        assertThat(ids(result)).containsExactly("ics:G1:good");
        assertThat(problems(result)).containsExactly("calendars.problem.zone", "calendars.problem.date");
        assertThat(result.unclear()).containsExactlyInAnyOrder("bad", "worse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=SECONDLY|frequency",
                "FREQ=MINUTELY;INTERVAL=1|frequency",
                "FREQ=DAILY;BYSECOND=0,1,2|frequency",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5|frequency",
                "FREQ=DAILY;INTERVAL=2147483647|rule",
                "FREQ=DAILY;INTERVAL=0|rule",
                "FREQ=DAILY;COUNT=-1|rule",
                "FREQ=WEEKLY;BYDAY=XX|rule",
                "FREQ=DAILY;RSCALE=CHINESE|rule",
                "FREQ=DAILY;UNTIL=demain|date"
            })
    void a_rule_that_is_too_fine_or_is_none_is_told(String rule, String problem) {
        assertThat(problems(read(event("a", NINE, TWELVE, "RRULE:" + rule))))
                .containsExactly("calendars.problem." + problem);
    }

    @Test
    void a_rule_without_end_stops_with_the_group_and_with_the_most() {
        var weekly = read(event("a", NINE, TWELVE, "RRULE:FREQ=WEEKLY"));
        assertThat(starts(weekly)).hasSize(41).last().isEqualTo("2027-08-31T09:00");
        assertThat(problems(weekly)).isEmpty();
        var twice = read(event("b", "DTSTART:20261124T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYHOUR=9,14"));
        assertThat(twice.sessions()).hasSize(Recurrence.MAX_OCCURRENCES);
        assertThat(problems(twice)).containsExactly("calendars.ignored.cut");
        assertThat(ids(twice)).contains("ics:G1:b/20261124T0900", "ics:G1:b/20261124T1400");
    }

    @Test
    void the_later_revision_of_an_event_wins_wherever_it_stands() {
        var result = read(
                event("a", NINE, TWELVE, "SEQUENCE:3"),
                event("a", "DTSTART:20261124T140000", "DTEND:20261124T170000", "SEQUENCE:2"));
        assertThat(starts(result)).containsExactly("2026-11-24T09:00");
        assertThat(result.sessions().getFirst().event().sequence()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOCATION:https://us02web.zoom.us/j/81234567890?pwd=abc|ZOOM|81234567890",
                "DESCRIPTION:Bonjour\\n\\nhttps://zoom.us/j/81234567890.\\nA bientôt|ZOOM|81234567890",
                "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_Abc%40thread.v2/0?context=%7b%7d|TEAMS|19:meeting_Abc@thread.v2",
                "DESCRIPTION:<https://teams.live.com/meet/9312345678901?p=x>|TEAMS|9312345678901",
                "URL:https://visio.example.org/b/jea-abc-123|BIGBLUEBUTTON|jea-abc-123",
                "URL:https://visio.example.org/rooms/jea-abc-123-xyz/join|BIGBLUEBUTTON|jea-abc-123-xyz"
            })
    void join_links_make_it_a_virtual_class(String line, MeetingProvider provider, String id) {
        var session = read(event("a", NINE, TWELVE, line)).sessions().getFirst();
        assertThat(session.place().modality()).isEqualTo(Modality.VIDEO);
        assertThat(session.place().meeting().provider()).isEqualTo(provider);
        assertThat(session.place().meeting().id()).isEqualTo(id);
        assertThat(session.place().room()).isNull();
    }

    @Test
    void other_links_do_not() {
        var session = read(event(
                        "a",
                        NINE,
                        TWELVE,
                        "LOCATION:Salle 4",
                        "DESCRIPTION:Support : https://zoom.example.org/j/81234567890"))
                .sessions()
                .getFirst();
        assertThat(session.place().modality()).isEqualTo(Modality.IN_PERSON);
        assertThat(session.place().meeting()).isNull();
    }

    @Test
    void who_is_no_trainer_needs_a_default() {
        var context = Diary.context();
        var nobody = new CalendarContext(
                "G1",
                context.siteId(),
                null,
                context.trainers(),
                context.halfDays(),
                context.period(),
                context.doubts());
        byte[] calendar = Diary.calendar(
                event("a", NINE, TWELVE, "ORGANIZER:mailto:inconnu@example.org"),
                event("b", NINE, TWELVE, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org"));
        var result = CalendarSessionReader.read(calendar, nobody);
        assertThat(problems(result)).containsExactly("calendars.problem.trainer");
        assertThat(ids(result)).containsExactly("ics:G1:b");
    }

    @Test
    void windows_files_keep_their_accents() {
        byte[] bytes = new String(
                        Diary.calendar(event("a", NINE, TWELVE).replace("Atelier", "Été")), StandardCharsets.UTF_8)
                .getBytes(Charset.forName("windows-1252"));
        assertThat(CalendarSessionReader.read(bytes, Diary.context())
                        .sessions()
                        .getFirst()
                        .event()
                        .title())
                .isEqualTo("Été");
    }

    @Test
    void what_is_no_calendar_or_too_much_of_one_is_refused() {
        refused("", "refusal.calendar.kind");
        refused("nom;prénom\n", "refusal.calendar.kind");
        refused("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(100_000), "refusal.calendar.nested");
        refused(
                "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(IcsParser.MAX_EVENTS + 1),
                "refusal.calendar.events");
        refused("BEGIN:VCALENDAR\r\n" + "x".repeat(IcsParser.MAX_BYTES), "refusal.calendar.tooLarge");
        var many = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (int i = 0; i < 30; i++) {
            many.append(event("u" + i, "DTSTART:20260901T0" + i % 10 + "0000", "DURATION:PT1H", "RRULE:FREQ=DAILY"));
        }
        refused(many.toString(), "refusal.calendar.sessions");
    }

    @Test
    void ten_thousand_heavy_rules_take_a_bounded_time() {
        var heavy = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (int i = 0; i < IcsParser.MAX_EVENTS; i++) {
            heavy.append(event(
                    "u" + i, "DTSTART:20000101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
        }
        long begun = System.nanoTime();
        try {
            CalendarSessionReader.read(heavy.toString().getBytes(StandardCharsets.UTF_8), Diary.context());
        } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo("refusal.calendar.heavy");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void every_windows_name_is_a_zone_of_this_machine() throws Exception {
        var names = new java.util.Properties();
        try (var in = getClass().getResourceAsStream("/calendar/windows-zones.properties")) {
            names.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(names.values())
                .allSatisfy(
                        zone -> assertThat(java.time.ZoneId.of(zone.toString())).isNotNull());
        assertThat(names).hasSizeGreaterThan(130);
    }

    @Test
    void letters_that_folding_cut_in_two_are_whole_again() {
        byte[] calendar =
                Diary.calendar(event("a", NINE, TWELVE).replace("Atelier", "Comptabilit\u00e9 d\u2019\u00e9t\u00e9"));
        for (int at = 0; at < calendar.length; at++) {
            if ((calendar[at] & 0xC0) == 0x80) {
                byte[] folded = new byte[calendar.length + 3];
                System.arraycopy(calendar, 0, folded, 0, at);
                folded[at] = '\r';
                folded[at + 1] = '\n';
                folded[at + 2] = ' ';
                System.arraycopy(calendar, at, folded, at + 3, calendar.length - at);
                assertThat(CalendarSessionReader.read(folded, Diary.context()).sessions())
                        .as("folded after byte %d", at)
                        .extracting(one -> one.event().title())
                        .containsExactly("Comptabilit\u00e9 d\u2019\u00e9t\u00e9");
            }
        }
    }

    @Test
    void a_calendar_saved_as_unicode_text_is_read() {
        byte[] wide = new String(Diary.calendar(event("a", NINE, TWELVE)), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_16);
        assertThat(CalendarSessionReader.read(wide, Diary.context()).sessions()).hasSize(1);
    }

    @Test
    void events_that_share_an_identifier_are_all_planned_or_told() {
        var result = read(
                event("a", NINE, TWELVE),
                event("a", "DTSTART;TZID=Europe/Paris:20261125T090000", "DTEND;TZID=Europe/Paris:20261125T120000"),
                event("a", NINE, TWELVE, "LOCATION:Salle 2"),
                event("a", NINE, TWELVE));
        assertThat(starts(result)).containsExactly("2026-11-24T09:00", "2026-11-25T09:00");
        assertThat(ids(result)).containsExactly("ics:G1:a/20261124T0900", "ics:G1:a/20261125T0900");
        assertThat(problems(result)).containsExactly("calendars.problem.sharedUid", "calendars.ignored.revision");
        assertThat(result.unclear()).containsExactly("a");

        var series = read(
                event("s", NINE, TWELVE, "RRULE:FREQ=WEEKLY;COUNT=2"),
                event(
                        "s",
                        "DTSTART;TZID=Europe/Paris:20261124T140000",
                        "DTEND;TZID=Europe/Paris:20261124T160000",
                        "RRULE:FREQ=WEEKLY;COUNT=2"));
        assertThat(starts(series))
                .containsExactly("2026-11-24T09:00", "2026-11-24T14:00", "2026-12-01T09:00", "2026-12-01T14:00");
        assertThat(ids(series)).doesNotHaveDuplicates();
    }

    @Test
    void a_revision_that_is_left_out_is_told() {
        var result = read(
                event("a", NINE, TWELVE, "SEQUENCE:3"),
                event("a", "DTSTART:20261124T140000", "DTEND:20261124T170000", "SEQUENCE:2"),
                event("b", NINE, TWELVE, "LAST-MODIFIED:20261101T080000Z"),
                event("b", NINE, TWELVE, "LOCATION:Salle 3", "LAST-MODIFIED:20261102T080000Z"));
        assertThat(problems(result)).containsExactly("calendars.ignored.revision", "calendars.ignored.revision");
        assertThat(result.sessions()).extracting(one -> one.place().room()).containsExactly(null, "Salle 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cours annulé - Anglais",
                "Annule\u0301 compta",
                "Annul. Compta",
                "Prof abs",
                "Anglais, prof malade",
                "Sans formateur",
                "Gestion suspendue",
                "ANNULÉE : Gestion",
                "Gestion (annulation)",
                "Cancelled: English",
                "Gestion, séance reportée",
                "Prof. absent - Gestion",
                "Le cours n’a pas lieu"
            })
    void a_title_that_says_it_is_cancelled_is_asked_about(String title) {
        String calendar = event("a", NINE, TWELVE).replace("Atelier", title);
        assertThat(problems(read(calendar))).containsExactly("calendars.problem.cancelledTitle");
        assertThat(read(calendar).sessions()).isEmpty();
        assertThat(read(calendar).unclear()).containsExactly("a");
        assertThat(settled(calendar, CancelledTitles.CANCEL)).containsExactly(true);
        assertThat(settled(calendar, CancelledTitles.PLAN)).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Gestion des absences", "Report à nouveau", "Annuités et intérêts", "Le professeur et la classe"
            })
    void a_title_that_only_sounds_like_it_is_not(String title) {
        assertThat(problems(read(event("a", NINE, TWELVE).replace("Atelier", title))))
                .isEmpty();
    }

    @Test
    void a_series_whose_title_says_so_is_one_question() {
        var result = read(event("a", NINE, TWELVE, "RRULE:FREQ=WEEKLY;COUNT=5", "CATEGORIES:Cours annulé"));
        assertThat(problems(result)).containsExactly("calendars.problem.cancelledTitle");
        assertThat(result.sessions()).isEmpty();
    }

    @Test
    void an_hour_that_the_clock_skips_is_told_and_the_first_of_two_is_taken() {
        var result = read(
                event("a", "DTSTART;TZID=Europe/Paris:20270328T023000", "DURATION:PT2H"),
                event("b", "DTSTART;TZID=Europe/Paris:20270328T010000", "DTEND;TZID=Europe/Paris:20270328T021500"),
                event("c", "DTSTART;TZID=Europe/Paris:20261025T023000", "DTEND:20261025T030000Z"),
                event("d", "DTSTART;TZID=Europe/Paris:20270327T023000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"));
        assertThat(problems(result))
                .containsExactly(
                        "calendars.problem.skippedHour",
                        "calendars.problem.skippedHour",
                        "calendars.problem.skippedHour");
        assertThat(ids(result)).containsExactly("ics:G1:c", "ics:G1:d/20270327", "ics:G1:d/20270329");
        assertThat(result.sessions())
                .filteredOn(one -> one.event().uid().equals("c"))
                .extracting(one -> one.slot().startsAt().toString())
                .containsExactly("2026-10-25T00:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOCATION:https://meet.google.com/abc-defg-hij|GOOGLE_MEET",
                "DESCRIPTION:Rejoindre https://centre.webex.com/centre/j.php?MTID=m12|WEBEX",
                "DESCRIPTION:https://bbb.example.org/gl/mar-abc-xyz-k2p|BIGBLUEBUTTON",
                "LOCATION:https://zoom.example.org/j/81234567890|OTHER",
                "CONFERENCE;VALUE=URI:https://classe.example.org/12|OTHER",
                "DESCRIPTION:Lien https://meet.jit.si/Gestion|OTHER"
            })
    void a_class_of_any_tool_is_never_in_a_room(String line, MeetingProvider provider) {
        var place = read(event("a", NINE, TWELVE, line)).sessions().getFirst().place();
        assertThat(place.modality()).isEqualTo(Modality.VIDEO);
        assertThat(place.meeting().provider()).isEqualTo(provider);
        assertThat(place.room()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Réunion Microsoft Teams,VIDEO",
        "Classe virtuelle,VIDEO",
        "Distanciel,VIDEO",
        "Visio,VIDEO",
        "Salle Zoom,IN_PERSON",
        "Salle 12,IN_PERSON",
        "Labo visio 2,IN_PERSON",
        "12 rue des Visios à distance de marche,IN_PERSON",
        "Amphi Teamsworth,IN_PERSON"
    })
    void a_place_that_is_none_is_at_a_distance(String place, Modality modality) {
        assertThat(read(event("a", NINE, TWELVE, "LOCATION:" + place)).sessions())
                .extracting(one -> one.place().modality())
                .containsExactly(modality);
    }

    private static List<Boolean> settled(String calendar, CancelledTitles choice) {
        var context = Diary.context(null, null, new Doubts(SameEvents.ASK, choice));
        return CalendarSessionReader.read(Diary.calendar(calendar), context).sessions().stream()
                .map(one -> one.event().cancelled())
                .toList();
    }

    @Test
    void an_occurrence_moved_to_another_day_does_not_double() {
        List<String> starts = starts(read(
                event("a", NINE, TWELVE, "RRULE:FREQ=WEEKLY;COUNT=2"),
                event(
                        "a",
                        "RECURRENCE-ID;TZID=Europe/Paris:20261201T090000",
                        "DTSTART;TZID=Europe/Paris:20261202T090000",
                        "DTEND;TZID=Europe/Paris:20261202T120000")));
        assertThat(starts).containsExactly("2026-11-24T09:00", "2026-12-02T09:00");
        assertThat(LocalDateTime.parse(starts.getFirst())).isBefore(LocalDateTime.parse(starts.getLast()));
    }

    private static void refused(String content, String key) {
        assertThatThrownBy(() -> CalendarSessionReader.read(content.getBytes(StandardCharsets.UTF_8), Diary.context()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
