package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.management.CatchUps;
import fr.educentre.assidu.training.management.NewCatchUp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hours of a catch-up count once, in their own slot; the session that was missed stays what was to be followed. */
@AssiduIT
class CatchUpCountsIT {

    private static final Instant START = Instant.parse("2027-05-03T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    @Autowired
    Attendance attendance;

    @Autowired
    Sessions sessions;

    @Autowired
    CatchUps catchUps;

    @Autowired
    Dashboards dashboards;

    @Test
    void a_session_joined_in_place_of_a_missed_one_adds_hours_and_nothing_to_follow() {
        background.leap(START.minus(Duration.ofDays(1)));
        var centre = new SmallCentre(sql, 1);
        var others = new SmallCentre(sql, 1);
        sql.sql(
                        "update learner_group set programme_id = (select programme_id from learner_group where id = ?) where id = ?")
                .params(centre.group, others.group)
                .update();
        UUID missed = centre.session(START);
        UUID joined = others.session(START.plus(Duration.ofDays(2)));
        UUID learner = centre.learners.getFirst();
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        background.leap(START.plus(Duration.ofHours(4)));
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(missed, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        sessions.close(missed, "q");
        assertThat(catchUps.candidates(missed, learner)).extracting("id").contains(joined);
        catchUps.plan(missed, SmallCentre.id(), new NewCatchUp(learner, joined, null));
        background.leap(START.plus(Duration.ofDays(2)).plus(Duration.ofHours(4)));
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(joined, learner, new Mark(AttendanceStatus.PRESENT, null, null, "appel", null));
        sessions.close(joined, "q");
        var figures = dashboards.ofLearner(learner).figures().attendance();
        assertThat(figures.observedMinutes()).as("the hours count").isEqualTo(180);
        assertThat(figures.taughtMinutesToDate())
                .as("three hours were to be followed, not six")
                .isEqualTo(180);
    }
}
