package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;

/** Who may say what of whom, and until when. */
class ManualMarkingTests {

    private static final UUID DOCUMENT = new UUID(7, 30);
    private static final ExpectedLearner EXPECTED = new ExpectedLearner(
            SampleSession.ID, new LearnerInfo(SampleSession.LEARNER, "L-1", "Lou", "Petit", null, null, null), null);

    private final Sessions sessions = mock(Sessions.class);
    private final MarkRecorder recorder = mock(MarkRecorder.class);
    private final VerdictStore verdicts = mock(VerdictStore.class);
    private final SessionDocuments documents = mock(SessionDocuments.class);
    private final CurrentActor current = mock(CurrentActor.class);
    private final Ownership ownership = mock(Ownership.class);
    private final Journal journal = mock(Journal.class);

    @BeforeEach
    void aTrainerAtTheirOwnSession() {
        actsAs(Role.TRAINER);
        held(SessionState.OPEN);
        when(sessions.expected(SampleSession.ID)).thenReturn(List.of(EXPECTED));
        when(verdicts.current(any())).thenReturn(List.of(SampleSession.verdict(AttendanceStatus.ABSENT, 0)));
        when(recorder.keep(any(), any(), any(), any(), any(), any())).thenReturn(true);
    }

    @Test
    void a_mark_is_kept_and_the_journal_says_what_was_retained_before() {
        marking(SampleSession.STARTS).mark(SampleSession.ID, SampleSession.LEARNER, mark(AttendanceStatus.PRESENT));

        verify(recorder).keep(any(), eq(EXPECTED), any(), eq("PRESENT"), any(), any());
        JournalRecord told = journalled();
        assertThat(told.action()).isEqualTo("attendance.marked");
        assertThat(told.actor()).as("as in all that they do").isEqualTo("Ana Martin");
        assertThat(told.actorRole()).isEqualTo("TRAINER");
        assertThat(told.before().get("status")).isEqualTo("ABSENT");
        assertThat(told.after().get("status")).isEqualTo("PRESENT");
    }

    @Test
    void with_a_reason_it_is_a_correction() {
        var corrected = new Mark(AttendanceStatus.PRESENT, null, null, "Signature retrouvée", null);
        marking(SampleSession.STARTS).mark(SampleSession.ID, SampleSession.LEARNER, corrected);

        assertThat(journalled().action()).isEqualTo("attendance.corrected");
        assertThat(journalled().after().get("reason")).isEqualTo("Signature retrouvée");
    }

    @Test
    void what_was_said_already_is_not_said_twice() {
        when(recorder.keep(any(), any(), any(), any(), any(), any())).thenReturn(false);
        marking(SampleSession.STARTS).mark(SampleSession.ID, SampleSession.LEARNER, mark(AttendanceStatus.PRESENT));
        verify(journal, never()).record(any());
    }

    @ParameterizedTest
    @EnumSource(value = AttendanceStatus.class, names = "AWAITING_DATA", mode = EnumSource.Mode.EXCLUDE)
    void nobody_is_marked_more_than_half_an_hour_before_the_start(AttendanceStatus status) {
        refused("refusal.attendance.notStarted", mark(status), SampleSession.STARTS.minusSeconds(30 * 60 + 1));
        assertThat(marking(SampleSession.STARTS.minusSeconds(30 * 60 + 1)).takesMarks(sessions.get(SampleSession.ID)))
                .isFalse();
    }

    @Test
    void a_roll_call_begins_while_people_arrive() {
        assertThat(marking(SampleSession.STARTS.minusSeconds(30 * 60)).takesMarks(sessions.get(SampleSession.ID)))
                .isTrue();
        marking(SampleSession.STARTS.minusSeconds(30 * 60))
                .mark(SampleSession.ID, SampleSession.LEARNER, mark(AttendanceStatus.PRESENT));
        verify(recorder).keep(any(), any(), any(), any(), any(), any());
    }

