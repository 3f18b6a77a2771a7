package fr.educentre.assidu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly pass looks at those whom the clock concerns, and at nobody else. */
@AssiduIT
class NightlyPassIT {

    private static final Instant MONDAY = Instant.parse("2027-11-15T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 11, 15);

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    Alerts alerts;

    @Autowired
    AssiduityRules rules;

    @Autowired
    EvaluationSchedule due;

    private SmallCentre centre;
    private UUID present;
    private UUID late;

    @BeforeEach
    void oneIsThereAndOneIsLate() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 2);
        present = centre.learners.get(0);
        late = centre.learners.get(1);
        // As if they had been members for long: a membership recorded since is looked at anyway.
        sql.sql("update group_membership set recorded_at = ? where group_id = ?")
                .param(Arguments.utc(MONDAY.minus(Duration.ofDays(300))))
                .param(centre.group)
                .update();
        UUID session = centre.session(MONDAY);
        background.leap(MONDAY.plusSeconds(300));
        calls.actAs("n-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        mark(session, present, AttendanceStatus.PRESENT);
        mark(session, late, AttendanceStatus.LATE);
        background.runDue();
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void only_those_whose_windows_slide_are_due_unless_the_rules_changed() {
        assertThat(dueOn(TODAY, rules.inForce())).isEmpty();
        assertThat(dueOn(TODAY.plusDays(29), rules.inForce())).isEmpty();
        assertThat(dueOn(TODAY.plusDays(30), rules.inForce()))
                .as("the late arrival leaves the window of thirty days")
                .containsExactly(late);
        assertThat(dueOn(TODAY, "other rules")).contains(present, late);
    }

    @Test
    void a_new_member_and_anybody_after_a_week_are_due() {
        Instant later = MONDAY.plus(Duration.ofDays(8));
        assertThat(due.between(null, centre.group, new EvaluationSchedule.Moment(later, TODAY, rules.inForce())))
                .contains(present, late);
        sql.sql("update group_membership set to_on = ? where learner_id = ?")
                .params(TODAY.plusDays(200), present)
                .update();
        assertThat(dueOn(TODAY, rules.inForce())).containsExactly(present);
        SystemActor.run(() -> alerts.evaluate(List.of(present)));
        assertThat(dueOn(TODAY, rules.inForce())).isEmpty();
    }

    @Test
    void whoever_changes_a_course_makes_its_learners_due_and_nobody_else() {
        var other = new SmallCentre(sql, 1);
        SystemActor.run(() -> alerts.evaluate(other.learners));
        sql.sql("insert into enrolment_event (id, enrolment_id, kind, occurs_on, reason, declared_at, declared_by)"
                        + " select gen_random_uuid(), id, 'INTERRUPTION', ?, 'essai', ?, 'essai' from enrolment"
                        + " where learner_id = ?")
                .params(TODAY, Arguments.utc(MONDAY), late)
                .update();
        assertThat(dueOn(TODAY, rules.inForce())).containsExactly(late);
        SystemActor.run(() -> alerts.evaluate(List.of(late)));
        sql.sql("insert into group_period (id, group_id, kind, from_on, to_on) values (gen_random_uuid(), ?,"
                        + " 'COMPANY', ?, ?)")
                .params(centre.group, TODAY.plusDays(7), TODAY.plusDays(11))
                .update();
        assertThat(dueOn(TODAY, rules.inForce())).containsExactlyInAnyOrder(present, late);
        SystemActor.run(() -> alerts.evaluate(centre.learners));
        UUID planned = centre.session(MONDAY.plus(Duration.ofDays(2)));
        assertThat(dueOn(TODAY, rules.inForce())).containsExactlyInAnyOrder(present, late);
        SystemActor.run(() -> alerts.evaluate(centre.learners));
        sql.sql("update training_session set opened_at = starts_at where id = ?")
                .param(planned)
                .update();
        assertThat(dueOn(TODAY, rules.inForce()))
                .as("nothing that a rule looks at")
                .isEmpty();
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(planned)
                .update();
        assertThat(dueOn(TODAY, rules.inForce())).containsExactlyInAnyOrder(present, late);
        assertThat(due.between(
                        null,
                        other.group,
                        new EvaluationSchedule.Moment(MONDAY.plusSeconds(3600), TODAY, rules.inForce())))
                .doesNotContainAnyElementsOf(other.learners);
    }

    @Test
    void a_job_looks_at_whole_groups_few_at_a_time() {
        UUID[] groups = {new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4)};
        var slices = EvaluationJobs.slices(List.of(
                new EvaluationSchedule.DueGroup(groups[0], 300),
                new EvaluationSchedule.DueGroup(groups[1], 200),
                new EvaluationSchedule.DueGroup(groups[2], 1),
                new EvaluationSchedule.DueGroup(groups[3], 900),
                new EvaluationSchedule.DueGroup(null, 7)));
        assertThat(slices)
                .extracting(Evaluation::key)
                .containsExactly(
                        "due::" + groups[1],
                        "due:" + groups[1] + ":" + groups[2],
                        "due:" + groups[2] + ":" + groups[3],
                        "due:without group");
        assertThat(EvaluationJobs.slices(List.of())).isEmpty();
    }

    private List<UUID> dueOn(LocalDate day, String inForce) {
        Instant now = MONDAY.plus(Duration.ofHours(1));
        return due.between(null, centre.group, new EvaluationSchedule.Moment(now, day, inForce)).stream()
                .filter(centre.learners::contains)
                .toList();
    }

    private void mark(UUID session, UUID learner, AttendanceStatus status) {
        Instant from = status == AttendanceStatus.LATE ? MONDAY.plus(Duration.ofMinutes(40)) : null;
        attendance.mark(session, learner, new Attendance.Mark(status, from, null, "appel", null));
    }
}
