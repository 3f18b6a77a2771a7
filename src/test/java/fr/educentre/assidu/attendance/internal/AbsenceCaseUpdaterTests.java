package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceKnown;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceWithdrawn;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What becomes of absence cases when verdicts change. */
class AbsenceCaseUpdaterTests {

    private static final SessionInfo SESSION =
            SampleSession.held(Modality.VIDEO, SessionState.OPEN, SampleSession.ENDS);
    private static final UUID CASE = new UUID(6, 1);

    private final AbsenceCaseStore store = mock(AbsenceCaseStore.class);
    private final RuleParameters parameters = mock(RuleParameters.class);
    private final WorkingCalendars calendars = mock(WorkingCalendars.class);
    private final List<JournalRecord> journal = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final AbsenceCaseUpdater updater = new AbsenceCaseUpdater(
            store,
            new Journal() {
                @Override
                public void record(JournalRecord entry) {
                    journal.add(entry);
                }

                @Override
                public Verification verify(Collection<Head> noted) {
                    throw new UnsupportedOperationException();
                }
            },
            told::add,
            parameters,
            calendars);

    @BeforeEach
    void terms() {
        when(parameters.timeToJustify()).thenReturn(Duration.ofHours(48));
        when(calendars.of(List.of(SESSION.siteId())))
                .thenReturn(Map.of(SESSION.siteId(), WorkingDays.of(SESSION.zone())));
    }

