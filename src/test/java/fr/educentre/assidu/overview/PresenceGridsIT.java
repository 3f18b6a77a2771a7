package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.overview.PresenceGrid.Cell;
import fr.educentre.assidu.overview.PresenceGrid.HeldSession;
import fr.educentre.assidu.overview.PresenceGrid.Line;
import fr.educentre.assidu.overview.PresenceGrids.Period;
import fr.educentre.assidu.overview.PresenceGrids.Window;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Learners by sessions: what is in the windows, in which order, and at what cost. */
@AssiduIT
class PresenceGridsIT {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2029-03-05T08:00:00Z");

    private static final Window SESSIONS = new Window(0, 20);
    private static final Window LEARNERS = new Window(0, 50);

    @Autowired
    PresenceGrids grids;

    @Autowired
    Attendance attendance;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    SqlCounter counter;

    @Autowired
    Texts texts;

    private final List<UUID> sessions = new ArrayList<>();
    private SmallCentre centre;

    @BeforeEach
    void four_days_of_class() {
        clock.set(MONDAY.plus(Duration.ofDays(2)).plus(Duration.ofHours(5)));
        centre = new SmallCentre(sql, 3);
        for (int day = 0; day < 4; day++) {
            sessions.add(centre.session(MONDAY.plus(Duration.ofDays(day))));
        }
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    /** An open alert shows on other screens. */
    @AfterEach
    void no_alert_is_left() {
        sql.sql("delete from alert where group_id = ?").param(centre.group).update();
    }

    @Test
    void sessions_that_have_begun_stand_latest_first_with_what_is_retained() {
        mark(0, 0, AttendanceStatus.PRESENT);
        mark(2, 0, AttendanceStatus.ABSENT);
        PresenceGrid grid = grids.ofGroup(centre.group, Period.WHOLE, SESSIONS, LEARNERS);

        assertThat(grid.sessions().items())
                .extracting(HeldSession::id)
                .containsExactly(sessions.get(2), sessions.get(1), sessions.get(0));
        assertThat(grid.sessions().totalElements()).isEqualTo(3);
        assertThat(line(grid, 0).cells())
                .extracting(Cell::status)
                .containsExactly(AttendanceStatus.ABSENT, AttendanceStatus.AWAITING_DATA, AttendanceStatus.PRESENT);
    }

    @Test
    void a_session_that_was_cancelled_has_no_column() {
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(sessions.get(1))
                .update();
        assertThat(grids.ofGroup(centre.group, Period.WHOLE, SESSIONS, LEARNERS)
                        .sessions()
                        .items())
                .extracting(HeldSession::id)
                .containsExactly(sessions.get(2), sessions.get(0));
    }

    @Test
    void whoever_was_not_a_member_yet_was_not_expected() {
        sql.sql("update group_membership set from_on = '2029-03-07' where learner_id = ?")
                .param(centre.learners.getFirst())
                .update();
        assertThat(line(grids.ofGroup(centre.group, Period.WHOLE, SESSIONS, LEARNERS), 0)
                        .cells())
                .extracting(Cell::sessionId)
                .containsExactly(sessions.get(2));
    }

    @Test
    void a_period_has_both_its_days_where_the_group_meets() {
        var tuesday = LocalDate.of(2029, 3, 6);
        assertThat(grids.ofGroup(centre.group, new Period(tuesday, tuesday), SESSIONS, LEARNERS)
                        .sessions()
                        .items())
                .extracting(HeldSession::id)
                .containsExactly(sessions.get(1));
        // Half past midnight in Paris is still the day before by universal time.
        UUID early = centre.session(Instant.parse("2029-03-05T23:30:00Z"));
        assertThat(grids.ofGroup(centre.group, new Period(tuesday, tuesday), SESSIONS, LEARNERS)
                        .sessions()
                        .items())
                .extracting(HeldSession::id)
                .contains(early);
    }

    @Test
    void learners_at_risk_come_first_with_the_reason_and_health_is_no_reason_to_read() {
        alert(centre.learners.get(2), "Trois absences en une semaine", false, "OPEN");
        alert(centre.learners.get(1), "Zeppelin", true, "ACKNOWLEDGED");
        alert(centre.learners.get(0), "Passé", false, "RESOLVED");
        List<Line> lines = grids.ofGroup(centre.group, Period.WHOLE, SESSIONS, LEARNERS)
                .learners()
                .items();

        assertThat(lines)
                .extracting(Line::learnerId)
                .containsExactly(centre.learners.get(1), centre.learners.get(2), centre.learners.get(0));
        assertThat(lines).extracting(Line::atRisk).containsExactly(true, true, false);
        assertThat(lines.get(1).why().getFirst().read(texts)).isEqualTo("Trois absences en une semaine");
        assertThat(lines.get(0).why().getFirst().read(texts)).doesNotContain("Zeppelin");
    }

    @Test
    void windows_are_bounded_and_cost_the_same_number_of_statements() throws Exception {
        PresenceGrid second = grids.ofGroup(centre.group, Period.WHOLE, new Window(1, 2), new Window(1, 2));
        assertThat(second.sessions().items()).extracting(HeldSession::id).containsExactly(sessions.get(0));
        assertThat(second.learners().items()).hasSize(1);
        assertThat(second.learners().totalElements()).isEqualTo(3);

        int few = statements();
        for (int i = 0; i < 20; i++) {
            centre.learner(10 + i, LocalDate.of(1990, 1, 1));
            centre.session(MONDAY.minus(Duration.ofDays(i + 1)));
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(8);
    }

    private int statements() throws Exception {
        return counter.statementsOf(() -> grids.ofGroup(centre.group, Period.WHOLE, SESSIONS, LEARNERS))
                .size();
    }

    @Test
    void a_program_reads_the_grid_and_is_told_what_it_asked_amiss() {
        mark(2, 0, AttendanceStatus.ABSENT);
        JsonNode grid = JsonMapper.shared()
                .readTree(get("?from=2029-03-06&sessionSize=2").body());
        assertThat(grid.path("sessions").path("totalElements").asInt()).isEqualTo(2);
        assertThat(grid.path("sessions").path("items").get(0).path("startsAt").asString())
                .isEqualTo("2029-03-07T09:00:00+01:00");
        assertThat(grid.path("totalElements").asInt()).isEqualTo(3);
        assertThat(grid.path("items").get(0).path("cells").get(0).path("status").asString())
                .isEqualTo("ABSENT");
        for (String amiss : List.of("?from=hier", "?from=2029-03-07&to=2029-03-06", "?sessionSize=0", "?page=-1")) {
            assertThat(get(amiss).statusCode()).as(amiss).isEqualTo(400);
        }
    }

    @Test
    void a_trainer_of_other_groups_does_not_read_it() {
        calls.account("x-" + centre.code, Role.TRAINER, SmallCentre.id());
        assertThat(get("x-", "").statusCode()).isEqualTo(403);
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertThat(get("t-", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String query) {
        return get("q-", query);
    }

    private HttpResponse<String> get(String who, String query) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/groups/" + centre.group + "/presence-grid" + query))
                .header("Authorization", calls.authorization(who + centre.code))
                .build());
    }

    private void mark(int session, int learner, AttendanceStatus status) {
        attendance.mark(
                sessions.get(session), centre.learners.get(learner), new Mark(status, null, null, "appel", null));
    }

    private Line line(PresenceGrid grid, int learner) {
        return grid.learners().items().stream()
                .filter(one -> one.learnerId().equals(centre.learners.get(learner)))
                .findFirst()
                .orElseThrow();
    }

    private void alert(UUID learner, String why, boolean health, String state) {
        sql.sql("""
                insert into alert (id, learner_id, group_id, rule_id, rule_version, rule_name, episode, state, explanation,
                                   at_risk, about_health, facts, actions, raised_at, changed_at)
                select ?, ?, ?, id, 1, 'Trois absences en un mois', ?, ?, ?, true, ?, '{"values":{},"sessions":[]}', '[]', now(), now()
                  from rule where code = 'trois-absences'
                """)
                .params(SmallCentre.id(), learner, centre.group, why, state, why, health)
                .update();
    }
}
