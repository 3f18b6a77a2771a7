package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.attendance.internal.AttendanceFactsLoader.Situation;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.rules.SourceTrust;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What speaks for whom, before anything is decided. */
class AttendanceFactsLoaderTests {

    private static final UUID OTHER = new UUID(7, 12);
    private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");

    private final Sessions sessions = mock(Sessions.class);
    private final Evidences evidences = mock(Evidences.class);
    private final RuleParameters parameters = mock(RuleParameters.class);
    private final PresenceRules.InForce rules = mock(PresenceRules.InForce.class);
    private final AttendanceFactsLoader loader =
            new AttendanceFactsLoader(sessions, evidences, mock(Enrolments.class), parameters);
    private final List<Trace> traces = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();

    @BeforeEach
    void twoLearnersExpected() {
        when(rules.trust()).thenReturn(SourceTrust.USUAL);
        when(parameters.idleCap()).thenReturn(Duration.ofMinutes(10));
        when(sessions.expected(anyCollection()))
                .thenReturn(Map.of(SampleSession.ID, List.of(expected(SampleSession.LEARNER), expected(OTHER))));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "POSTPONED"})
    void nothing_is_to_be_decided_where_nothing_was_held(SessionState state) {
        held(Modality.VIDEO, state);
        assertThat(load()).isEmpty();
        verify(evidences, never()).ofSessions(anyCollection());
    }

    @Test
    void each_one_expected_has_their_own_traces_and_knows_of_the_session() {
        held(Modality.VIDEO, SessionState.OPEN);
        traces.add(connection(SampleSession.LEARNER, SampleSession.STARTS, SampleSession.ENDS));

        Situation shown = of(SampleSession.LEARNER);
        assertThat(shown.observation().presence().minutes()).isEqualTo(210);
        assertThat(shown.mark()).isNull();
        Situation missing = of(OTHER);
        assertThat(missing.observation().presence().minutes()).isZero();
        assertThat(missing.context().logged())
                .as("the log tells of the session")
                .isTrue();
    }

    @Test
    void a_persons_word_is_retained_and_what_the_traces_show_stays_beside_it() {
        held(Modality.VIDEO, SessionState.OPEN);
        traces.add(connection(SampleSession.LEARNER, SampleSession.STARTS, SampleSession.ENDS));
        traces.add(trace(
                EvidenceSource.ROLL_CALL,
                TraceKind.MARK,
                SampleSession.LEARNER,
                new TraceTime(TEN, null, null),
                Map.of("status", "ABSENT", "by", "Ana", "role", "TRAINER", "reason", "Appel")));

        Situation said = of(SampleSession.LEARNER);
        assertThat(said.mark()).isNotNull();
        assertThat(said.observation().presence().minutes()).isZero();
        assertThat(said.traced().presence().minutes()).isEqualTo(210);
    }

    @Test
    void a_trainers_signature_is_the_sessions_and_no_learners() {
        held(Modality.IN_PERSON, SessionState.OPEN);
        traces.add(trace(
                EvidenceSource.SIGNATURE,
                TraceKind.SIGNATURE,
                null,
                new TraceTime(TEN, null, null),
                Map.of("role", "TRAINER")));

        assertThat(load()).allSatisfy(one -> {
            assertThat(one.context().trainerSigned()).isTrue();
            assertThat(one.context().othersSigned()).isFalse();
            assertThat(one.observation().signed()).isFalse();
        });
    }

    @Test
    void an_unknown_participant_may_be_any_of_the_candidates() {
        held(Modality.VIDEO, SessionState.OPEN);
        proposals.add(unknown(new Candidate(SampleSession.LEARNER, "Lou Petit", 0.8, "")));
        assertThat(of(SampleSession.LEARNER).context().openProposal()).isTrue();
        assertThat(of(OTHER).context().openProposal()).isFalse();
    }

    @Test
    void who_is_shown_already_is_the_unknown_one_only_by_their_very_name() {
        held(Modality.VIDEO, SessionState.OPEN);
        traces.add(connection(SampleSession.LEARNER, SampleSession.STARTS, TEN));
        proposals.add(unknown(new Candidate(SampleSession.LEARNER, "Lou Petit", 0.8, "")));
        assertThat(of(SampleSession.LEARNER).context().openProposal()).isFalse();

        proposals.add(unknown(new Candidate(SampleSession.LEARNER, "Lou Petit", Candidate.MOST, "")));
        assertThat(of(SampleSession.LEARNER).context().openProposal()).isTrue();
    }

    @Test
    void activity_on_the_platform_speaks_for_a_session_held_there_alone() {
        when(evidences.activityOf(any(), any(), any()))
                .thenReturn(Map.of(SampleSession.LEARNER, List.of(activity(TEN), activity(TEN.plusSeconds(300)))));

        held(Modality.ONLINE, SessionState.OPEN);
        assertThat(of(SampleSession.LEARNER).observation().presence().minutes()).isEqualTo(5);
        assertThat(of(OTHER).context().logged()).as("somebody was active there").isTrue();

        held(Modality.IN_PERSON, SessionState.OPEN);
        assertThat(of(SampleSession.LEARNER).observation().presence().minutes()).isZero();
    }

    @Test
    void activity_before_the_session_and_after_it_is_no_presence() {
        Instant early = SampleSession.STARTS.minusSeconds(3_600);
        Instant late = SampleSession.ENDS.plusSeconds(3_600);
        when(evidences.activityOf(any(), any(), any()))
                .thenReturn(Map.of(
                        SampleSession.LEARNER,
                        List.of(
                                activity(early),
                                activity(early.plusSeconds(300)),
                                activity(late),
                                activity(late.plusSeconds(300)))));
        held(Modality.ONLINE, SessionState.OPEN);
        assertThat(of(SampleSession.LEARNER).observation().presence().minutes()).isZero();
        assertThat(of(OTHER).context().logged()).isFalse();
    }

    @Test
    void a_video_begun_long_before_the_session_counts_for_what_it_played_in_it() {
        when(evidences.activityOf(any(), any(), any()))
                .thenReturn(Map.of(
                        SampleSession.LEARNER,
                        List.of(
                                video("played", SampleSession.STARTS.minusSeconds(3_600)),
                                video("paused", SampleSession.STARTS.plusSeconds(600)))));
        held(Modality.ONLINE, SessionState.OPEN);
        assertThat(of(SampleSession.LEARNER).observation().presence().minutes()).isEqualTo(10);
    }

    private static Trace video(String verb, Instant at) {
        String video = "https://w3id.org/xapi/video/extensions/";
        return new Trace(
                UUID.randomUUID(),
                new Trace.Origin(EvidenceSource.XAPI, Channel.API, at),
                TraceKind.ACTIVITY,
                new TraceTime(at, null, null),
                new Trace.Person("someone", null),
                new Trace.Subject(null, "http://a/b", "https://w3id.org/xapi/video/verbs/" + verb),
                Map.of("context", Map.of("extensions", Map.of(video + "session-id", "v", video + "length", 7_200))),
                new TraceMatch(SampleSession.LEARNER, null));
    }

    private void held(Modality modality, SessionState state) {
        when(sessions.byIds(anyCollection()))
                .thenReturn(Map.of(SampleSession.ID, SampleSession.held(modality, state, null)));
    }

    private List<Situation> load() {
        when(evidences.ofSessions(anyCollection())).thenReturn(Map.of(SampleSession.ID, List.copyOf(traces)));
        when(evidences.openProposals(anyCollection())).thenReturn(Map.of(SampleSession.ID, List.copyOf(proposals)));
        return loader.of(List.of(SampleSession.ID), session -> SampleSession.ENDS, rules)
                .situations();
    }

    private Situation of(UUID learner) {
        return load().stream()
                .filter(one -> one.learnerId().equals(learner))
                .findFirst()
                .orElseThrow();
    }

    private static Trace activity(Instant at) {
        return trace(
                EvidenceSource.XAPI,
                TraceKind.ACTIVITY,
                SampleSession.LEARNER,
                new TraceTime(at, null, null),
                Map.of());
    }

    private static Trace connection(UUID learner, Instant from, Instant to) {
        return trace(EvidenceSource.ZOOM, TraceKind.INTERVAL, learner, new TraceTime(from, from, to), Map.of());
    }

    private static Trace trace(
            EvidenceSource source,
            TraceKind kind,
            @Nullable UUID learner,
            TraceTime time,
            Map<String, Object> payload) {
        return new Trace(
                UUID.randomUUID(),
                new Trace.Origin(source, Channel.FILE, time.occurredAt()),
                kind,
                time,
                new Trace.Person("k", "Quelqu’un"),
                new Trace.Subject(SampleSession.ID, null, null),
                payload,
                new TraceMatch(learner, learner == null ? null : MatchMethod.EMAIL));
    }

    private static Proposal unknown(Candidate candidate) {
        return new Proposal(
                UUID.randomUUID(), SampleSession.ID, EvidenceSource.ZOOM, "u", "lou", List.of(candidate), "");
    }

    private static ExpectedLearner expected(UUID learner) {
        return new ExpectedLearner(
                SampleSession.ID, new LearnerInfo(learner, "L-" + learner, "Lou", "Petit", null, null, null), null);
    }
}
