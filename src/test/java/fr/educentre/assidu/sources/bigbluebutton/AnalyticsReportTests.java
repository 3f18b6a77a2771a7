package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsReportTests {

    private static final String BODY = """
            {"version":"1.0","meeting_id":"m-1","internal_meeting_id":"abc-1684349961000","data":{"metadata":{},
             "duration":7200,"start":"2023-05-17T18:00:00.000+00:00","finish":"2023-05-17T22:00:00.000+02:00","attendees":[%s]}}""";

    @Test
    void each_device_is_told_of_by_itself_and_a_missing_departure_is_the_meetings_end() {
        assertThat(stays("""
                {"ext_user_id":"L-1","name":"Zoé","moderator":false,"joins":["2023-05-17T18:00:10.000+00:00"],"leaves":[],
                 "sessions":[
                  {"joins":[{"timestamp":"2023-05-17T18:00:10.000+00:00","userid":"w_a","event":"join"},
                            {"timestamp":"2023-05-17T18:40:00.000+00:00","userid":"w_a","event":"join"}],
                   "lefts":[{"timestamp":"2023-05-17T18:30:00.000+00:00","userid":"w_a","event":"left"}]},
                  {"joins":[{"timestamp":"2023-05-17T18:10:00.000+00:00","userid":"w_b","event":"join"}],
                   "lefts":[{"timestamp":"2023-05-17T18:20:00.000+00:00","userid":"w_b","event":"left"}]}]}"""))
                .containsExactly(
                        "L-1 w_a 18:00:10-18:30 false", "L-1 w_a 18:40-20:00 true", "L-1 w_b 18:10-18:20 false");
    }

    @Test
    void without_sessions_the_merged_arrivals_and_departures_are_a_union() {
        assertThat(stays("""
                {"extUserId":"L-2","name":"Karim",
                 "joins":["2023-05-17T18:00:00+00:00","2023-05-17T18:10:00+00:00","2023-05-17T19:00:00+00:00"],
                 "leaves":["2023-05-17T18:20:00+00:00","2023-05-17T18:30:00+00:00"]}""")).containsExactly("L-2 null 18:00-18:30 false", "L-2 null 19:00-20:00 true");
    }

    @Test
    void who_has_no_identifier_of_ours_is_known_by_name() {
        assertThat(stays("""
                {"ext_user_id":"w_zz","name":"Éva  ROUX","joins":["2023-05-17T18:00:00+00:00"],
                 "leaves":["2023-05-17T18:20:00+00:00"]},
                {"ext_user_id":"Eva@Example.org","name":"","joins":["2023-05-17T18:00:00+00:00"],"leaves":[]},
                {"ext_user_id":"","name":"","joins":["2023-05-17T18:00:00+00:00"],"leaves":[]}"""))
                .containsExactly("eva roux null 18:00-18:20 false", "eva@example.org null 18:00-20:00 true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"meeting_id\":\"m\",\"internal_meeting_id\":\"i\",\"data\":{}}",
                "{\"meeting_id\":\"m\",\"internal_meeting_id\":\"i\",\"data\":{\"attendees\":[],\"start\":\"x\",\"finish\":\"y\"}}",
                "{\"meeting_id\":\"m\",\"internal_meeting_id\":\"i\",\"data\":{\"attendees\":[],\"start\":\"1000-01-01T00:00:00Z\","
                        + "\"finish\":\"+99999-01-01T00:00:00Z\"}}"
            })
    void what_it_cannot_read_it_says(String body) {
        assertThatThrownBy(() -> AnalyticsReport.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadablePayloadException.class);
    }

    private static List<String> stays(String attendees) {
        return AnalyticsReport.read(BODY.formatted(attendees).getBytes(StandardCharsets.UTF_8)).stays().stream()
                .map(stay -> stay.person().key() + " " + stay.connection() + " "
                        + stay.from().atZone(java.time.ZoneOffset.UTC).toLocalTime() + "-"
                        + stay.to().atZone(java.time.ZoneOffset.UTC).toLocalTime() + " " + stay.implicitEnd())
                .toList();
    }
}
