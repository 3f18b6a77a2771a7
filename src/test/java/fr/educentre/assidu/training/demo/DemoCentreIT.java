package fr.educentre.assidu.training.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@AssiduIT
@Transactional
class DemoCentreIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    @Autowired
    private CentreSetup setup;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Groups groups;

    @Autowired
    private Learners learners;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Ownership ownership;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private SqlCounter counter;

    @Autowired
    private MutableClock clock;

    @BeforeEach
    void build() {
        clock.set(NOON);
        // Numbers that imports of other tests were given; put back with the test's transaction.
        sql.sql("update enrolment set number = 'OTHER-' || number where number like 'INS-%'")
                .update();
        new DemoCentreStep(setup, accounts).run(new DemoPlan(TODAY, 80));
    }

    @Test
    void its_auditors_account_ends() {
        assertThat(sql.sql("select valid_until from account where username = 'auditeur'")
                        .query(java.time.OffsetDateTime.class)
                        .single())
                .isNotNull();
    }

    @Test
    void holds_what_the_contract_says() {
        Map<String, Object> counts = sql.sql("""
                        select (select count(*) from learner where external_id like 'APP-%') as learners,
                               (select count(*) from learner_group where code like 'GRP-2026-%') as groups,
                               (select count(*) from trainer where external_id like 'FORM-%') as trainers,
                               (select count(*) from guardian) as guardians,
                               (select count(distinct kind) from funder) as kinds
                        """).query().singleRow();
        assertThat(counts)
                .containsEntry("learners", 80L)
                .containsEntry("groups", 5L)
                .containsEntry("trainers", 4L);
        assertThat((long) counts.get("guardians")).isPositive();
        assertThat((long) counts.get("kinds")).isGreaterThanOrEqualTo(6);
        assertThat(learners.search("müller-œuvrard", null, null, 0, 10).items()).isNotEmpty();
    }

    @Test
    void leaves_virtual_classes_of_each_provider_without_evidence() {
        List<SessionInfo> left = all(Set.of(SessionState.AWAITING_DATA)).stream()
                .filter(one -> one.externalId().startsWith(DemoPlan.LEFT_ALONE))
                .toList();
        var byProvider =
                left.stream().collect(Collectors.groupingBy(one -> one.meeting().provider(), Collectors.counting()));
        for (MeetingProvider provider :
                List.of(MeetingProvider.ZOOM, MeetingProvider.TEAMS, MeetingProvider.BIGBLUEBUTTON)) {
            assertThat(byProvider.get(provider)).isGreaterThanOrEqualTo(2);
        }
        assertThat(left).allMatch(one -> one.modality() == Modality.VIDEO);
        assertThat(left).anyMatch(one -> one.zone().equals(ZoneId.of("Indian/Reunion")));
        assertThat(sessions.expected(left.stream().map(SessionInfo::id).toList())
                        .values())
                .allMatch(expected -> expected.size() >= 8);
    }

    @Test
    void states_follow_the_clock_in_the_zone_of_the_site() {
        SessionInfo morning = today("Paris", "-AM");
        assertThat(morning.state()).isEqualTo(SessionState.OPEN);
        assertThat(morning.startsAt()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(morning.taughtMinutes()).isEqualTo(195);
        clock.set(morning.endsAt());
        assertThat(sessions.get(morning.id()).state()).isEqualTo(SessionState.AWAITING_DATA);
        sessions.markDataComplete(morning.id(), clock.instant());
        assertThat(sessions.get(morning.id()).state()).isEqualTo(SessionState.OPEN);
        clock.set(morning.startsAt().minusSeconds(1));
        assertThat(sessions.get(morning.id()).state()).isEqualTo(SessionState.PLANNED);
        assertThatThrownBy(() -> sessions.close(morning.id(), "x")).isInstanceOf(Refusal.class);
        clock.set(morning.endsAt());
        sessions.close(morning.id(), "Nadia");
        sessions.close(morning.id(), "Nadia");
        assertThat(sessions.get(morning.id()).state()).isEqualTo(SessionState.CLOSED);

        SessionInfo reunion = today("Réunion", "-AM");
        assertThat(reunion.startsAt()).isEqualTo("2026-11-23T05:00:00Z");
    }

    @Test
    void slots_keep_their_local_time_over_the_change_of_hour() {
        List<SessionInfo> mornings = all(Set.of()).stream()
                .filter(one -> one.externalId().endsWith("-AM") && one.zone().equals(ZoneId.of("Europe/Paris")))
                .toList();
        assertThat(mornings).anyMatch(one -> one.startsAt().isBefore(Instant.parse("2026-10-25T01:00:00Z")));
        assertThat(mornings)
                .allMatch(one -> one.startsAt().atZone(one.zone()).getHour() == 9)
                .allMatch(one -> one.slot().duration().equals(Duration.ofMinutes(210)));
    }

    @Test
    void a_delivery_finds_the_session_it_overlaps_most() {
        SessionInfo video = all(Set.of()).stream()
                .filter(one -> one.modality() == Modality.VIDEO && one.state() == SessionState.AWAITING_DATA)
                .findFirst()
                .orElseThrow();
        var stretch = new TimeSlot(
                video.startsAt().minusSeconds(300), video.startsAt().plusSeconds(3600));
        assertThat(sessions.byMeeting(
                        video.meeting().provider(), video.meeting().id(), stretch))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(video.id()));
    }

    @Test
    void what_is_whose() {
        UUID group = groups.search(null, 0, 500).items().stream()
                .filter(one -> one.code().equals("GRP-2026-001"))
                .findFirst()
                .orElseThrow()
                .id();
        UUID learner =
                learners.byExternalIds(List.of("APP-0001")).get("APP-0001").id();
        UUID other = learners.byExternalIds(List.of("APP-0080")).get("APP-0080").id();
        UUID trainer = sql.sql("select id from trainer where external_id = 'FORM-01'")
                .query(UUID.class)
                .single();
        UUID enrolment = enrolments.ofLearner(learner).getFirst().id();
        UUID otherEnrolment = enrolments.ofLearner(other).getFirst().id();
        UUID otherGroup = enrolments.ofLearner(other).getFirst().group().id();
        UUID session = today("Paris", "-AM").id();
        UUID otherSession = all(Set.of()).stream()
                .filter(one -> one.groupId().equals(otherGroup))
                .findFirst()
                .orElseThrow()
                .id();
        for (Role role : List.of(Role.ADMIN, Role.QUALITY_MANAGER, Role.AUDITOR, Role.REFERENT)) {
            ownership.requireLearner(actor(role, null), other);
            ownership.requireSession(actor(role, null), otherSession);
            assertThatThrownBy(() -> ownership.requireGroup(actor(role, null), UUID.randomUUID()))
                    .hasMessageStartingWith("NOT_FOUND");
        }
        for (Actor actor : List.of(actor(Role.TRAINER, trainer), actor(Role.LEARNER, learner))) {
            ownership.requireSession(actor, session);
            ownership.requireGroup(actor, group);
            ownership.requireLearner(actor, learner);
            ownership.requireEnrolment(actor, enrolment);
            assertNotYours(() -> ownership.requireSession(actor, otherSession));
            assertNotYours(() -> ownership.requireGroup(actor, otherGroup));
            assertNotYours(() -> ownership.requireLearner(actor, other));
            assertNotYours(() -> ownership.requireEnrolment(actor, otherEnrolment));
        }
        assertNotYours(() -> ownership.requireSession(actor(Role.TRAINER, null), session));
        assertThat(groups.search(trainer, 0, 50).items()).hasSize(3);
        assertThat(learners.search(null, null, trainer, 0, 500).totalElements()).isEqualTo(48);
    }

    @Test
    void lists_cost_few_statements() throws Exception {
        List<UUID> ids = all(Set.of()).stream().map(SessionInfo::id).toList();
        List<UUID> people = learners.search(null, null, null, 0, 500).items().stream()
                .map(one -> one.id())
                .toList();
        assertThat(counter.statementsOf(() -> sessions.search(Sessions.Query.all(), 0, 500)))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(counter.statementsOf(() -> sessions.expected(ids))).hasSize(1);
        assertThat(counter.statementsOf(() -> groups.groupsOf(people, TODAY))).hasSize(1);
        assertThat(counter.statementsOf(() -> enrolments.ofLearners(people))).hasSize(2);
        assertThat(groups.groupsOf(people, TODAY)).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void a_page_after_the_other_gives_every_session_once() {
        List<SessionInfo> whole = all(Set.of());
        var first = sessions.search(Sessions.Query.all(), 0, 10);
        var second = sessions.search(Sessions.Query.all(), 1, 10);
        assertThat(first.totalElements()).isEqualTo(second.totalElements());
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
        assertThat(whole).isSortedAccordingTo(java.util.Comparator.comparing(SessionInfo::startsAt));
    }

    private List<SessionInfo> all(Set<SessionState> states) {
        return sessions.search(new Sessions.Query(null, null, null, null, null, states), 0, 5000).items().stream()
                .filter(one -> one.externalId().matches("(GRP-2026|ATT)-.*"))
                .toList();
    }

    private SessionInfo today(String group, String half) {
        return all(Set.of()).stream()
                .filter(one -> one.groupName().contains(group)
                        && one.startsAt().atZone(one.zone()).toLocalDate().equals(TODAY)
                        && one.externalId().endsWith(half))
                .findFirst()
                .orElseThrow();
    }

    private static Actor actor(Role role, UUID person) {
        return new Actor(UUID.randomUUID(), "x", "X", role, person);
    }

    private static void assertNotYours(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageStartingWith("NOT_YOURS");
    }
}
