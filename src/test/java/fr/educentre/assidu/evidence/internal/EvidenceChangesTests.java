package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.evidence.Evidences.EvidenceRecorded;
import fr.educentre.assidu.evidence.Evidences.MatchesDecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In how many events it is said which sessions changed. */
class EvidenceChangesTests {

    private static final Set<UUID> LEARNERS = Set.of(new UUID(1, 1));

    private final List<Object> events = new ArrayList<>();
    private final MeetingTraces meetings = mock(MeetingTraces.class);
    private final EvidenceChanges changes = new EvidenceChanges(meetings, events::add);

    @BeforeEach
    void eachSessionIsAMeetingOfItsOwn() {
        when(meetings.touched(anySet())).thenAnswer(call -> call.getArgument(0));
    }

    @Test
    void fifty_sessions_are_said_at_once() {
        changes.publish(sessions(50), LEARNERS);
        assertThat(events).containsExactly(new EvidenceRecorded(sessions(50), LEARNERS), new MatchesDecided(LEARNERS));
    }

    @Test
    void more_are_said_in_slices_and_each_once() {
        changes.publish(sessions(101), LEARNERS);

        var said = events.stream()
                .filter(EvidenceRecorded.class::isInstance)
                .map(EvidenceRecorded.class::cast)
                .toList();
        assertThat(said).extracting(event -> event.sessionIds().size()).containsExactly(50, 50, 1);
        assertThat(said.stream().flatMap(event -> event.sessionIds().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(sessions(101));
        assertThat(said).extracting(EvidenceRecorded::learnerIds).containsOnly(LEARNERS);
    }

    @Test
    void of_no_session_nothing_is_said() {
        changes.publish(Set.of(), LEARNERS);
        assertThat(events).isEmpty();
    }

    private static Set<UUID> sessions(int count) {
        return IntStream.range(0, count).mapToObj(n -> new UUID(2, n)).collect(Collectors.toSet());
    }
}
