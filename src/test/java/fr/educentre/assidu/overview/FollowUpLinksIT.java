package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.overview.FollowUpPages.Page;
import fr.educentre.assidu.overview.FollowedMonth.Hours;
import fr.educentre.assidu.overview.FollowedMonth.Standing;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Behind a signed link, employers and guardians see the attendance of their own, on the days they were, and nothing else. */
@AssiduIT
class FollowUpLinksIT {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-05-18T07:00:00Z");

    private static final YearMonth MAY = YearMonth.of(2027, 5);
    private static final Pattern LINK = Pattern.compile("http://assidu\\.test/suivi/([A-Za-z0-9_-]{20,})");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    @Autowired
    GreenMail mail;

    @Autowired
    Attendance attendance;

    @Autowired
    EmployerFollowUps employers;

    @Autowired
    GuardianFollowUps guardians;

    @Autowired
    FollowUpPages pages;

    private SmallCentre centre;
    private UUID absent;
    private UUID minor;
    private UUID guardian;
    private String from;

    @BeforeEach
    void an_absence_and_a_presence() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        from = "192.0.2." + centre.code;
        absent = centre.learners.getFirst();
        minor = centre.learner(1, LocalDate.of(2010, 1, 1));
        guardian = SmallCentre.id();
        sql.sql(
                        "insert into guardian (id, learner_id, first_name, last_name, email) values (?, ?, 'Mona', 'Parent', ?)")
                .params(guardian, minor, "g-" + centre.code + "@essai.example")
                .update();
        sql.sql("update enrolment set employer_id = null where learner_id = ?")
                .param(minor)
                .update();
        UUID first = centre.session(START);
        UUID second = centre.session(START.plus(Duration.ofDays(1)));
        background.leap(START.plusSeconds(300));
        trainer();
        mark(first, absent, AttendanceStatus.ABSENT);
        mark(first, minor, AttendanceStatus.PRESENT);
        background.leap(START.plus(Duration.ofDays(1)).plusSeconds(300));
        trainer();
        mark(second, absent, AttendanceStatus.PRESENT);
        mark(second, minor, AttendanceStatus.ABSENT);
        Calls.actAsSystem();
        background.leap(START.plus(Duration.ofDays(1)).plus(Duration.ofHours(5)));
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void an_employer_sees_the_month_of_its_own_and_of_nobody_else() {
        Page page = opened(toEmployer()).orElseThrow();
        assertThat(page.whose()).isEqualTo("Boulange");
        assertThat(page.month()).isEqualTo(MAY);
        assertThat(page.people()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Lou Apprenant0");
            assertThat(one.hours()).isEqualTo(new Hours(360, 180, 180, 0, 0));
            assertThat(one.missed())
                    .singleElement()
                    .satisfies(missed -> assertThat(missed.standing()).isEqualTo(Standing.TO_JUSTIFY))
                    .satisfies(missed -> assertThat(missed.minutes()).isEqualTo(180));
        });
    }

    @Test
    void what_a_reason_is_worth_to_the_employer_is_what_it_reads() {
        String token = toEmployer();
        sql.sql(
                        "update absence_case set state = 'JUSTIFIED', effects = '{\"EMPLOYER\":\"JUSTIFIED\"}' where learner_id = ?")
                .param(absent)
                .update();
        assertThat(standing(token)).isEqualTo(Standing.JUSTIFIED);
        sql.sql("update absence_case set effects = '{\"EMPLOYER\":\"UNJUSTIFIED\"}' where learner_id = ?")
                .param(absent)
                .update();
        assertThat(standing(token)).isEqualTo(Standing.UNJUSTIFIED);
    }

    @Test
    void a_former_employer_sees_nothing_of_after_the_end_of_the_contract_and_soon_nothing() {
        String token = toEmployer();
        sql.sql(
                        "update enrolment set contract_starts_on = '2027-01-01', contract_ends_on = '2027-05-18' where learner_id = ?")
                .param(absent)
                .update();
        assertThat(opened(token).orElseThrow().people())
                .singleElement()
                .satisfies(one -> assertThat(one.hours()).isEqualTo(new Hours(180, 0, 180, 0, 0)));
        clock.set(Instant.parse("2027-06-10T10:00:00Z"));
        assertThat(opened(token).orElseThrow().months()).first().isEqualTo(MAY);
        clock.set(Instant.parse("2027-06-25T10:00:00Z"));
        assertThat(opened(token)).isEmpty();
    }

    @Test
    void a_contract_that_was_terminated_ends_there_and_one_with_another_employer_is_that_ones() {
        String token = toEmployer();
        sql.sql(
                        "insert into enrolment_event (id, enrolment_id, kind, occurs_on, reason, declared_at, declared_by)"
                                + " select ?, id, 'TERMINATION', '2027-05-19', 'x', now(), 'x' from enrolment where learner_id = ?")
                .params(SmallCentre.id(), absent)
                .update();
        assertThat(opened(token).orElseThrow().people().getFirst().hours().expected())
                .isEqualTo(180);
        sql.sql("update enrolment set employer_id = null where learner_id = ?")
                .param(absent)
                .update();
        assertThat(opened(token)).isEmpty();
    }

    @Test
    void a_contact_who_is_none_any_more_sees_nothing() {
        String token = toEmployer();
        sql.sql("update employer set contact_email = 'autre@essai.example' where id = ?")
                .param(centre.employer)
                .update();
        assertThat(opened(token)).isEmpty();
    }

    @Test
    void a_guardian_sees_the_minor_until_the_minor_comes_of_age() {
        calls.actAs("r-" + centre.code, Role.REFERENT, centre.referent);
        guardians.send(minor, guardian, true);
        String token = token("g-" + centre.code + "@essai.example");
        assertThat(opened(token).orElseThrow().people()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Lou Apprenant1");
            assertThat(one.hours()).isEqualTo(new Hours(360, 180, 180, 0, 0));
        });
        sql.sql("update learner set birth_date = '2009-05-19' where id = ?")
                .param(minor)
                .update();
        assertThat(opened(token)).isEmpty();
        calls.actAs("r-" + centre.code, Role.REFERENT, centre.referent);
        assertRefused(() -> guardians.send(minor, guardian, false), "refusal.followUp.guardian");
    }

    @Test
    void a_guardian_of_somebody_else_and_a_referent_of_other_groups_get_nothing() {
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        assertRefused(() -> guardians.send(absent, guardian, false), "refusal.followUp.guardian");
        calls.actAs("other-" + centre.code, Role.REFERENT, SmallCentre.id());
        assertRefused(() -> guardians.send(minor, guardian, false), "refusal.notYours");
        assertRefused(() -> guardians.links(minor), "refusal.notYours");
    }

    @Test
    void a_link_that_was_revoked_replaced_or_has_expired_opens_nothing() {
        String first = toEmployer();
        String second = toEmployer();
        assertThat(opened(first)).isEmpty();
        assertThat(opened(second)).isPresent();
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        FollowUpLink link = employers.links(centre.employer).getFirst();
        assertRefused(() -> employers.revoke(UUID.randomUUID(), link.id()), "refusal.notFound.link");
        employers.revoke(centre.employer, link.id());
        assertThat(employers.links(centre.employer)).isEmpty();
        assertThat(opened(second)).isEmpty();
        String third = toEmployer();
        clock.set(clock.instant().plus(Duration.ofDays(181)));
        assertThat(opened(third)).isEmpty();
    }

    @Test
    void tokens_are_not_found_by_trying() {
        String token = toEmployer();
        assertThat(pages.open("guess-of-a-token-" + centre.code, from, null)).isEmpty();
        assertThat(sql.sql("select failures from guessing_brake where key = ?")
                        .param("address:" + from)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(opened(token)).as("one that is right costs nothing").isPresent();
        sql.sql("update guessing_brake set failures = 1000000 where key = ?")
                .param("address:" + from)
                .update();
        assertRefused(() -> pages.open("another-" + centre.code, from, null), "refusal.http.429");
        assertRefused(() -> pages.open(token, from, null), "refusal.http.429");
        assertThat(pages.open(token, from + "9", null))
                .as("others are not kept out")
                .isPresent();
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(opened(token)).as("who waits gets in").isPresent();
    }

    @Test
    void nobody_but_its_recipient_reads_the_token() {
        String token = toEmployer();
        assertThat(sql.sql("select count(*) from message where body like ?")
                        .param("%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select count(*) from journal_entry where coalesce(after::text, '') like ?")
                        .param("%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select body from message where recipient_address = ? order by created_at desc limit 1")
                        .param(centre.employerEmail())
                        .query(String.class)
                        .single())
                .contains("/suivi/•••");
        assertThat(sql.sql("select count(*) from journal_entry where action = 'followUp.linkSent' and subject_id = ?")
                        .param(centre.employer.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_program_sends_lists_and_revokes() {
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        String links = "/api/v1/employers/" + centre.employer + "/follow-up-links";
        HttpResponse<String> sent = call(quality, "POST", links, "{\"email\":\"" + centre.employerEmail() + "\"}");
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.body()).contains(centre.employerEmail(), "expiresAt").doesNotContain("token");
        assertThat(call(quality, "POST", links, "{\"email\":\"autre@essai.example\"}")
                        .statusCode())
                .isEqualTo(422);
        String id = sent.body().replaceAll(".*\"id\":\"([0-9a-f-]+)\".*", "$1");
        assertThat(call(quality, "GET", links, "").body()).contains(id);
        assertThat(call(quality, "DELETE", links + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(call(quality, "DELETE", links + "/" + id, "").statusCode()).isEqualTo(404);
        String referent = "r-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        assertThat(call(referent, "POST", links, "{}").statusCode()).isEqualTo(403);
        String guardiansLinks = "/api/v1/learners/" + minor + "/follow-up-links";
        assertThat(call(referent, "POST", guardiansLinks, "{\"guardian\":\"" + guardian + "\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(call(referent, "POST", guardiansLinks, "{\"guardian\":\"x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call(referent, "GET", guardiansLinks, "").body()).contains("Mona Parent");
    }

    private HttpResponse<String> call(String account, String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Standing standing(String token) {
        return opened(token)
                .orElseThrow()
                .people()
                .getFirst()
                .missed()
                .getFirst()
                .standing();
    }

    /** Sent to the employer's contact, as the contact reads it. */
    private String toEmployer() {
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        employers.send(centre.employer, centre.employerEmail().toUpperCase(java.util.Locale.ROOT), false);
        return token(centre.employerEmail());
    }

    private String token(String address) {
        Calls.actAsSystem();
        background.runDue();
        List<String> texts = Mails.texts(mail, address, "");
        Matcher found = LINK.matcher(texts.getLast());
        assertThat(found.find()).as(texts.getLast()).isTrue();
        return found.group(1);
    }

    private Optional<Page> opened(String token) {
        return pages.open(token, from, null);
    }

    private void mark(UUID session, UUID learner, AttendanceStatus status) {
        attendance.mark(session, learner, new Mark(status, null, null, "Appel", null));
    }

    private void trainer() {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String key) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
