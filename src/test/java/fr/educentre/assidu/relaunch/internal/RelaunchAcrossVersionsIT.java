package fr.educentre.assidu.relaunch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
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

/** A relaunch goes on as the version that began it says, whatever is published meanwhile. */
@AssiduIT
class RelaunchAcrossVersionsIT {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2028-03-06T08:00:00Z");

    private static final Instant THREE_WORKING_DAYS_LATER = Instant.parse("2028-03-13T23:30:00Z");
    private static final String RULE = """
            règle "%s"
            pour les apprenants du groupe %s
            quand
                l'apprenant a au moins %d demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
            alors
            relancer l'apprenant avec le modèle "%s\"\
        """;

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    @Autowired
    Attendance attendance;

    @Autowired
    Alerts alerts;

    @Autowired
    Relaunches relaunches;

    private SmallCentre centre;
    private UUID learner;
    private UUID rule;

    @BeforeEach
    void a_relaunch_of_the_first_version_runs() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        acting();
        rule = book.create(
                        "assiduity", Draft.of(text(2, "Absences répétées") + ", puis de nouveau après 3 jours ouvrés"))
                .id();
        book.publish(rule, 1, "Essai");
        mark(0, AttendanceStatus.ABSENT);
        mark(1, AttendanceStatus.PRESENT);
        mark(2, AttendanceStatus.ABSENT);
        background.runDue();
        assertThat(repeated()).isEqualTo(1);
    }

    @AfterEach
    void retire() {
        acting();
        book.retire(rule, "Fin de l'essai");
        Calls.actAsSystem();
    }

    @Test
    void its_second_mail_leaves_in_the_words_and_at_the_pace_it_began_with() {
        acting();
        book.draft(rule, Draft.of(text(5, "Activité à distance en attente")));
        book.publish(rule, 2, "Moins de relances");
        Calls.actAsSystem();
        alerts.evaluate(java.util.List.of(learner));
        background.leap(THREE_WORKING_DAYS_LATER);
        assertThat(repeated()).isEqualTo(2);
        background.runDue();
        assertThat(Mails.texts(mail, centre.email(0), "activité"))
                .as("nothing of the second version, which does not fire")
                .isEmpty();
        assertThat(relaunches.ofLearner(learner))
                .singleElement()
                .satisfies(one -> assertThat(one.reminders().secondSentAt()).isNotNull());
    }

    @Test
    void it_stops_once_the_version_it_began_with_no_longer_holds_although_the_new_one_would() {
        acting();
        book.draft(rule, Draft.of(text(1, "Activité à distance en attente")));
        book.publish(rule, 2, "Plus tôt");
        UUID first = sql.sql("select id from training_session where group_id = ? order by starts_at limit 1")
                .param(centre.group)
                .query(UUID.class)
                .single();
        attendance.mark(first, learner, new Mark(AttendanceStatus.PRESENT, null, null, "appel", null));
        Calls.actAsSystem();
        background.leap(THREE_WORKING_DAYS_LATER);
        assertThat(repeated()).as("no second mail of what no longer holds").isEqualTo(1);
        assertThat(relaunches.ofLearner(learner))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo("FACTS_CHANGED"));
    }

    private void mark(int day, AttendanceStatus status) {
        Instant start = MONDAY.plus(Duration.ofDays(day));
        UUID session = centre.session(start);
        background.leap(start.plus(Duration.ofHours(1)));
        acting();
        attendance.mark(session, learner, new Mark(status, null, null, "appel", null));
        Calls.actAsSystem();
        background.runDue();
    }

    private long repeated() {
        return Mails.texts(mail, centre.email(0), "Faisons le point").size();
    }

    private String text(int halfDays, String template) {
        return RULE.formatted("Relance " + centre.code, "G-" + centre.code, halfDays, template);
    }

    private void acting() {
        calls.actAs("versions-quality", Role.QUALITY_MANAGER, new UUID(0, 33));
    }
}
