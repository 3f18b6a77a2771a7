package fr.educentre.assidu.justification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.JustificationRequests;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who follows a learner asks again for what is still to justify, once a day. */
@AssiduIT
class JustificationRequestsIT {

    private static final Instant START = Instant.parse("2027-03-09T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    JustificationRequests requests;

    private SmallCentre centre;
    private UUID learner;

    @BeforeEach
    void an_absence() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        UUID session = centre.session(START);
        background.leap(START.plusSeconds(300));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        Calls.actAsSystem();
        background.leap(START.plus(Duration.ofHours(2)));
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void a_mail_with_the_link_leaves_at_once_and_not_twice_a_day() {
        int before = mails();
        follows();
        assertThat(requests.ask(learner)).isEqualTo(1);
        assertThatThrownBy(() -> requests.ask(learner))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.justification.askedToday"));
        Calls.actAsSystem();
        background.runDue();
        assertThat(mails()).isEqualTo(before + 1);
        assertThat(Mails.texts(mail, centre.email(0), "").getLast()).contains("/j/");
    }

    @Test
    void a_learner_without_address_or_of_other_groups_is_not_asked() {
        calls.actAs("other-" + centre.code, Role.REFERENT, UUID.randomUUID());
        assertThatThrownBy(() -> requests.ask(learner))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_YOURS));
        sql.sql("update learner set email = null where id = ?").param(learner).update();
        follows();
        assertThatThrownBy(() -> requests.ask(learner))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.justification.noAddress"));
    }

    @Test
    void nothing_is_asked_where_nothing_waits() {
        sql.sql("update absence_case set state = 'JUSTIFIED' where learner_id = ?")
                .param(learner)
                .update();
        follows();
        assertThatThrownBy(() -> requests.ask(learner))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.justification.nothingToAsk"));
    }

    private int mails() {
        return Mails.texts(mail, centre.email(0), "").size();
    }

    private void follows() {
        calls.actAs("ref-" + centre.code, Role.REFERENT, centre.referent);
    }
}
