package fr.educentre.assidu.relaunch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several rules that fire at the same moment: each alert is told, the learner is written to once. */
@AssiduIT
class SeveralRulesAtOnceIT {

    private static final Instant MONDAY = Instant.parse("2028-04-03T07:00:00Z");
    private static final String RULE = """
            règle "%s"
            pour les apprenants du groupe %s
            quand
                l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
            alors
            %s\
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
    private final List<UUID> written = new java.util.ArrayList<>();

    @AfterEach
    void retire() {
        acting();
        written.forEach(rule -> book.retire(rule, "Fin de l'essai"));
        Calls.actAsSystem();
    }

    @Test
    void each_alert_is_told_and_one_reminder_leaves() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        UUID learner = centre.learners.getFirst();
        write("Relance A", "relancer l'apprenant avec le modèle \"Absences répétées\"");
        write("Relance B", "relancer l'apprenant avec le modèle \"Absences répétées\"");
        write("Note C", "ajouter la note \"à voir en équipe\"");
        for (int day = 0; day < 2; day++) {
            Instant start = MONDAY.plus(Duration.ofDays(day));
            UUID session = centre.session(start);
            background.leap(start.plus(Duration.ofHours(1)));
            acting();
            attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
            Calls.actAsSystem();
            background.runDue();
        }
        background.runDue();
        assertThat(mails(0)).isPositive();
        background.runDue();
        assertThat(mails(0)).as("one reminder, whatever the number of rules").isEqualTo(1);
        assertThat(relaunches.ofLearner(learner)).hasSize(1);
        List<AlertView> raised = alerts.ofLearner(learner);
        assertThat(raised)
                .extracting(one -> one.raisedBy().ruleName())
                .as("the shipped rule of consecutive absences holds back, its exception says so")
                .contains(name("Relance A"), name("Relance B"), name("Note C"));
        assertThat(raised)
                .allSatisfy(one -> assertThat(journalled("alert.raised", one.id()))
                        .as(one.raisedBy().ruleName())
                        .isEqualTo(1));
        assertThat(journalled(
                        "learner.noted",
                        raised.stream()
                                .filter(one -> one.raisedBy().ruleName().equals(name("Note C")))
                                .findFirst()
                                .orElseThrow()
                                .id()))
                .isEqualTo(1);
    }

    private void write(String name, String action) {
        acting();
        UUID rule = book.create("assiduity", Draft.of(RULE.formatted(name(name), "G-" + centre.code, action)))
                .id();
        book.publish(rule, 1, "Essai");
        written.add(rule);
        Calls.actAsSystem();
    }

    private String name(String name) {
        return name + " " + centre.code;
    }

    private int mails(int learner) {
        return Mails.texts(mail, centre.email(learner), "Faisons le point").size();
    }

    private int journalled(String action, UUID subject) {
        return sql.sql("select count(*) from journal_entry where action = ? and subject_id = ?")
                .params(action, subject.toString())
                .query(Integer.class)
                .single();
    }

    private void acting() {
        calls.actAs("several-quality", Role.QUALITY_MANAGER, new UUID(0, 34));
    }
}
