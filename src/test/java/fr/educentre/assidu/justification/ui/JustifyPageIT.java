package fr.educentre.assidu.justification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.ui.VisitorAddress;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskList;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page behind the link of a mail, for whoever has no account. */
class JustifyPageIT extends ViewTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-05-11T07:00:00Z");

    private static final Pattern LINK = Pattern.compile("http://assidu\\.test(/j/\\S+)");

    @Autowired
    Attendance attendance;

    @Autowired
    CurrentActor current;

    @Autowired
    Justifications justifications;

    @Autowired
    TaskList tasks;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Test
    void a_link_that_is_no_longer_good_says_whom_to_call() {
        new SmallCentre(sql, 1);
        open("/j/un-lien-qui-n-est-plus-bon");
        assertThat(shown())
                .contains("Ce lien n'est plus valable", "Ouvrez le lien du dernier courriel reçu, ou appelez");
        assertThat(offers("Envoyer mon justificatif")).isFalse();
        click("English");
        assertThat(shown()).doesNotContain("Ce lien n'est plus valable");
    }

    @Test
    void links_are_not_found_by_trying() {
        new SmallCentre(sql, 1);
        signedOut();
        String key = "address:" + VisitorAddress.current();
        sql.sql("delete from guessing_brake where key = ?").param(key).update();
        open("/j/un-lien-devine");
        assertThat(sql.sql("select failures from guessing_brake where key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        sql.sql("update guessing_brake set failures = 1000000 where key = ?")
                .param(key)
                .update();
        open("/j/un-autre-lien-devine");
        assertThat(shown()).contains("Trop").doesNotContain("Ce lien n'est plus valable");
        sql.sql("delete from guessing_brake where key = ?").param(key).update();
    }

    @Test
    void a_complement_asked_for_is_shown_with_the_question_and_what_was_sent_before() {
        background.leap(START.minusSeconds(600));
        var centre = new SmallCentre(sql, 1);
        UUID learner = centre.learners.getFirst();
        UUID session = centre.session(START);
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        background.leap(START.plus(Duration.ofMinutes(10)));
        attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, null, null));
        background.leap(START.plus(Duration.ofMinutes(45)));
        calls.actAs("l-" + centre.code, Role.LEARNER, learner);
        justifications.submit(new Submission(
                learner,
                new Submission.Absence(List.of(session), null, null),
                new Submission.Reason("SUMMONS", "Au tribunal"),
                new Submission.Document(
                        "convocation.pdf", "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII), false),
                "Lou"));
        background.runDue();
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        var task = tasks.of(current.get(), 0, 50).items().stream()
                .filter(one -> one.title().contains("Lou Apprenant0"))
                .findFirst()
                .orElseThrow();
        tasks.complete(current.get(), task.id(), TaskKind.Decision.ASK_MORE, "Il manque la date.");
        Calls.actAsSystem();
        background.runDue();

        signedOut();
        open(link(centre));
        assertThat(shown())
                .containsSubsequence(
                        "Un complément vous est demandé",
                        "« Il manque la date. »",
                        "Ce que vous avez envoyé le mar. 11 mai 2027",
                        "Convocation",
                        "Message : Au tribunal",
                        "Document : convocation.pdf",
                        "À envoyer avant le");
        assertThat(field(Select.class, "Motif").getValue()).hasToString(reason());
        assertThat(offers("Envoyer mon justificatif")).isTrue();

        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        String timeline = calls.send(
                        HttpRequest.newBuilder(calls.uri("/api/v1/learners/" + learner + "/timeline?size=200"))
                                .header("Authorization", calls.authorization("q-" + centre.code))
                                .build())
                .body();
        assertThat(Reading.plain(timeline))
                .as("a question is no decision")
                .contains("complément demandé")
                .doesNotContain("décision prise");
    }

    private String reason() {
        return justifications.reasons().stream()
                .filter(one -> one.code().equals("SUMMONS"))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** Of the last mail that has one. */
    private String link(SmallCentre centre) {
        Matcher found = LINK.matcher(Mails.texts(mail, centre.email(0), "").getLast());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
