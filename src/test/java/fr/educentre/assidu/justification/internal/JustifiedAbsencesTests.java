package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a submission is about, and which absences may still be justified. */
class JustifiedAbsencesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant PASSED = NOW.minusSeconds(1);
    private static final Instant AHEAD = NOW.plusSeconds(1);
    private static final UUID LEARNER = new UUID(1, 1);
    private static final UUID MORNING = new UUID(2, 1);
    private static final UUID AFTERNOON = new UUID(2, 2);

    private final AbsenceCases cases = mock(AbsenceCases.class);
    private final Sessions sessions = mock(Sessions.class);
    private final JustificationRepository justifications = mock(JustificationRepository.class);
    private final JustifiedAbsences absences = new JustifiedAbsences(
            cases, sessions, justifications, mock(AbsenceProcessKeys.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void twoSessionsOfADay() {
        var held = Map.of(
                AFTERNOON,
                session(AFTERNOON, "2026-11-20T13:00:00Z"),
                MORNING,
                session(MORNING, "2026-11-20T08:00:00Z"));
        when(sessions.byIds(any())).thenReturn(held);
        when(sessions.search(any(), anyInt(), anyInt()))
                .thenReturn(new PageOf<>(List.of(held.get(MORNING)), 0, 100, 1));
    }

    @Test
    void sessions_that_are_named_are_covered_in_the_order_they_were_held() {
        ofSessions(
                absence(MORNING, JustificationState.TO_JUSTIFY, AHEAD),
                absence(AFTERNOON, JustificationState.TO_JUSTIFY, AHEAD));

        var covered = absences.of(named(AFTERNOON, MORNING), false);

        assertThat(covered.sessions()).extracting(SessionInfo::id).containsExactly(MORNING, AFTERNOON);
        assertThat(covered.cases()).hasSize(2);
    }

    @Test
    void a_session_that_was_not_missed_cannot_be_justified() {
        ofSessions(absence(MORNING, JustificationState.TO_JUSTIFY, AHEAD));
        refused(named(MORNING, AFTERNOON), false, "refusal.justification.notAbsent");
    }

    @Test
    void a_hundred_sessions_may_be_named_and_no_more() {
        var many = IntStream.rangeClosed(0, 100).mapToObj(n -> new UUID(3, n)).toArray(UUID[]::new);
        refused(named(many), false, "refusal.justification.tooManySessions");
    }

    @Test
    void a_named_absence_under_review_or_justified_is_refused() {
        ofSessions(absence(MORNING, JustificationState.UNDER_REVIEW, AHEAD));
        refused(named(MORNING), true, "refusal.justification.alreadyUnderReview");
        ofSessions(absence(MORNING, JustificationState.JUSTIFIED, AHEAD));
        refused(named(MORNING), true, "refusal.justification.alreadyJustified");
    }

    @Test
    void after_its_deadline_an_absence_is_justified_by_staff_alone() {
        for (var late : List.of(
                absence(MORNING, JustificationState.TO_JUSTIFY, NOW),
                absence(MORNING, JustificationState.UNJUSTIFIED, AHEAD))) {
            ofSessions(late);
            refused(named(MORNING), false, "refusal.justification.deadlinePassed");
            assertThat(absences.of(named(MORNING), true).cases()).containsExactly(late);
        }
    }

    @Test
    void a_period_moves_the_absences_in_it_that_may_still_be_justified() {
        var open = absence(MORNING, JustificationState.TO_JUSTIFY, AHEAD);
        ofLearner(open, absence(AFTERNOON, JustificationState.TO_JUSTIFY, PASSED));

        assertThat(absences.of(period("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"), false)
                        .cases())
                .containsExactly(open);
    }

    @Test
    void a_period_ends_before_the_session_that_starts_at_its_end() {
        var morning = absence(MORNING, JustificationState.TO_JUSTIFY, AHEAD);
        ofLearner(morning, absence(AFTERNOON, JustificationState.TO_JUSTIFY, AHEAD));

        assertThat(absences.of(period("2026-11-20T08:00:00Z", "2026-11-20T13:00:00Z"), false)
                        .cases())
                .containsExactly(morning);
    }

    @Test
    void a_period_without_a_known_absence_is_announced_in_advance() {
        ofLearner();
        assertThat(absences.of(period("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"), false)
                        .cases())
                .isEmpty();
    }

    @Test
    void a_period_of_which_all_is_too_late_or_under_review_is_refused() {
        ofLearner(absence(MORNING, JustificationState.TO_JUSTIFY, PASSED));
        refused(period("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"), false, "refusal.justification.deadlinePassed");
        ofLearner(absence(MORNING, JustificationState.UNDER_REVIEW, AHEAD));
        refused(
                period("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"),
                false,
                "refusal.justification.alreadyUnderReview");
    }

    @Test
    void a_period_has_two_ends_in_order_and_lasts_a_year_at_most() {
        refused(submission(List.of(), NOW, null), false, "refusal.justification.sessionsOrPeriod");
        refused(submission(List.of(), null, NOW), false, "refusal.justification.sessionsOrPeriod");
        refused(submission(List.of(), NOW, NOW), false, "refusal.justification.period");
        refused(
                submission(List.of(), NOW, NOW.plus(Duration.ofDays(366)).plusMillis(1)),
                false,
                "refusal.justification.period");
    }

    @Test
    void a_period_without_any_session_is_refused() {
        when(sessions.search(any(), anyInt(), anyInt())).thenReturn(new PageOf<>(List.of(), 0, 100, 0));
        refused(period("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"), false, "refusal.justification.nothingInPeriod");
    }

    private void refused(Submission submission, boolean late, String why) {
        assertThatThrownBy(() -> absences.of(submission, late))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(why));
    }

    private void ofSessions(AbsenceCase... found) {
        when(cases.ofSessions(any(), any())).thenReturn(Arrays.asList(found));
    }

    private void ofLearner(AbsenceCase... found) {
        when(cases.ofLearner(LEARNER)).thenReturn(Arrays.asList(found));
    }

    private static Submission named(UUID... sessionIds) {
        return submission(Arrays.asList(sessionIds), null, null);
    }

    private static Submission period(String from, String to) {
        return submission(List.of(), Instant.parse(from), Instant.parse(to));
    }

    private static Submission submission(List<UUID> sessionIds, @Nullable Instant from, @Nullable Instant to) {
        return new Submission(
                LEARNER,
                new Submission.Absence(sessionIds, from, to),
                new Submission.Reason("OTHER", null),
                new Submission.Document(null, null, false),
                "Lou Petit");
    }

    private static AbsenceCase absence(UUID sessionId, JustificationState state, Instant deadline) {
        return new AbsenceCase(
                new UUID(4, sessionId.getLeastSignificantBits()),
                LEARNER,
                new AbsenceCase.Missed(sessionId, "2026-11-20/AM", 60),
                state,
                deadline,
                new AbsenceCase.Justification(null, null),
                PASSED);
    }

    private static SessionInfo session(UUID id, String startsAt) {
        Instant from = Instant.parse(startsAt);
        return new SessionInfo(
                id,
                "S-" + id.getLeastSignificantBits(),
                "Anglais",
                new SessionInfo.Course(new UUID(5, 1), "Groupe A", null, null),
                new SessionInfo.Person(new UUID(7, 1), "Ana"),
                new SessionInfo.Schedule(
                        LocalDate.of(2026, 11, 20), from, from.plus(Duration.ofHours(3)), List.of(), 180),
                new SessionInfo.Place(new UUID(6, 1), "Paris", ZoneOffset.UTC, Modality.VIDEO, null, null),
                new SessionInfo.Progress(SessionState.CLOSED, null));
    }
}
