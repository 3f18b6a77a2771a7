package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.attendance.Attendance.AttendanceChanged;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What a decision writes, whom it tells, and what it leaves as it is. */
class AttendanceDecisionTests {

    private static final SessionInfo SESSION =
            SampleSession.held(Modality.VIDEO, SessionState.OPEN, SampleSession.ENDS);
    private static final String KEY = VerdictStore.key(SampleSession.ID, SampleSession.LEARNER);

    private final AttendanceFactsLoader gathering = mock(AttendanceFactsLoader.class);
    private final PresenceRules rules = mock(PresenceRules.class);
    private final PresenceRules.InForce inForce = mock(PresenceRules.InForce.class);
    private final VerdictStore verdicts = mock(VerdictStore.class);
    private final AbsenceCaseUpdater cases = mock(AbsenceCaseUpdater.class);
    private final Journal journal = mock(Journal.class);
    private final List<Object> told = new ArrayList<>();
    private final AttendanceDecision decision =
            new AttendanceDecision(gathering, rules, verdicts, cases, journal, told::add);

    @BeforeEach
    void oneSessionAndItsRules() {
        when(rules.inForce()).thenReturn(inForce);
    }

    @Test
    void nothing_is_asked_about_no_session() {
        decision.decide(List.of(), null, session -> SampleSession.ENDS, true);
        verifyNoInteractions(verdicts, gathering, rules);
    }

    @Test
    void two_runs_about_a_session_wait_for_each_other_before_anything_is_read() {
        shows(null);
        decide("PRESENT", null);
        var order = inOrder(verdicts, gathering);
        order.verify(verdicts).lock(List.of(SampleSession.ID));
        order.verify(gathering).of(any(), any(), any());
    }

    @Test
    void a_first_verdict_is_written_journalled_and_told() {
        shows(null);
        decide("PRESENT", null);

        Verdict written = written().getFirst();
        assertThat(written.status()).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(written.version().number()).isOne();
        assertThat(written.minutes().observed()).isEqualTo(200);
        assertThat(written.minutes().late()).isZero();
        assertThat(written.decidedBy()).isInstanceOf(Verdict.ByRule.class);
        verify(cases).follow(any(), any(), anyBoolean());
        assertThat(told).containsExactly(new AttendanceChanged(SampleSession.ID, Set.of(SampleSession.LEARNER)));
        JournalRecord entry = journalled();
        assertThat(entry.learnerId()).isEqualTo(SampleSession.LEARNER);
        assertThat(entry.before()).isEqualTo(Map.of());
        assertThat(entry.after()).isEqualTo(Map.of("PRESENT", 1));
    }

    @Test
    void minutes_late_and_early_belong_to_a_presence_that_was_measured() {
        shows(null);
        decide("LATE", null);
        assertThat(written().getFirst().minutes().late()).isEqualTo(12);
        assertThat(written().getFirst().minutes().early()).isEqualTo(7);
    }

