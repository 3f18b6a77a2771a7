package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceKnown;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.training.WorkingDays;
import fr.educentre.assidu.workflow.TaskKind;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;

/** From an absence to its decision, with the mails that leave and those that do not. */
@AssiduIT
class JustificationStoryIT {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-03-09T08:00:00Z");

    private static final Instant SATURDAY = Instant.parse("2027-03-13T08:00:00Z");

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LINK = Pattern.compile("http://assidu\\.test/j/(\\S+)");

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    AbsenceCases cases;

    @Autowired
    SignedLinkJustification page;

    @Autowired
    List<TaskKind> kinds;

    @Autowired
    TaskService tasks;

    @Autowired
    ClearDocumentNames names;

    @Autowired
    RuntimeService processes;

    @Autowired
    ManagementService management;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    UserDetailsService users;

    private SmallCentre centre;
    private UUID learner;
    private UUID session;
    private String trainerAccount;
    private String qualityAccount;

    @BeforeEach
    void centre() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        session = centre.session(START);
        trainerAccount = "t-" + centre.code;
        qualityAccount = "q-" + centre.code;
        calls.account(trainerAccount, Role.TRAINER, centre.trainer);
        calls.account(qualityAccount, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void nobody_is_told_before_thirty_minutes_and_a_late_arrival_cancels_what_was_prepared() throws Exception {
        markAt(START.plusSeconds(300), AttendanceStatus.ABSENT, null);
        background.leap(START.plus(Duration.ofMinutes(28)));
        assertThat(received(centre.email(0))).isEmpty();

        markAt(START.plus(Duration.ofMinutes(29)), AttendanceStatus.LATE, START.plus(Duration.ofMinutes(20)));
        background.leap(START.plus(Duration.ofMinutes(45)));
        assertThat(running()).isZero();
        assertThat(received(centre.email(0))).isEmpty();
        assertThat(received(centre.employerEmail())).isEmpty();
    }

    @Test
    void each_is_told_once_whatever_is_repeated_and_the_absence_is_unjustified_at_its_deadline() throws Exception {
        absentAndNotified(START);
        AbsenceCase absence = absence();
        for (int i = 0; i < 3; i++) {
            moved(absence);
        }
        background.runDue();
        assertThat(received(centre.email(0))).hasSize(1);
        assertThat(received(centre.employerEmail())).hasSize(1);
        assertThat(text(received(centre.employerEmail()).getFirst())).contains("à justifier");

        background.leap(absence.deadline().minus(Duration.ofHours(20)));
        assertThat(received(centre.email(0))).hasSize(2);
        assertThat(received(centre.email(0)).getLast().getSubject()).startsWith("Justificatif attendu");

        background.leap(absence.deadline().plusSeconds(60));
        assertThat(absence().state()).isEqualTo(JustificationState.UNJUSTIFIED);
        assertThat(running()).isZero();
        assertThat(received(centre.email(0))).hasSize(2);
        Matcher link = LINK.matcher(text(received(centre.email(0)).getFirst()));
        assertThat(link.find()).isTrue();
        assertThat(page.open(link.group(1), "192.0.2.1").orElseThrow().tooLate())
                .isTrue();
    }

    @Test
    void a_reminder_that_is_due_leaves_even_if_the_absence_moves_before_the_engine_saw_it() throws Exception {
        absentAndNotified(START);
        AbsenceCase absence = absence();
        background.runDue();
        // As if the engine had not come to it yet.
        management.suspendJobById(management
                .createJobQuery()
                .processInstanceId(request().singleResult().getId())
                .activityId("veille_echeance")
                .singleResult()
                .getId());
        background.leap(absence.deadline().minus(Duration.ofHours(20)));
        assertThat(received(centre.email(0))).hasSize(1);
        moved(absence);
        background.runDue();
        assertThat(received(centre.email(0))).hasSize(2);
        assertThat(received(centre.email(0)).getLast().getSubject()).startsWith("Justificatif attendu");
    }

    @Test
    void an_absence_that_moves_does_not_put_its_reminder_off() throws Exception {
        // Due on Monday: the working day before is past when it is known, so it is reminded halfway.
        session = centre.session(SATURDAY);
        absentAndNotified(SATURDAY);
        AbsenceCase absence = absence();
        background.runDue();
        Instant halfway = clock.instant()
                .plus(Duration.between(clock.instant(), absence.deadline()).dividedBy(2));
        background.leap(halfway.minus(Duration.ofHours(2)));
        moved(absence);
        background.runDue();
        assertThat(received(centre.email(0))).hasSize(1);
        background.leap(halfway.plusSeconds(60));
        assertThat(received(centre.email(0))).hasSize(2);
        assertThat(received(centre.email(0)).getLast().getSubject()).startsWith("Justificatif attendu");
    }

    @Test
    void an_absence_that_becomes_known_while_the_request_of_another_ends_is_waited_for() {
        markAt(START.plusSeconds(300), AttendanceStatus.ABSENT, null);
        background.leap(START.plus(Duration.ofMinutes(31)));
        UUID first = absence().id();
        session = centre.session(START.plusSeconds(1800));
        var looking = new CompletableFuture<CompletableFuture<Void>>();
        background.leap(START.plus(Duration.ofMinutes(32)));
        transaction.executeWithoutResult(status -> {
            mark(AttendanceStatus.ABSENT, null);
            CompletableFuture.runAsync(() -> SystemActor.run(
                            () -> cases.unjustified(List.of(first), new Wording.Written("Sans suite"), "Essai")))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            // The process of the first looks whether it is over while the second is not committed yet.
            looking.complete(CompletableFuture.runAsync(background::runDue));
            await().until(() -> looking.join().isDone() || waitsForALock());
        });
        looking.join().join();
        background.runDue();
        assertThat(running()).isEqualTo(1);
        assertThat(absence().state()).isEqualTo(JustificationState.TO_JUSTIFY);
    }

    @Test
    void the_link_of_the_mail_lets_the_learner_send_a_document_that_the_trainer_approves() throws Exception {
        absentAndNotified(START);
        Matcher link = LINK.matcher(text(received(centre.email(0)).getFirst()));
        assertThat(link.find()).isTrue();
        String token = link.group(1);
        assertThat(page.open(token, "192.0.2.1").orElseThrow().anythingOpen()).isTrue();
        Calls.actAsVisitor();
        page.submit(
                token,
                new SignedLinkJustification.Form(
                        java.util.Set.of(session), null, null, "SUMMONS", "Tribunal", "convocation.pdf", PDF, false));
        Calls.actAsSystem();
        AbsenceCase underReview = absence();
        assertThat(underReview.state()).isEqualTo(JustificationState.UNDER_REVIEW);
        UUID justification =
                java.util.Objects.requireNonNull(underReview.justification().id());

        assertDueIn("decider-justificatif", 3);

        // Under review when the deadline passes: stays under review.
        background.leap(underReview.deadline().plusSeconds(3600));
        assertThat(absence().state()).isEqualTo(JustificationState.UNDER_REVIEW);

        assertThat(status(get(trainerAccount, "/api/v1/justifications/" + justification + "/document")))
                .isEqualTo(200);
        decide(trainerAccount, justification, "decider-justificatif", TaskKind.Decision.APPROVE, "");
        assertThat(absence().state()).isEqualTo(JustificationState.JUSTIFIED);
        assertThat(sql.sql("select count(*) from absence_case_event where case_id = ? and note like '%SUMMONS%'")
                        .param(absence().id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(attendance.ofSession(session).getFirst().status()).isEqualTo(AttendanceStatus.ABSENT);
        background.runDue();
        assertThat(received(centre.email(0)).getLast().getSubject()).contains("accepté");
        assertThat(running()).isZero();
    }

    @Test
    void a_medical_document_is_checked_by_the_quality_manager_and_closed_to_the_trainer_who_asks_for_more()
            throws Exception {
        absentAndNotified(START);
        Map<String, String> form =
                Map.of("learner", learner.toString(), "sessions", session.toString(), "reason", "SICKNESS");
        String referent = "r-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        HttpResponse<String> answer = post(referent, form, "arret.pdf", PDF);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        UUID justification =
                java.util.Objects.requireNonNull(absence().justification().id());
        assertThat(status(post(referent, form, "arret.pdf", PDF))).isEqualTo(409);

        assertThat(sql.sql("select file_name is null and position(convert_to('arret', 'UTF8') in name_cipher) = 0"
                                + " from justification_document where justification_id = ?")
                        .param(justification)
                        .query(Boolean.class)
                        .single())
                .as("its name is sealed as its content is")
                .isTrue();
        assertThat(get(qualityAccount, "/api/v1/justifications/" + justification)
                        .body())
                .contains("arret.pdf");

        HttpResponse<String> seen = get(trainerAccount, "/api/v1/justifications/" + justification);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("CONFIDENTIAL")
                .doesNotContain("SICKNESS")
                .doesNotContain("arret.pdf");
        String document = "/api/v1/justifications/" + justification + "/document";
        assertThat(status(get(trainerAccount, document))).isEqualTo(403);
        assertThat(status(get(qualityAccount, document))).isEqualTo(200);

        assertDueIn("verifier-document", 3);
        decide(qualityAccount, justification, "verifier-document", TaskKind.Decision.APPROVE, "");
        assertThat(absence().state()).isEqualTo(JustificationState.UNDER_REVIEW);
        decide(trainerAccount, justification, "decider-justificatif", TaskKind.Decision.ASK_MORE, "Page 2 manquante");
        assertThat(absence().state()).isEqualTo(JustificationState.TO_JUSTIFY);
        background.runDue();
        assertThat(received(centre.email(0)).getLast().getSubject()).contains("Complément attendu avant le");
        String asked = text(received(centre.email(0)).getLast());
        assertThat(Reading.plain(asked))
                .as("the question, what it is about, until when, and the link last")
                .containsSubsequence(
                        "Un complément vous est demandé",
                        "Page 2 manquante",
                        "mardi 9 mars 2027",
                        "Envoyez-le avant le jeudi 11 mars 2027 à 23 h 59",
                        "http://assidu.test/j/",
                        "seront non justifiées");
        Matcher link = LINK.matcher(asked);
        assertThat(link.find()).isTrue();
        var complement = page.open(link.group(1), "192.0.2.1").orElseThrow().complements();
        assertThat(complement).singleElement().satisfies(one -> {
            assertThat(one.question()).isEqualTo("Page 2 manquante");
            assertThat(one.sessions()).containsExactly(session);
            assertThat(one.sent().reasonCode()).isEqualTo("SICKNESS");
            assertThat(one.sent().fileName()).isEqualTo("arret.pdf");
        });
    }

    @Test
    void who_files_on_behalf_is_named_as_such_and_neither_checks_nor_decides() throws Exception {
        absentAndNotified(START);
        HttpResponse<String> filed = post(
                qualityAccount,
                Map.of("learner", learner.toString(), "sessions", session.toString(), "reason", "SICKNESS"),
                "arret.pdf",
                PDF);
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        UUID justification =
                java.util.Objects.requireNonNull(absence().justification().id());
        String named = "\"submittedBy\":\"" + qualityAccount + "\",\"onBehalf\":true";
        assertThat(filed.body()).contains(named);
        assertThat(get(trainerAccount, "/api/v1/justifications/" + justification)
                        .body())
                .contains(named);
        assertThat(get(trainerAccount, "/api/v1/learners/" + learner + "/timeline?size=200")
                        .body())
                .contains("Justificatif déposé au nom de l’apprenant");
        assertThat(complete(qualityAccount, justification, "verifier-document", TaskKind.Decision.APPROVE, ""))
                .isEqualTo(403);
        assertThat(complete(qualityAccount, justification, "verifier-document", TaskKind.Decision.REFUSE, "Non"))
                .isEqualTo(403);
        String other = "r-" + centre.code;
        calls.account(other, Role.REFERENT, centre.referent);
        decide(other, justification, "verifier-document", TaskKind.Decision.APPROVE, "");
        assertThat(get(trainerAccount, "/api/v1/tasks?size=100").body()).contains("au nom de l’apprenant");
    }

    @Test
    void a_guardian_who_justifies_by_their_link_does_so_in_their_own_name() throws Exception {
        learner = centre.learner(7, java.time.LocalDate.of(2012, 1, 1));
        sql.sql("insert into guardian (id, learner_id, first_name, last_name, email) values (?, ?, 'Ines', 'Roy', ?)")
                .params(SmallCentre.id(), learner, "g-" + centre.code + "@essai.example")
                .update();
        markAt(START.plusSeconds(300), AttendanceStatus.ABSENT, null);
        background.leap(START.plus(Duration.ofMinutes(31)));
        Matcher link = LINK.matcher(
                text(received("g-" + centre.code + "@essai.example").getFirst()));
        assertThat(link.find()).isTrue();
        Calls.actAsVisitor();
        page.submit(
                link.group(1),
                new SignedLinkJustification.Form(
                        java.util.Set.of(session), null, null, "OTHER", "Rendez-vous", null, null, false));
        Calls.actAsSystem();
        UUID justification =
                java.util.Objects.requireNonNull(absence().justification().id());
        assertThat(get(trainerAccount, "/api/v1/justifications/" + justification)
                        .body())
                .contains("\"submittedBy\":\"Ines Roy\",\"onBehalf\":true");
    }

    @Test
    void a_link_is_made_for_a_mail_that_leaves_alone() {
        absentAndNotified(START);
        int links = linksOf(learner);
        AbsenceCase absence = absence();
        for (int i = 0; i < 3; i++) {
            moved(absence);
            background.runDue();
        }
        session = centre.session(START.plus(Duration.ofHours(5)));
        markAt(START.plus(Duration.ofHours(5)), AttendanceStatus.ABSENT, null);
        background.leap(START.plus(Duration.ofHours(6)));
        assertThat(notices(centre.email(0))).hasSize(1);
        assertThat(linksOf(learner)).isEqualTo(links);
    }

    private int linksOf(UUID one) {
        return sql.sql("select count(*) from signed_link where subject_id = ?")
                .param(one)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_absence_known_later_falls_under_the_period_already_approved() throws Exception {
        HttpResponse<String> answer = post(
                qualityAccount,
                Map.of("learner", learner.toString(), "from", "2027-03-09", "to", "2027-03-10", "reason", "OTHER"),
                null,
                null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        UUID justification = UUID.fromString(answer.body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"));
        decide(trainerAccount, justification, "decider-justificatif", TaskKind.Decision.APPROVE, "");
        markAt(START.plus(Duration.ofMinutes(40)), AttendanceStatus.ABSENT, null);
        background.runDue();
        assertThat(absence().state()).isEqualTo(JustificationState.JUSTIFIED);
        assertThat(received(centre.employerEmail())).hasSize(1);
        assertThat(running()).isZero();
        assertThat(received(centre.email(0)))
                .noneMatch(message -> subject(message).startsWith("Votre absence"));
    }

    @Test
    void a_whole_day_missed_is_one_mail_to_each() throws Exception {
        UUID afternoon = centre.session(START.plus(Duration.ofHours(5)));
        background.leap(START.plus(Duration.ofHours(9)));
        mark(AttendanceStatus.ABSENT, null);
        UUID morning = session;
        session = afternoon;
        mark(AttendanceStatus.ABSENT, null);
        background.runDue();

        assertThat(notices(centre.email(0))).hasSize(1);
        assertThat(notices(centre.employerEmail())).hasSize(1);
        assertThat(text(notices(centre.email(0)).getFirst()))
                .contains("09\u00a0h\u00a000")
                .contains("17\u00a0h\u00a000");
        assertThat(cases.ofSessions(learner, List.of(morning, afternoon))).hasSize(2);
    }

    @Test
    void an_afternoon_missed_after_the_morning_was_told_waits_for_the_reminder() {
        absentAndNotified(START);
        session = centre.session(START.plus(Duration.ofHours(5)));
        markAt(START.plus(Duration.ofHours(5)), AttendanceStatus.ABSENT, null);
        background.leap(START.plus(Duration.ofHours(6)));
        assertThat(notices(centre.email(0))).hasSize(1);
        assertThat(notices(centre.employerEmail())).hasSize(1);
    }

    @Test
    void an_afternoon_missed_after_the_morning_was_put_right_is_told() {
        absentAndNotified(START);
        mark(AttendanceStatus.PRESENT, null);
        background.runDue();
        session = centre.session(START.plus(Duration.ofHours(5)));
        markAt(START.plus(Duration.ofHours(5)), AttendanceStatus.ABSENT, null);
        background.leap(START.plus(Duration.ofHours(6)));
        assertThat(notices(centre.email(0))).hasSize(2);
    }

    @Test
    void absences_that_become_known_long_after_are_told_in_one_message() throws Exception {
        List<UUID> past = new java.util.ArrayList<>(List.of(session));
        for (int day = 1; day < 5; day++) {
            past.add(centre.session(START.plus(Duration.ofDays(day))));
        }
        background.leap(START.plus(Duration.ofDays(60)));
        for (UUID one : past) {
            session = one;
            mark(AttendanceStatus.ABSENT, null);
        }
        background.runDue();
        assertThat(notices(centre.email(0)))
                .as("while files are still being dropped")
                .isEmpty();

        background.leap(START.plus(Duration.ofDays(60)).plus(Duration.ofMinutes(31)));
        assertThat(notices(centre.email(0))).hasSize(1);
        assertThat(notices(centre.employerEmail())).hasSize(1);
        assertThat(text(notices(centre.email(0)).getFirst()))
                .contains("9 mars 2027")
                .contains("13 mars 2027")
                .containsPattern(LINK);
    }

    @Test
    void bad_content_is_refused_with_its_status_and_changes_nothing() throws Exception {
        absentAndNotified(START);
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("learner", learner.toString(), "sessions", session.toString(), "reason", "SUMMONS"));
        assertThat(status(post(trainerAccount, form, "a.pdf", PDF))).isEqualTo(403);
        assertThat(status(post(qualityAccount, form, null, null))).isEqualTo(422);
        assertThat(status(post(qualityAccount, form, "a.pdf", "MZ program".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(415);
        assertThat(status(post(qualityAccount, form, "a\0.pdf", PDF))).isEqualTo(400);
        assertThat(status(post(qualityAccount, form, "a.pdf", new byte[11 * 1024 * 1024])))
                .isEqualTo(413);
        assertThat(status(post(qualityAccount, Map.of("learner", learner.toString(), "reason", "OTHER"), null, null)))
                .isEqualTo(422);
        form.put("learner", SmallCentre.id().toString());
        assertThat(status(post(qualityAccount, form, "a.pdf", PDF))).isEqualTo(404);
        assertThat(absence().state()).isEqualTo(JustificationState.TO_JUSTIFY);
    }

    private boolean waitsForALock() {
        return sql.sql("select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private void absentAndNotified(Instant start) {
        markAt(start.plusSeconds(300), AttendanceStatus.ABSENT, null);
        background.leap(start.plus(Duration.ofMinutes(31)));
        assertThat(received(centre.email(0))).hasSize(1);
        assertThat(received(centre.employerEmail())).hasSize(1);
    }

    private void markAt(Instant now, AttendanceStatus status, @Nullable Instant from) {
        background.leap(now);
        mark(status, from);
    }

    private void mark(AttendanceStatus status, @Nullable Instant from) {
        UserDetails user = users.loadUserByUsername(trainerAccount);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        attendance.mark(session, learner, new Mark(status, from, null, null, null));
        Calls.actAsSystem();
    }

    /** As the task list does: the kind decides, then the engine goes on. */
    private void decide(String account, UUID justification, String kind, TaskKind.Decision decision, String comment) {
        assertThat(complete(account, justification, kind, decision, comment)).isBetween(200, 204);
    }

    private int complete(String account, UUID justification, String kind, TaskKind.Decision decision, String comment) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(AbsenceProcessKeys.review(justification))
                .taskDefinitionKey(kind)
                .singleResult()
                .getId();
        return status(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/tasks/" + task + "/complete"))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"decision\":\"" + decision + "\",\"comment\":\"" + comment + "\"}"))
                .build()));
    }

    @Test
    void a_name_of_before_is_sealed_in_the_night() throws Exception {
        absentAndNotified(START);
        String referent = "r-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        Map<String, String> form =
                Map.of("learner", learner.toString(), "sessions", session.toString(), "reason", "SICKNESS");
        assertThat(status(post(referent, form, "arret.pdf", PDF))).isEqualTo(201);
        UUID justification =
                java.util.Objects.requireNonNull(absence().justification().id());
        sql.sql("update justification_document set file_name = 'arret.pdf', name_cipher = null, name_nonce = null"
                        + " where justification_id = ?")
                .param(justification)
                .update();
        Calls.actAsSystem();
        names.run();
        assertThat(sql.sql("select file_name is null from justification_document where justification_id = ?")
                        .param(justification)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(get(qualityAccount, "/api/v1/justifications/" + justification)
                        .body())
                .contains("arret.pdf");
    }

    /** At the end of a working day, that many of them from now. */
    private void assertDueIn(String kind, int workingDays) {
        WorkingDays days = WorkingDays.of(ZoneId.of("Europe/Paris"));
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey(kind)
                        .processVariableValueEquals("learnerId", learner.toString())
                        .list())
                .singleElement()
                .satisfies(task -> assertThat(task.getDueDate())
                        .isNotNull()
                        .isEqualTo(days.endOfWorkingDay(days.plus(clock.instant(), workingDays))));
    }

    private AbsenceCase absence() {
        return cases.ofSessions(learner, List.of(session)).getFirst();
    }

    private void moved(AbsenceCase absence) {
        events.publishEvent(new AbsenceKnown(
                absence.id(), session, learner, absence.missed().halfDay()));
    }

    private long running() {
        return request().count();
    }

    private ProcessInstanceQuery request() {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(AbsenceProcessKeys.request(learner, "2027-03-09/AM"));
    }

    private List<MimeMessage> received(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .toList();
    }

    /** Of absences alone: what is missed again and again is told otherwise. */
    private List<MimeMessage> notices(String address) {
        return received(address).stream()
                .filter(message ->
                        subject(message).matches("(Votre absence|Absences à justifier|Absences? en formation).*"))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getRecipients(Message.RecipientType.TO)[0])
                    .getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        Object content = message.getContent();
        if (content instanceof jakarta.mail.Multipart parts) {
            return String.valueOf(parts.getBodyPart(0).getContent());
        }
        return String.valueOf(content);
    }

    private static int status(HttpResponse<String> answer) {
        return answer.statusCode();
    }

    private HttpResponse<String> get(String account, String path) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(account))
                .build());
    }

    private HttpResponse<String> post(
            String account, Map<String, String> fields, @Nullable String fileName, byte @Nullable [] file)
            throws Exception {
        String boundary = "limite" + System.nanoTime();
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (file != null) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\""
                            + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/justifications"))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
