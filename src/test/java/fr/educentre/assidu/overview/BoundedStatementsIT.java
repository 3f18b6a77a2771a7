package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Planning;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.TaskList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class BoundedStatementsIT {

    private static final int MOST = 25;

    @Autowired
    SqlCounter counter;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    Clock clock;

    @Autowired
    Dashboards dashboards;

    @Autowired
    PresenceGrids grids;

    @Autowired
    HomeQueries home;

    @Autowired
    Attendance attendance;

    @Autowired
    AbsenceCases absences;

    @Autowired
    Sessions sessions;

    @Autowired
    Planning planning;

    @Autowired
    Groups groups;

    @Autowired
    Learners learners;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Alerts alerts;

    @Autowired
    Outbox outbox;

    @Autowired
    RuleBook rules;

    @Autowired
    TaskList tasks;

    @Test
    void what_a_screen_or_call_reads_takes_as_many_statements_for_thirty_learners_as_for_three() throws Exception {
        Map<String, Integer> few = counted(centre(3, 2));
        Map<String, Integer> many = counted(centre(30, 6));
        // One more at the most: names are read when there is an alert to name, whatever their number.
        many.forEach((read, count) -> assertThat(count).as(read).isBetween(few.get(read), few.get(read) + 1));
        assertThat(few.values()).allSatisfy(count -> assertThat(count).isBetween(1, MOST));
    }

    @Test
    void a_week_of_all_rows_takes_as_many_statements_as_a_week_of_one() throws Exception {
        for (Centre held : List.of(centre(3, 6), centre(3, 6))) {
            sql.sql("update training_session set room = ? where group_id = ?")
                    .params("B12", held.small().group)
                    .update();
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), SmallCentre.PARIS).minusDays(18);
        for (Planning.By by : Planning.By.values()) {
            var week = Planning.Week.of(by, day, "");
            assertThat(planning.rows(week, 0, 100).items()).as("rows by %s", by).hasSizeGreaterThan(1);
            int one = counter.statementsOf(() -> planning.rows(week, 0, 1)).size();
            int all = counter.statementsOf(() -> planning.rows(week, 0, 100)).size();
            assertThat(all).as("by %s", by).isEqualTo(one).isLessThanOrEqualTo(6);
        }
    }

    private Map<String, Integer> counted(Centre centre) throws Exception {
        Map<String, Callable<?>> reads = new LinkedHashMap<>();
        UUID learner = centre.small().learners.getFirst();
        UUID group = centre.small().group;
        reads.put("group dashboard", () -> dashboards.ofGroup(group));
        reads.put(
                "group's grid",
                () -> grids.ofGroup(
                        group,
                        PresenceGrids.Period.WHOLE,
                        new PresenceGrids.Window(0, 20),
                        new PresenceGrids.Window(0, 50)));
        reads.put("learner's figures", () -> dashboards.ofLearner(learner));
        reads.put("learner's timeline", () -> dashboards.timeline(learner, true, 0, 50));
        reads.put("home: arrivals", () -> home.arrivals(centre.sessions()));
        reads.put("home: awaiting data", () -> home.over(centre.small().trainer));
        reads.put("home: trend", () -> home.trend(centre.small().trainer, 8));
        reads.put(
                "session's roster", () -> attendance.ofSession(centre.sessions().getFirst()));
        reads.put("rosters", () -> attendance.ofSessions(centre.sessions()));
        reads.put("absences to treat", () -> absences.open(centre.small().trainer, 50, 0));
        reads.put(
                "sessions",
                () -> sessions.search(
                        new Sessions.Query(group, centre.small().trainer, null, null, null, Set.of()), 0, 50));
        reads.put("groups", () -> groups.search(centre.small().trainer, 0, 50));
        reads.put("learners", () -> learners.search(null, group, null, 0, 50));
        reads.put("enrolments", () -> enrolments.ofLearners(centre.small().learners));
        reads.put("alerts", () -> alerts.search(new Alerts.Query(group, null, null, null), 0, 50));
        reads.put("messages", () -> outbox.search(null, null, 0, 50));
        reads.put("rules", () -> rules.all());
        reads.put("tasks", () -> tasks.of(new Actor(null, "tom", "Tom", Role.TRAINER, centre.small().trainer), 0, 50));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var read : reads.entrySet()) {
            counts.put(read.getKey(), counter.statementsOf(read.getValue()).size());
        }
        return counts;
    }

    private Centre centre(int learnerCount, int sessionCount) {
        var small = new SmallCentre(sql, learnerCount);
        calls.actAs("bounded-quality", Role.QUALITY_MANAGER, UUID.randomUUID());
        List<UUID> held = new ArrayList<>();
        Instant start = clock.instant().minus(Duration.ofDays(20));
        for (int i = 0; i < sessionCount; i++) {
            UUID session = small.session(start.plus(Duration.ofDays(i)));
            held.add(session);
            attendance.mark(
                    session,
                    small.learners.getFirst(),
                    new Attendance.Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
            attendance.mark(
                    session,
                    small.learners.getLast(),
                    new Attendance.Mark(AttendanceStatus.PRESENT, null, null, "appel", null));
        }
        return new Centre(small, held);
    }

    private record Centre(SmallCentre small, List<UUID> sessions) {}
}