    @Test
    void nothing_known_is_nothing_to_write() {
        gathers(SampleSession.situation(SESSION, SampleSession.seen(0, false, false, List.of()), null, false));
        decide("AWAITING_DATA", null);
        verify(verdicts, never()).add(any(), any());
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_decided_again_alike_stays_one_version() {
        shows(null);
        decide("PRESENT", null);
        Verdict first = written().getFirst();

        told.clear();
        decide("PRESENT", first);
        assertThat(written()).as("of the first run alone").containsExactly(first);
        assertThat(told).isEmpty();
    }

    @Test
    void another_verdict_supersedes_the_one_before() {
        shows(null);
        Verdict before = SampleSession.verdict(AttendanceStatus.ABSENT, 0);
        decide("PRESENT", before);

        verify(verdicts).supersede(List.of(before), SampleSession.ENDS);
        assertThat(written().getFirst().version().number()).isEqualTo(2);
        assertThat(journalled().before()).isEqualTo(Map.of("ABSENT", 1));
    }

    @Test
    void who_is_expected_again_goes_on_from_their_last_version() {
        shows(null);
        when(verdicts.lastVersions(any())).thenReturn(Map.of(KEY, 4));
        decide("PRESENT", null);
        assertThat(written().getFirst().version().number()).isEqualTo(5);
    }

    @Test
    void a_persons_word_stands_while_it_is_the_last_one_said() {
        PersonMark mark = SampleSession.mark(AttendanceStatus.PRESENT, true);
        gathers(SampleSession.situation(
                SESSION, SampleSession.seen(210, false, false, List.of(mark.traceId())), mark, false));
        decide("PRESENT", null);
        Verdict said = written().getFirst();
        assertThat(said.decidedBy()).isInstanceOf(Verdict.ByPerson.class);

        decide("ABSENT", said);
        assertThat(written()).as("of the first run alone").containsExactly(said);
    }

    @Test
    void who_is_no_longer_expected_has_no_verdict_any_more() {
        gathers();
        Verdict before = SampleSession.verdict(AttendanceStatus.ABSENT, 0);
        decide("PRESENT", before);
        verify(verdicts).supersede(List.of(before), SampleSession.ENDS);
        assertThat(written()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void others_are_left_alone_when_one_is_decided() {
        shows(null);
        Verdict before = SampleSession.verdict(AttendanceStatus.ABSENT, 0);
        when(verdicts.current(anyCollection())).thenReturn(List.of(before));
        decision.decide(List.of(SampleSession.ID), Set.of(new UUID(7, 99)), session -> SampleSession.ENDS, true);
        verify(verdicts, never()).supersede(any(), any());
    }

    @Test
    void history_is_written_without_telling_anyone() {
        shows(null);
        when(inForce.decide(any())).thenReturn(Map.of(KEY, outcome("PRESENT")));
        decision.decide(List.of(SampleSession.ID), null, session -> SampleSession.ENDS, false);
        assertThat(written()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void the_rules_are_asked_with_what_was_seen() {
        PersonMark mark = SampleSession.mark(AttendanceStatus.LATE, true);
        shows(mark);
        decide("LATE", null);
        ArgumentCaptor<Collection<PresenceFacts>> asked = ArgumentCaptor.captor();
        verify(inForce).decide(asked.capture());
        PresenceFacts facts = asked.getValue().iterator().next();
        assertThat(facts.key()).isEqualTo(KEY);
        assertThat(facts.presence().share()).isEqualTo(200.0 / 210);
        assertThat(facts.mark()).isNotNull();
        assertThat(facts.received().sourceComplete()).isTrue();
    }

    private void shows(@Nullable PersonMark mark) {
        gathers(SampleSession.situation(
                SESSION, SampleSession.seen(200, true, false, List.of(new UUID(7, 8))), mark, false));
    }

    private void gathers(AttendanceFactsLoader.Situation... situations) {
        when(gathering.of(any(), any(), any()))
                .thenReturn(new AttendanceFactsLoader.Loaded(Map.of(SampleSession.ID, SESSION), List.of(situations)));
    }

    private void decide(String status, @Nullable Verdict before) {
        when(verdicts.current(anyCollection())).thenReturn(before == null ? List.of() : List.of(before));
        when(inForce.decide(any())).thenReturn(Map.of(KEY, outcome(status)));
        decision.decide(List.of(SampleSession.ID), null, session -> SampleSession.ENDS, true);
    }

    private static PresenceOutcome outcome(String status) {
        return new PresenceOutcome(KEY, status, false, "Présence", 3, new Wording.Written("200 min sur 210"));
    }

    private List<Verdict> written() {
        ArgumentCaptor<List<Verdict>> added = ArgumentCaptor.captor();
        verify(verdicts).add(added.capture(), any());
        return added.getValue();
    }

    private JournalRecord journalled() {
        var entry = ArgumentCaptor.forClass(JournalRecord.class);
        verify(journal).record(entry.capture());
        return entry.getValue();
    }
}
