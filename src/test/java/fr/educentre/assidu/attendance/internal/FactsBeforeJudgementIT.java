package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.workflow.JobRetries;
import fr.educentre.assidu.workflow.internal.ProcessMonitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded stands whatever fails on it; what failed is tried again until it succeeds, and is seen meanwhile. */
@AssiduIT
class FactsBeforeJudgementIT {

    private static final Instant START = Instant.parse("2027-04-05T08:00:00Z");
    private static final String ASKING = "justification";

    @Autowired
    JdbcClient sql;

    @Autowired
    Breakdowns breakdowns;

    @Autowired
    Attendance attendance;

    @Autowired
    Evidences evidences;

    @Autowired
    BackgroundWork background;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    @Autowired
    RepositoryService definitions;

    @Autowired
    RuntimeService processes;

    @Autowired
    ProcessMonitor monitor;

    private SmallCentre centre;
    private UUID session;
    private UUID learner;
    private String trainer;

    @BeforeEach
    void a_class_that_is_over() {
        background.leap(START.plus(Duration.ofHours(4)));
        centre = new SmallCentre(sql, 1);
        session = centre.session(START);
        learner = centre.learners.getFirst();
        trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, centre.referent);
    }

    @AfterEach
    void nothing_is_broken() {
        breakdowns.rules.set(false);
        breakdowns.cases.set(false);
        if (definitions
                .createProcessDefinitionQuery()
                .processDefinitionKey(ASKING)
                .latestVersion()
                .singleResult()
                .isSuspended()) {
            definitions.activateProcessDefinitionByKey(ASKING);
        }
        background.leap(clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void a_mark_stands_when_the_rules_fail_and_is_decided_upon_once_they_work() {
        breakdowns.rules.set(true);

        assertThat(marked("ABSENT").statusCode()).isBetween(200, 204);

        assertThat(marks()).isEqualTo(1);
        assertThat(status()).isEqualTo(AttendanceStatus.AWAITING_DATA);
        breakdowns.rules.set(false);
        triedAgain();
        assertThat(status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void a_mark_stands_when_the_case_that_follows_fails() {
        breakdowns.cases.set(true);

        assertThat(marked("ABSENT").statusCode()).isBetween(200, 204);

        assertThat(marks()).isEqualTo(1);
        assertThat(status()).isEqualTo(AttendanceStatus.AWAITING_DATA);
        breakdowns.cases.set(false);
        triedAgain();
        assertThat(status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_mark_stands_when_the_process_that_asks_why_cannot_be_started() {
        definitions.suspendProcessDefinitionByKey(ASKING);

        assertThat(marked("ABSENT").statusCode()).isBetween(200, 204);

        assertThat(marks()).isEqualTo(1);
        assertThat(asked()).isZero();
        definitions.activateProcessDefinitionByKey(ASKING);
        triedAgain();
        assertThat(status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_file_is_kept_and_processed_when_the_rules_fail() {
        sql.sql("update training_session set modality = 'VIDEO' where id = ?")
                .param(session)
                .update();
        breakdowns.rules.set(true);

        HttpResponse<String> answer = dropped("""
                Topic,ID,Host,Duration (minutes),Start time,End time,Participants
                Atelier,86431910364,Tom (t@essai.example),180,"05/04/2027 09:55:00","05/04/2027 13:01:00",1

                Name (original name),Email,Join time,Leave time,Duration (minutes),Guest
                Lou,%s,"05/04/2027 10:00:00","05/04/2027 13:00:00",180,No
                """.formatted(centre.email(0)));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        assertThat(sql.sql("select state from delivery where session_id = ?")
                        .param(session)
                        .query(String.class)
                        .list())
                .containsExactly("PROCESSED");
        assertThat(evidences.ofSession(session)).isNotEmpty();
        assertThat(status()).isEqualTo(AttendanceStatus.AWAITING_DATA);
        breakdowns.rules.set(false);
        triedAgain();
        assertThat(status()).isEqualTo(AttendanceStatus.PRESENT);
    }

    @Test
    void closing_stands_when_the_rules_fail() {
        breakdowns.rules.set(true);

        assertThat(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/close"))
                                .header("Authorization", calls.authorization(trainer))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isBetween(200, 204);

        assertThat(status()).isEqualTo(AttendanceStatus.AWAITING_DATA);
        breakdowns.rules.set(false);
        triedAgain();
        assertThat(status()).isEqualTo(AttendanceStatus.ABSENT);
    }

    @Test
    void what_keeps_failing_is_seen_among_the_processes_and_succeeds_when_a_person_has_it_triedAgain() {
        breakdowns.rules.set(true);
        marked("ABSENT");
        for (int attempt = 0; attempt < 6; attempt++) {
            background.leap(clock.instant().plus(Duration.ofHours(1)));
        }

        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, centre.referent);
        ProcessMonitor.InstanceView stuck = monitor.instances("durable-job", 0, 50).items().stream()
                .filter(one -> ("attendance.decide:session:" + session)
                        .equals(one.subject().businessKey()))
                .findFirst()
                .orElseThrow();
        assertThat(stuck.trouble().problem()).contains("the rules fail");
        UUID job = stuck.trouble().jobId();
        assertThat(job).isNotNull();
        breakdowns.rules.set(false);
        monitor.retry(job);
        background.runDue();

        assertThat(status()).isEqualTo(AttendanceStatus.ABSENT);
    }

    /** What failed once is due again. */
    private void triedAgain() {
        background.leap(
                clock.instant().plus(JobRetries.USUAL.waits().getFirst()).plusSeconds(1));
    }

    private HttpResponse<String> marked(String status) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/attendance/" + learner))
                .header("Authorization", calls.authorization(trainer))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"status\":\"" + status + "\",\"reason\":\"Appel\"}"))
                .build());
    }

    private HttpResponse<String> dropped(String csv) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rapport.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--b--\r\n";
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/evidence-files"))
                .header("Authorization", calls.authorization(trainer))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private AttendanceStatus status() {
        return attendance.ofSession(session).getFirst().status();
    }

    private long marks() {
        return sql.sql("select count(*) from evidence where session_id = ? and kind = 'MARK'")
                .param(session)
                .query(Long.class)
                .single();
    }

    private long asked() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(ASKING)
                .variableValueEquals("learnerId", learner.toString())
                .count();
    }
}
