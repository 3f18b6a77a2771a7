package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCompletionPolicyTests {

    private static final Instant END = Instant.parse("2026-11-05T11:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final StillClock clock = new StillClock();
    private final PlannedJobs jobs = new PlannedJobs(clock);
    private final Sessions sessions = mock();
    private final SessionInfo session = new SessionInfo(
            ID,
            "SE-1",
            "Atelier",
            new SessionInfo.Course(ID, "Groupe", null, null),
            new SessionInfo.Person(ID, "Lou Formateur"),
            new SessionInfo.Schedule(LocalDate.of(2026, 11, 5), END.minusSeconds(3 * 3600), END, List.of(), 180),
            new SessionInfo.Place(ID, "Paris", ZoneId.of("Europe/Paris"), Modality.VIDEO, null, null),
            new SessionInfo.Progress(SessionState.OPEN, null));
    private final List<Object> published = new ArrayList<>();
    private boolean whole = true;
    private Policy policy;

    private final class Policy extends SessionCompletionPolicy {
        Policy() {
            super(
                    "probe.complete",
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(3),
                    new SessionCompletions(sessions, jobs, published::add, clock));
        }

        @Override
        protected boolean isComplete(SessionInfo one, String variant) {
            return whole;
        }
    }

    @BeforeEach
    void a_session() {
        when(sessions.find(any())).thenReturn(Optional.empty());
        when(sessions.find(ID)).thenReturn(Optional.of(session));
        policy = new Policy();
        clock.set(END);
    }

    @Test
    void a_meeting_reaches_the_end_from_a_little_before_it() {
        assertThat(policy.reaches(session, END.minus(Duration.ofMinutes(5)))).isTrue();
        assertThat(policy.reaches(session, END.minus(Duration.ofMinutes(5)).minusMillis(1)))
                .isFalse();
        assertThat(policy.reached(List.of(session), END)).containsExactly(ID);
        assertThat(policy.reached(List.of(session), END.minusSeconds(600))).isEmpty();
    }

    @Test
    void an_end_just_now_is_given_time_and_an_old_one_is_not() {
        assertThat(policy.settled(Set.of(ID), END.minusSeconds(179))).isEmpty();
        assertThat(jobs.waiting().get("probe.complete:" + ID).at()).isEqualTo(END.plusSeconds(1));
        assertThat(policy.settled(Set.of(ID), END.minusSeconds(180))).containsExactly(ID);
    }

    @Test
    void the_job_completes_the_session_once_it_is_due() {
        policy.settled(Set.of(ID), END);
        jobs.runDue(policy);
        assertThat(published).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        jobs.runDue(policy);
        assertThat(published).containsExactly(new Evidences.SourceCompleted(ID));
    }

    @Test
    void a_session_that_is_gone_or_not_whole_is_left_alone() {
        policy.run(new CompletionDue(UUID.randomUUID(), ""));
        whole = false;
        policy.run(new CompletionDue(ID, ""));
        assertThat(published).isEmpty();
    }

    @Test
    void variants_of_a_plan_wait_beside_each_other_until_the_session_is_over() {
        clock.set(END.minusSeconds(3600));
        policy.plan(session, "");
        policy.plan(session, "locked");
        assertThat(jobs.waiting().keySet()).containsExactly("probe.complete:" + ID, "probe.complete:" + ID + ":locked");
        assertThat(jobs.waiting().values())
                .allSatisfy(job -> assertThat(job.at()).isEqualTo(END.minusSeconds(300)));
        clock.set(END);
        jobs.runDue(policy);
        assertThat(published).hasSize(2);
    }
}