    @Test
    void an_absence_opens_a_case_of_all_the_taught_minutes_due_at_the_end_of_the_working_day_of_the_published_delay() {
        Instant known = SampleSession.ENDS.plusSeconds(600);
        follow(null, SampleSession.verdict(AttendanceStatus.ABSENT, 4), known, true);
        AbsenceCase opened = opened();
        assertThat(opened.learnerId()).isEqualTo(SampleSession.LEARNER);
        assertThat(opened.missed()).isEqualTo(new AbsenceCase.Missed(SampleSession.ID, "2026-11-23/AM", 210));
        assertThat(opened.state()).isEqualTo(JustificationState.TO_JUSTIFY);
        assertThat(opened.deadline()).isEqualTo(Instant.parse("2026-11-25T22:59:00Z"));
        assertThat(opened.knownAt()).isEqualTo(known);
        verify(store).tell(List.of(opened.id()), "TO_JUSTIFY", "Assidu", null, known);
        assertThat(told)
                .containsExactly(
                        new AbsenceKnown(opened.id(), SampleSession.ID, SampleSession.LEARNER, "2026-11-23/AM"));
        assertThat(journal).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("absence.known");
            assertThat(entry.subjectId()).isEqualTo(SampleSession.ID.toString());
            assertThat(entry.learnerId()).isEqualTo(SampleSession.LEARNER);
            assertThat(entry.after()).isEqualTo(Map.of("learners", List.of(SampleSession.LEARNER.toString())));
        });
    }

    @Test
    void a_partial_presence_opens_a_case_of_what_is_missing_and_time_runs_from_the_sessions_end() {
        follow(null, SampleSession.verdict(AttendanceStatus.PARTIAL, 150), SampleSession.STARTS, false);
        assertThat(opened().missed().missingMinutes()).isEqualTo(60);
        assertThat(opened().deadline()).isEqualTo(Instant.parse("2026-11-25T22:59:00Z"));
        assertThat(told).as("nobody is told").isEmpty();
    }

    @Test
    void no_deadline_falls_on_a_week_end() {
        follow(null, SampleSession.verdict(AttendanceStatus.ABSENT, 4), Instant.parse("2026-11-26T15:00:00Z"), true);
        assertThat(opened().deadline()).isEqualTo(Instant.parse("2026-11-30T22:59:00Z"));
    }

    @Test
    void a_presence_concerns_no_case() {
        follow(null, SampleSession.verdict(AttendanceStatus.LATE, 150), SampleSession.ENDS, true);
        follow(SampleSession.verdict(AttendanceStatus.PRESENT, 210), null, SampleSession.ENDS, true);
        follow(
                SampleSession.verdict(AttendanceStatus.EXEMPT, 0),
                SampleSession.verdict(AttendanceStatus.AWAITING_DATA, 0),
                SampleSession.ENDS,
                true);
        verifyNoInteractions(store);
        assertThat(journal).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void a_case_is_withdrawn_when_the_absence_is_none_any_more() {
        open(210);
        Instant now = SampleSession.ENDS.plusSeconds(900);
        follow(
                SampleSession.verdict(AttendanceStatus.ABSENT, 0),
                SampleSession.verdict(AttendanceStatus.PRESENT, 210),
                now,
                true);
        verify(store).withdraw(List.of(CASE), now);
        verify(store).tell(List.of(CASE), "WITHDRAWN", "Assidu", null, now);
        verify(store).add(List.of());
        assertThat(told)
                .containsExactly(new AbsenceWithdrawn(CASE, SampleSession.ID, SampleSession.LEARNER, "2026-11-23/AM"));
        assertThat(journal).extracting(JournalRecord::action).containsExactly("absence.withdrawn");
    }

    @Test
    void a_case_goes_with_a_verdict_that_is_taken_away() {
        open(210);
        follow(SampleSession.verdict(AttendanceStatus.ABSENT, 0), null, SampleSession.ENDS, false);
        verify(store).withdraw(List.of(CASE), SampleSession.ENDS);
        assertThat(told).isEmpty();
    }

    @Test
    void a_case_is_measured_anew_when_other_minutes_are_missing_and_left_alone_when_they_are_the_same() {
        open(210);
        follow(
                SampleSession.verdict(AttendanceStatus.ABSENT, 0),
                SampleSession.verdict(AttendanceStatus.PARTIAL, 120),
                SampleSession.ENDS,
                true);
        verify(store).measure(Map.of(CASE, 90), SampleSession.ENDS);
        verify(store).add(List.of());
        follow(
                SampleSession.verdict(AttendanceStatus.PARTIAL, 120),
                SampleSession.verdict(AttendanceStatus.ABSENT, 3),
                SampleSession.ENDS,
                true);
        verify(store).measure(Map.of(), SampleSession.ENDS);
        assertThat(told).isEmpty();
        assertThat(journal).isEmpty();
    }

    @Test
    void absences_of_several_learners_stand_in_one_line_of_the_journal_that_names_them_all() {
        UUID other = new UUID(7, 8);
        updater.follow(
                List.of(
                        change(SampleSession.LEARNER, null, SampleSession.verdict(AttendanceStatus.ABSENT, 0)),
                        change(other, null, SampleSession.verdict(AttendanceStatus.ABSENT, 0))),
                session -> SampleSession.ENDS,
                true);
        assertThat(journal).singleElement().satisfies(entry -> {
            assertThat(entry.learnerId()).isNull();
            assertThat(entry.after())
                    .isEqualTo(Map.of("learners", List.of(SampleSession.LEARNER.toString(), other.toString())));
        });
        assertThat(told).hasSize(2);
    }

    private void open(int missing) {
        when(store.ofSessions(any()))
                .thenReturn(List.of(new AbsenceCase(
                        CASE,
                        SampleSession.LEARNER,
                        new AbsenceCase.Missed(SampleSession.ID, "2026-11-23/AM", missing),
                        JustificationState.TO_JUSTIFY,
                        SampleSession.ENDS.plus(Duration.ofHours(48)),
                        new AbsenceCase.Justification(null, null),
                        SampleSession.ENDS)));
    }

    private AbsenceCase opened() {
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Collection<AbsenceCase>> cases = ArgumentCaptor.forClass(Collection.class);
        verify(store).add(cases.capture());
        assertThat(cases.getValue()).hasSize(1);
        return cases.getValue().iterator().next();
    }

    private void follow(@Nullable Verdict before, @Nullable Verdict after, Instant at, boolean tell) {
        updater.follow(List.of(change(SampleSession.LEARNER, before, after)), session -> at, tell);
    }

    private static AttendanceDecision.Change change(UUID learner, @Nullable Verdict before, @Nullable Verdict after) {
        return new AttendanceDecision.Change(SESSION, learner, before, after);
    }
}
