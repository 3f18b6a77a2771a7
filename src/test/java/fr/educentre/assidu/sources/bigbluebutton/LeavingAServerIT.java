package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connection that is taken away takes its web hook along; a class is ended by who gives it. */
@AssiduIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingAServerIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    SourceConnections connections;

    @Autowired
    WebhookRegistrationJob keeping;

    private VirtualClass room;
    private int tests;

    @BeforeEach
    void a_server_is_set_up() throws Exception {
        room = new VirtualClass(sql, calls, background, 1);
        sql.sql("insert into connector_setting (connector, name, value, set_by, set_at)"
                        + " values ('bigbluebutton', 'url', ?, 't', now())"
                        + " on conflict (connector, name) do update set value = excluded.value")
                .param(room.peer.url())
                .update();
        // Later at each test, as what is known of connections is remembered by the clock.
        clock.advance(Duration.ofMinutes(++tests));
        calls.actAs("admin-" + room.centre.code, Role.ADMIN, SmallCentre.id());
    }

    @AfterEach
    void taken_away() {
        sql.sql("delete from connector_setting where connector = 'bigbluebutton'")
                .update();
        clock.advance(Duration.ofSeconds(6));
        room.close();
    }

    @Test
    void the_web_hook_goes_with_the_connection() {
        keeping.run(new NextRun());
        assertThat(room.peer.hooks()).hasSize(1);
        connections.set("bigbluebutton", Map.of("url", ""));
        assertThat(room.peer.hooks()).isEmpty();
    }

    @Test
    void a_change_that_stays_with_the_server_leaves_the_web_hook() {
        keeping.run(new NextRun());
        connections.set("bigbluebutton", Map.of("url", room.peer.url()));
        assertThat(room.peer.hooks()).hasSize(1);
        assertThat(room.peer.calls()).doesNotContain("hooks/destroy");
    }

    @Test
    void a_server_that_is_gone_does_not_keep_its_connection() {
        room.close();
        connections.set("bigbluebutton", Map.of("url", ""));
        clock.advance(Duration.ofSeconds(6));
        assertThat(connections.fields("bigbluebutton"))
                .filteredOn(field -> field.name().equals("url"))
                .singleElement()
                .satisfies(field -> assertThat(field.set()).isFalse());
        assertThat(jobs()).hasSize(1).noneMatch(payload -> payload.contains(VirtualClass.SECRET));
    }

    /** What the job that is to try again carries. */
    private List<String> jobs() {
        return sql.sql("""
                        select v.text_ from act_ru_variable v
                          join act_ru_execution e on e.proc_inst_id_ = v.proc_inst_id_ and e.parent_id_ is null
                         where v.name_ = 'jobPayload' and e.business_key_ = ?
                        """)
                .param("bigbluebutton.leave:" + room.peer.url().replaceAll("/$", ""))
                .query(String.class)
                .list();
    }

    @Test
    void the_class_is_ended_by_who_gives_it_alone() {
        String trainer = "t-" + room.centre.code;
        calls.account(trainer, Role.TRAINER, room.centre.trainer);
        calls.account("o-" + room.centre.code, Role.TRAINER, SmallCentre.id());
        assertThat(end(trainer)).as("not open yet").isEqualTo(409);
        room.peer.create(room.meeting, "Atelier", Map.of());
        assertThat(end("o-" + room.centre.code)).isEqualTo(403);
        assertThat(room.peer.calls()).doesNotContain("join " + room.meeting);
        assertThat(end(trainer)).isEqualTo(204);
        assertThat(room.peer.calls()).contains("end " + room.meeting);
        assertThat(sql.sql("select count(*) from journal_entry where action = 'session.roomEnded' and subject_id = ?")
                        .param(room.session.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private int end(String account) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + room.session + "/meeting"))
                        .header("Authorization", calls.authorization(account))
                        .DELETE()
                        .build())
                .statusCode();
    }
}
