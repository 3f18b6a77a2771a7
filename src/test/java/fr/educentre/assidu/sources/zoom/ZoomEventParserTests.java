package fr.educentre.assidu.sources.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomEventParserTests {

    private final ZoomEventParser reader = new ZoomEventParser();

    private ZoomEvent read(String text) {
        return reader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String type, String object) {
        return "{'event':'" + type + "','event_ts':1648038809439,'payload':{'account_id':'A','object':" + object + "}}";
    }

    private static String participant(String fields) {
        return "{'id':'86431910364','uuid':'u==','participant':{'user_id':'16778240','user_name':'Zoé'," + fields
                + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "meeting.participant_joined, join_time",
        "meeting.participant_joined_breakout_room, join_time",
        "meeting.participant_admitted, date_time",
        "webinar.participant_joined, join_time"
    })
    void arrivals(String type, String time) {
        assertThat(read(event(type, participant("'" + time + "':'2022-03-23T12:33:29Z'"))))
                .isInstanceOfSatisfying(ZoomEvent.Came.class, came -> {
                    assertThat(came.at()).isEqualTo("2022-03-23T12:33:29Z");
                    assertThat(came.meeting()).isEqualTo(new ZoomEvent.Meeting("86431910364", "u=="));
                    assertThat(came.connection()).isEqualTo("16778240");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "meeting.participant_left, leave_time",
        "meeting.participant_left_breakout_room, leave_time",
        "meeting.participant_put_in_waiting_room, date_time",
        "webinar.participant_left, leave_time"
    })
    void departures(String type, String time) {
        assertThat(read(event(type, participant("'" + time + "':'2022-03-23T12:33:29Z'"))))
                .isInstanceOfSatisfying(
                        ZoomEvent.Went.class, went -> assertThat(went.at()).isEqualTo("2022-03-23T12:33:29Z"));
    }

    @Test
    void who_waits_to_be_let_in_is_seen_and_nothing_more() {
        assertThat(read(event(
                        "meeting.participant_joined_waiting_room", participant("'date_time':'2022-03-23T12:33:29Z'"))))
                .isInstanceOfSatisfying(
                        ZoomEvent.Waited.class,
                        waited -> assertThat(waited.at()).isEqualTo("2022-03-23T12:33:29Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meeting.started",
                "meeting.participant_left_waiting_room",
                "meeting.participant_jbh_waiting",
                "meeting.participant_jbh_joined",
                "meeting.participant_jbh_waiting_left",
                "meeting.participant_role_changed",
                "meeting.participant_bind",
                "meeting.registration_created",
                "something.new"
            })
    void what_is_no_presence(String type) {
        assertThat(read(event(type, participant("'date_time':'2022-03-23T12:33:29Z'"))))
                .isEqualTo(new ZoomEvent.Other(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x':1",
                "'email':null,'registrant_id':null,'customer_key':null",
                "'email':'','registrant_id':'','customer_key':''",
                "'email':' ','registrant_id':' ','customer_key':' '"
            })
    void null_empty_and_absent_are_alike(String fields) {
        assertThat(read(event(
                        "meeting.participant_joined", participant(fields + ",'join_time':'2022-03-23T12:33:29Z'"))))
                .isInstanceOfSatisfying(
                        ZoomEvent.Came.class,
                        came -> assertThat(came.who()).isEqualTo(new ZoomParticipant(null, null, null, "Zoé")));
    }

    @Test
    void numbers_may_be_numbers_and_hold_spaces() {
        assertThat(
                        read(
                                event(
                                        "meeting.participant_left",
                                        "{'id':86431910364,'uuid':'u','participant':{'user_id':7,'user_name':'Z','leave_time':'2022-03-23T13:33:29+01:00'}}")))
                .isInstanceOfSatisfying(ZoomEvent.Went.class, went -> {
                    assertThat(went.meeting().number()).isEqualTo("86431910364");
                    assertThat(went.connection()).isEqualTo("7");
                    assertThat(went.at()).isEqualTo("2022-03-23T12:33:29Z");
                });
        assertThat(read(event("meeting.ended", "{'id':'864 3191 0364','uuid':'u','end_time':'2022-03-23T12:33:29Z'}")))
                .isEqualTo(new ZoomEvent.Ended(
                        new ZoomEvent.Meeting("86431910364", "u"), Instant.parse("2022-03-23T12:33:29Z"), null));
    }

    @Test
    void a_room_has_a_connection_of_its_own_where_zoom_gives_it_none() {
        String room = "{'id':'1','uuid':'u','breakout_room_uuid':'bo','participant':{'user_id':'7',%s"
                + "'join_time':'2022-03-23T12:33:29Z'}}";
        assertThat(connection(room.formatted(""))).isEqualTo("7/bo");
        assertThat(connection(room.formatted("'parent_user_id':'7',"))).isEqualTo("7/bo");
        assertThat(connection(room.formatted("'parent_user_id':'3',"))).isEqualTo("7");
    }

    private String connection(String object) {
        return ((ZoomEvent.Came) read(event("meeting.participant_joined_breakout_room", object))).connection();
    }

    @Test
    void without_its_own_time_an_event_has_that_of_its_sending() {
        assertThat(read(event("meeting.participant_joined", participant("'join_time':'soon'"))))
                .isInstanceOfSatisfying(
                        ZoomEvent.Came.class,
                        came -> assertThat(came.at()).isEqualTo(Instant.ofEpochMilli(1648038809439L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{'event':",
                "{'event':null}",
                "{'event':'meeting.ended'}",
                "{'event':'meeting.participant_joined','payload':{'object':{'id':'1','uuid':'u'}}}",
                "{'event':'meeting.participant_joined','payload':{'object':{'id':'1','participant':{'user_id':'1'}}}}",
                "{'event':'meeting.ended','payload':{'object':{'id':'1','end_time':'+999999999-01-01T00:00:00Z'}}}"
            })
    void what_lacks_the_essential_is_told(String text) {
        assertThat(read(text)).isInstanceOf(ZoomEvent.Unreadable.class);
    }

    @Test
    void a_key_given_to_a_client_may_be_an_identifier_without_its_dashes() {
        var who = new ZoomParticipant(null, "0193A4B5C6D778E99F00112233445566", null, null);
        assertThat(who.ownKey()).isEqualTo("0193a4b5-c6d7-78e9-9f00-112233445566");
        assertThat(new ZoomParticipant(null, "L-12", null, null).ownKey()).isEqualTo("L-12");
    }

    @Test
    void an_instance_with_slashes_is_encoded_twice() {
        assertThat(ZoomClient.segment("/ajXp112QmuoKj4854875==")).isEqualTo("%252FajXp112QmuoKj4854875%253D%253D");
        assertThat(ZoomClient.segment("aj//Xp==")).isEqualTo("aj%252F%252FXp%253D%253D");
        assertThat(ZoomClient.segment("aj/Xp+A==")).isEqualTo("aj%2FXp%2BA%3D%3D");
    }

    @Test
    void the_spellings_of_a_number() {
        assertThat(MeetingNumber.spellings("864-3191 0364"))
                .startsWith("86431910364", "864 3191 0364", "864-3191-0364");
        assertThat(MeetingNumber.spellings("1234567890")).contains("123 456 7890");
        assertThat(MeetingNumber.spellings("123456789")).contains("123 456 789");
        assertThat(MeetingNumber.spellings("salle")).containsExactly("salle");
    }
}
