package fr.educentre.assidu.imports.calendars;

import static fr.educentre.assidu.imports.calendars.Diary.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.imports.Calendars.CancelledTitles;
import fr.educentre.assidu.imports.Calendars.Choices;
import fr.educentre.assidu.imports.Calendars.Doubts;
import fr.educentre.assidu.imports.Calendars.Feed;
import fr.educentre.assidu.imports.Calendars.Report;
import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.imports.Timetables.Removal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class CalendarsIT {

    @Autowired
    Texts texts;

    @Autowired
    Calendars calendars;

    @Autowired
    NightlyCalendarRefresh nights;

    @Autowired
    Timetables timetables;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    private SmallCentre centre;
    private HttpServer server;
    private volatile byte[] served = new byte[0];
    private volatile int status = 200;

    @BeforeEach
    void centre() throws IOException {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        calls.actAs("qualite-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/agenda.ics", exchange -> {
            exchange.sendResponseHeaders(status, status == 200 ? served.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(served);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        calendars.feeds().forEach(feed -> calendars.stop(feed.id()));
        server.stop(0);
    }

    @Test
    void a_file_is_looked_at_then_planned_then_changed_by_its_identifiers() {
        String monday = event(
                "m",
                "DTSTART;TZID=Romance Standard Time:20261130T090000",
                "DTEND;TZID=Romance Standard Time:20261130T120000",
                "LOCATION:https://us02web.zoom.us/j/81234567890");
        assertThat(file(true, monday).counts().created()).isEqualTo(1);
        assertThat(sessions()).isEmpty();
        Report planned = file(false, monday);
        assertThat(planned.counts().created()).isEqualTo(1);
        assertThat(sessions()).containsExactly("m 09:00 PLANNED VIDEO ZOOM 81234567890");
        assertThat(file(false, monday).counts().unchanged()).isEqualTo(1);

        String later = monday.replace("T090000", "T093000").replace("SUMMARY", "SEQUENCE:1\r\nSUMMARY");
        assertThat(file(false, later).counts().updated()).isEqualTo(1);
        assertThat(sessions()).containsExactly("m 09:30 PLANNED VIDEO ZOOM 81234567890");
        assertThat(file(false, monday).counts().unchanged())
                .as("an older revision")
                .isEqualTo(1);

        Report off = file(false, later.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"));
        assertThat(off.counts().cancelled()).isEqualTo(1);
        assertThat(sessions()).containsExactly("m 09:30 CANCELLED VIDEO ZOOM 81234567890");
        assertThat(Reading.sentence(
                        text("select change_reason from training_session where group_id = '" + centre.group + "'"),
                        texts))
                .isEqualTo("Annulée dans le calendrier");
        assertThat(file(false, later).counts().updated())
                .as("it takes place after all")
                .isEqualTo(1);
        assertThat(sessions()).containsExactly("m 09:30 PLANNED VIDEO ZOOM 81234567890");
    }

    @Test
    void an_import_of_a_calendar_is_undone_like_any_other() {
        UUID id = file(false, weekly("w", 5)).importId();
        assertThat(sessions()).hasSize(5);
        imports.undo(id);
        assertThat(sessions()).isEmpty();
        assertThat(file(false, weekly("w", 5)).counts().created()).isEqualTo(5);
    }

    @Test
    void what_was_changed_here_stays_until_the_calendar_itself_changes() {
        file(false, weekly("w", 1));
        sql.sql("update training_session set room = 'Salle 9' where group_id = ?")
                .param(centre.group)
                .update();
        assertThat(file(false, weekly("w", 1)).counts().unchanged()).isEqualTo(1);
        assertThat(text("select room from training_session where group_id = '" + centre.group + "'"))
                .isEqualTo("Salle 9");
    }

    @Test
    void an_event_under_a_new_identifier_is_asked_about_and_joins_its_session_or_stands_beside_it() {
        file(false, weekly("v1", 2));
        Report asked = file(false, weekly("v2", 2));
        assertThat(asked.counts().created() + asked.counts().updated()).isZero();
        assertThat(asked.rejected()).hasSize(2).allMatch(one -> one.problem().contains("ics:G-" + centre.code));
        assertThat(sessions()).hasSize(2).allMatch(one -> one.startsWith("v1"));

        List<UUID> before = keys();
        Report joined =
                calendars.importFile("agenda.ics", Diary.calendar(weekly("v2", 2)), choices(SameEvents.JOIN), false);
        assertThat(joined.counts().updated()).isEqualTo(2);
        assertThat(sessions()).hasSize(2).allMatch(one -> one.startsWith("v2"));
        assertThat(keys()).isEqualTo(before);
        assertThat(file(false, weekly("v2", 2)).counts().unchanged()).isEqualTo(2);
        imports.undo(joined.importId());
        assertThat(sessions()).hasSize(2).allMatch(one -> one.startsWith("v1"));

        Report beside = calendars.importFile(
                "agenda.ics", Diary.calendar(weekly("v3", 1)), choices(SameEvents.SEPARATE), false);
        assertThat(beside.counts().created()).isEqualTo(1);
        assertThat(sessions()).hasSize(3);
    }

    @Test
    void a_subscription_whose_identifiers_change_keeps_its_sessions_if_it_was_told_so() {
        served = Diary.calendar(weekly("v1", 2));
        Feed feed = calendars.subscribe("Agenda", url(), choices(SameEvents.JOIN));
        List<UUID> before = keys();
        served = Diary.calendar(weekly("v2", 2));
        Report report = calendars.refresh(feed.id());
        assertThat(report.counts().updated()).isEqualTo(2);
        assertThat(report.counts().missing()).isZero();
        assertThat(keys()).isEqualTo(before);
        assertThat(removals()).isEmpty();
    }

    @Test
    void a_session_that_has_begun_is_not_changed() {
        file(false, weekly("w", 1));
        clock.set(Instant.parse("2026-11-30T09:00:00Z"));
        Report report = file(false, weekly("w", 1).replace("T090000", "T100000"));
        assertThat(report.counts().updated()).isZero();
        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().getFirst().problem()).contains("a commencé");
    }

    @Test
    void a_subscription_proposes_to_cancel_what_vanished_and_a_person_decides() {
        served = Diary.calendar(weekly("w", 3));
        Feed feed = calendars.subscribe("", url(), choices());
        assertThat(feed.name()).isEqualTo("127.0.0.1");
        assertThat(feed.lastGoodAt()).isNotNull();
        assertThat(sessions()).hasSize(3);
        assertThatThrownBy(() -> calendars.subscribe("", url(), choices()))
                .hasMessageContaining("refusal.calendar.known");

        served = Diary.calendar(weekly("w", 1));
        assertThat(calendars.refresh(feed.id()).counts().missing()).isEqualTo(2);
        List<Removal> removals = removals();
        assertThat(removals).hasSize(2);
        assertThat(sessions()).as("nothing is cancelled by itself").allMatch(one -> one.contains("PLANNED"));
        assertThat(calendars.refresh(feed.id()).counts().missing())
                .as("proposed once")
                .isZero();

        timetables.decide(removals.getFirst().id(), true);
        timetables.decide(removals.getLast().id(), false);
        assertThat(sessions().stream().filter(one -> one.contains("CANCELLED"))).hasSize(1);
        assertThat(removals()).isEmpty();
        calendars.refresh(feed.id());
        assertThat(removals()).as("kept for good").isEmpty();
    }

    @Test
    void what_comes_back_is_no_longer_proposed_and_an_empty_calendar_concludes_nothing() {
        served = Diary.calendar(weekly("w", 3));
        Feed feed = calendars.subscribe("Agenda", url(), choices());
        served = Diary.calendar();
        assertThat(calendars.refresh(feed.id()).counts().missing()).isZero();
        served = Diary.calendar(event("w", "DTSTART;TZID=Nulle/Part:20261130T090000", "DURATION:PT3H"));
        assertThat(calendars.refresh(feed.id()).counts().missing())
                .as("not understood is not removed")
                .isZero();
        served = Diary.calendar(weekly("w", 2));
        assertThat(calendars.refresh(feed.id()).counts().missing()).isEqualTo(1);
        assertThat(removals()).hasSize(1);
        served = Diary.calendar(weekly("w", 3));
        calendars.refresh(feed.id());
        assertThat(removals()).isEmpty();
    }

    @Test
    void every_night_each_subscription_is_read_and_a_failure_is_kept_with_it() {
        served = Diary.calendar(weekly("w", 1));
        Feed feed = calendars.subscribe("Agenda", url(), choices());
        served = Diary.calendar(weekly("w", 4));
        nights.run();
        background.runDue();
        assertThat(sessions()).hasSize(4);
        status = 500;
        assertThatThrownBy(() -> calendars.refresh(feed.id())).hasMessageContaining("refusal.calendar.status");
        assertThat(calendars.feed(feed.id()).problem()).contains("500");
        status = 200;
        calendars.refresh(feed.id());
        assertThat(calendars.feed(feed.id()).problem()).isNull();
        calendars.stop(feed.id());
        assertThatThrownBy(() -> calendars.refresh(feed.id())).hasMessageContaining("refusal.notFound.calendar");
        assertThat(sessions()).hasSize(4);
    }

    @Test
    void calls_import_subscribe_and_decide() {
        HttpResponse<String> planned = multipart(Diary.calendar(weekly("w", 2)), "&lunch=12:30-13:30");
        assertThat(planned.body())
                .contains("\"created\":2", "\"rejected\":[]", "\"importId\":\"")
                .doesNotContain("\"importId\":null");
        assertThat(multipart("rien".getBytes(StandardCharsets.UTF_8), "").statusCode())
                .isEqualTo(422);
        assertThat(multipart(Diary.calendar(), "&lunch=midi").statusCode()).isEqualTo(400);

        served = Diary.calendar(afternoons("x", 2));
        String body = "{\"name\":\"Agenda\",\"url\":\"" + url() + "\",\"group\":\"" + centre.group + "\",\"trainer\":\""
                + centre.trainer + "\"}";
        HttpResponse<String> feed = json("POST", "/api/v1/calendars", body);
        assertThat(feed.statusCode()).isEqualTo(201);
        String id = feed.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(json("GET", "/api/v1/calendars", "").body()).contains(id).doesNotContain("agenda.ics");
        served = Diary.calendar(afternoons("x", 1));
        assertThat(json("POST", "/api/v1/calendars/" + id + "/refresh", "").body())
                .contains("\"missing\":1");
        String removal = removals().getFirst().id().toString();
        assertThat(json("GET", "/api/v1/calendars/removals", "").body()).contains(removal);
        assertThat(json("POST", "/api/v1/calendars/removals/" + removal, "{\"decision\":\"PEUT-ETRE\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json("POST", "/api/v1/calendars/removals/" + removal, "{\"decision\":\"CANCEL\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json("POST", "/api/v1/calendars/removals/" + removal, "{\"decision\":\"CANCEL\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json("DELETE", "/api/v1/calendars/" + id, "").statusCode()).isEqualTo(204);
        assertThat(json(
                                "POST",
                                "/api/v1/calendars",
                                "{\"url\":\"file:///etc/passwd\",\"group\":\"" + centre.group + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    /** Mondays at nine from 30 November 2026. */
    private static String weekly(String uid, int count) {
        return event(
                uid,
                "DTSTART;TZID=Europe/Paris:20261130T090000",
                "DTEND;TZID=Europe/Paris:20261130T120000",
                "RRULE:FREQ=WEEKLY;COUNT=" + count);
    }

    private static String afternoons(String uid, int count) {
        return weekly(uid, count).replace("T090000", "T140000").replace("T120000", "T170000");
    }

    private Choices choices() {
        return new Choices(centre.group, centre.trainer, null, LocalTime.of(12, 30), LocalTime.of(13, 30));
    }

    private Choices choices(SameEvents same) {
        return new Choices(centre.group, centre.trainer, null, null, null, new Doubts(same, CancelledTitles.ASK));
    }

    private List<UUID> keys() {
        return sql.sql("select id from training_session where group_id = ? order by id")
                .param(centre.group)
                .query(UUID.class)
                .list();
    }

    private Report file(boolean dryRun, String... events) {
        return calendars.importFile("agenda.ics", Diary.calendar(events), choices(), dryRun);
    }

    private List<Removal> removals() {
        return timetables.removals().stream()
                .filter(one -> one.session().groupId().equals(centre.group))
                .toList();
    }

    private List<String> sessions() {
        return sql.sql("""
                        select concat_ws(' ', o.uid, to_char(s.starts_at at time zone 'Europe/Paris', 'HH24:MI'),
                                         s.stored_state, s.modality, s.meeting_provider, s.meeting_id)
                          from training_session s join session_source o on o.session_id = s.id
                         where s.group_id = ? order by s.starts_at
                        """).param(centre.group).query(String.class).list();
    }

    private String text(String query) {
        return sql.sql(query).query(String.class).single();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/agenda.ics";
    }

    private HttpResponse<String> json(String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("qualite-" + centre.code))
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> multipart(byte[] file, String parameters) {
        String body = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ics\"\r\n"
                + "Content-Type: text/calendar\r\n\r\n" + new String(file, StandardCharsets.UTF_8) + "\r\n--xx--\r\n";
        return calls.send(HttpRequest.newBuilder(calls.uri(
                        "/api/v1/imports/calendar?group=" + centre.group + "&trainer=" + centre.trainer + parameters))
                .header("Authorization", calls.authorization("qualite-" + centre.code))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
