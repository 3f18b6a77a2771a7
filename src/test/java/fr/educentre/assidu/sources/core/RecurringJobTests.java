package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.mock.env.MockEnvironment;

class RecurringJobTests {

    private final StillClock clock = new StillClock();
    private final PlannedJobs jobs = new PlannedJobs(clock);
    private final MockEnvironment environment = new MockEnvironment();
    private final ApplicationReadyEvent ready = mock();
    private int runs;
    private Optional<Duration> wait = Optional.of(Duration.ofMinutes(5));

    private final class Probe extends RecurringJob {
        Probe() {
            super(NextRun.of("probe"), Duration.ofMinutes(5), new RecurringJobSchedule(jobs, environment, clock));
        }

        @Override
        protected Optional<Duration> work() {
            runs++;
            return wait;
        }
    }

    private Instant next() {
        return jobs.waiting().get("probe:all").at();
    }

    @Test
    void a_start_runs_it_at_once_and_each_run_plans_the_next() {
        var job = new Probe();
        job.begin(ready);
        jobs.runDue(job);
        assertThat(runs).isEqualTo(1);
        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        jobs.runDue(job);
        assertThat(runs).isEqualTo(1);
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue(job);
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void two_nodes_run_it_once_an_interval() {
        var one = new Probe();
        var other = new Probe();
        one.begin(ready);
        other.begin(ready);
        for (int minute = 0; minute < 60; minute++) {
            jobs.runDue(one, other);
            assertThat(jobs.waiting()).hasSize(1);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(runs).isEqualTo(12);
    }

    @Test
    void a_long_pause_is_made_up_by_one_run() {
        var job = new Probe();
        job.begin(ready);
        jobs.runDue(job);
        clock.advance(Duration.ofDays(3));
        jobs.runDue(job);
        jobs.runDue(job);
        assertThat(runs).isEqualTo(2);
        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void work_may_ask_for_another_wait_or_for_none() {
        var job = new Probe();
        wait = Optional.of(Duration.ofSeconds(7));
        job.run(new NextRun());
        assertThat(next()).isEqualTo(clock.instant().plusSeconds(7));
        clock.advance(Duration.ofSeconds(7));
        wait = Optional.empty();
        jobs.runDue(job);
        assertThat(runs).isEqualTo(2);
        assertThat(jobs.waiting()).isEmpty();
    }

    @Test
    void its_interval_is_a_property() {
        environment.setProperty("assidu.connectors.every.probe", "20s");
        assertThat(new Probe().interval()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void with_an_interval_of_zero_it_runs_only_when_called() {
        environment.setProperty("assidu.connectors.every.probe", "0");
        var job = new Probe();
        job.begin(ready);
        assertThat(jobs.waiting()).isEmpty();
        job.run(new NextRun());
        assertThat(runs).isEqualTo(1);
        assertThat(jobs.waiting()).isEmpty();
    }
}