    @Test
    void awaiting_data_is_not_something_to_say() {
        refused("refusal.attendance.awaiting", mark(AttendanceStatus.AWAITING_DATA), SampleSession.STARTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "POSTPONED"})
    void nobody_is_marked_where_nothing_was_held(SessionState state) {
        held(state);
        refused("refusal.attendance.notHeld", mark(AttendanceStatus.PRESENT), SampleSession.STARTS);
        assertThat(marking(SampleSession.STARTS).takesMarks(sessions.get(SampleSession.ID)))
                .isFalse();
        assertThatThrownBy(() -> marking(SampleSession.STARTS).takeBack(SampleSession.ID, SampleSession.LEARNER))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("refusal.attendance.notHeld"));
    }

    @Test
    void after_the_closing_a_presence_needs_a_document_that_is_there() {
        held(SessionState.CLOSED);
        refused("refusal.attendance.documentNeeded", mark(AttendanceStatus.PRESENT), SampleSession.ENDS);
        var proven = new Mark(AttendanceStatus.PRESENT, null, null, "Feuille retrouvée", DOCUMENT);
        refused("refusal.attendance.documentUnknown", proven, SampleSession.ENDS);

        when(documents.exists(SampleSession.ID, DOCUMENT)).thenReturn(true);
        marking(SampleSession.ENDS).mark(SampleSession.ID, SampleSession.LEARNER, proven);
        assertThat(journalled().after().get("documentId")).isEqualTo(DOCUMENT.toString());
    }

    @Test
    void an_absence_needs_none() {
        held(SessionState.CLOSED);
        marking(SampleSession.ENDS).mark(SampleSession.ID, SampleSession.LEARNER, mark(AttendanceStatus.ABSENT));
        verify(recorder).keep(any(), any(), any(), any(), any(), any());
    }

    @Test
    void who_is_not_expected_is_not_marked() {
        when(sessions.expected(SampleSession.ID)).thenReturn(List.of());
        refused("refusal.attendance.notExpected", mark(AttendanceStatus.PRESENT), SampleSession.STARTS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TRAINER", "QUALITY_MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_a_trainer_or_a_quality_manager_marks(Role role) {
        actsAs(role);
        assertThatThrownBy(() -> marking(SampleSession.STARTS)
                        .mark(SampleSession.ID, SampleSession.LEARNER, mark(AttendanceStatus.PRESENT)))
                .isInstanceOf(Refusal.class);
        verify(recorder, never()).keep(any(), any(), any(), any(), any(), any());
    }

    @Test
    void another_trainers_session_is_not_theirs() {
        doThrow(Refusal.role()).when(ownership).requireSession(any(), eq(SampleSession.ID));
        assertThatThrownBy(() -> marking(SampleSession.STARTS)
                        .mark(SampleSession.ID, SampleSession.LEARNER, mark(AttendanceStatus.PRESENT)))
                .isInstanceOf(Refusal.class);
        verify(recorder, never()).keep(any(), any(), any(), any(), any(), any());
    }

    @Test
    void a_mark_is_taken_back_until_the_closing() {
        marking(SampleSession.STARTS).takeBack(SampleSession.ID, SampleSession.LEARNER);
        verify(recorder).keep(any(), any(), any(), eq(PersonMark.TAKEN_BACK), any(), any());
        assertThat(journalled().action()).isEqualTo("attendance.takenBack");

        held(SessionState.CLOSED);
        assertThatThrownBy(() -> marking(SampleSession.ENDS).takeBack(SampleSession.ID, SampleSession.LEARNER))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo("refusal.attendance.closed"));
    }

    private void refused(String key, Mark mark, Instant now) {
        assertThatThrownBy(() -> marking(now).mark(SampleSession.ID, SampleSession.LEARNER, mark))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.key()).isEqualTo(key));
        verify(recorder, never()).keep(any(), any(), any(), any(), any(), any());
    }

    private void actsAs(Role role) {
        when(current.get()).thenReturn(new Actor(new UUID(7, 20), "ana", "Ana Martin", role, new UUID(7, 4)));
    }

    private void held(SessionState state) {
        SessionInfo session = SampleSession.held(Modality.IN_PERSON, state, null);
        when(sessions.get(SampleSession.ID)).thenReturn(session);
    }

    private static Mark mark(AttendanceStatus status) {
        return new Mark(status, null, null, null, null);
    }

    private JournalRecord journalled() {
        var told = ArgumentCaptor.forClass(JournalRecord.class);
        verify(journal).record(told.capture());
        return told.getValue();
    }

    private ManualMarking marking(Instant now) {
        return new ManualMarking(
                sessions, recorder, verdicts, documents, current, ownership, journal, Clock.fixed(now, ZoneOffset.UTC));
    }
}
