package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.RealJobExecutor;
import fr.educentre.assidu.workflow.DurableJobs;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AssiduIT
@RealJobExecutor
class ProcessJobsIT {

    private static final Duration PATIENCE = BackgroundWork.PATIENCE;

    @Autowired
    DurableJobs jobs;

    @Autowired
    ProbeJob probe;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JobLeases leases;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_job_runs_once_after_commit() {
        transaction.executeWithoutResult(status -> {
            jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "first"));
            jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "last"));
            assertThat(waiting()).isZero();
        });
        await().atMost(PATIENCE)
                .until(() -> waiting() == 0 && !probe.runsOf(key).isEmpty());
        assertThat(probe.runsOf(key)).containsExactly(key + "=last");
    }

    @Test
    void a_job_of_a_transaction_that_is_rolled_back_never_existed() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(waiting()).isZero();
        assertThat(probe.attempted(key)).isFalse();
    }

    @Test
    void a_long_payload_arrives_whole() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "é".repeat(10_000)));
        await().atMost(PATIENCE).until(() -> !probe.runsOf(key).isEmpty());
        assertThat(probe.runsOf(key)).containsExactly(key + "=" + "é".repeat(10_000));
    }

    @Test
    void a_job_for_later_waits_until_then_and_is_brought_forward_by_one_for_now() {
        jobs.submitAt(
                ProbeJob.TYPE, new ProbeJob.Probe(key, "later"), clock.instant().plus(Duration.ofDays(1)));
        jobs.submitAt(
                ProbeJob.TYPE,
                new ProbeJob.Probe(key, "later still"),
                clock.instant().plus(Duration.ofDays(2)));
        assertThat(waiting()).isEqualTo(1);
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "now"));
        assertThat(waiting()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(probe.runsOf(key)).containsExactly(key + "=now");
    }

    @Test
    void the_engine_follows_the_clock() {
        jobs.submitAt(
                ProbeJob.TYPE, new ProbeJob.Probe(key, ""), clock.instant().plus(Duration.ofHours(30)));
        background.leap(clock.instant().plus(Duration.ofHours(31)));
        await().atMost(PATIENCE).until(() -> probe.runsOf(key).size() == 1);
    }

    @Test
    void the_same_job_submitted_by_many_at_once_waits_once() {
        Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> SystemActor.run(
                                () -> jobs.submitAt(ProbeJob.TYPE, new ProbeJob.Probe(key, String.valueOf(i)), later))))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(waiting()).isEqualTo(1);
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "done"));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    @Test
    void a_job_that_keeps_failing_becomes_an_incident_and_runs_when_it_is_retried() {
        probe.fail(key, true);
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "x"));
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> {
            clock.advance(Duration.ofHours(1));
            return incidents() == 1;
        });
        assertThat(probe.runsOf(key)).isEmpty();
        probe.fail(key, false);
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "y"));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(probe.runsOf(key)).containsExactly(key + "=y");
        assertThat(incidents()).isZero();
    }

    @Test
    void a_job_that_the_version_before_left_is_understood() {
        runtime.startProcessInstanceByKey(
                ProcessJobs.PROCESS,
                ProbeJob.NAME + ":" + key,
                Variables.createVariables()
                        .putValue(ProcessJobs.NAME, ProbeJob.NAME)
                        .putValue(ProcessJobs.KEY, key)
                        .putValue(ProcessJobs.PAYLOAD, "2|text")
                        .putValue(ProcessJobs.RUN_AT, null));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(probe.runsOf(key)).containsExactly(key + "=2|text");
    }

    @Test
    void a_job_is_held_for_as_long_as_a_thread_is_at_it() {
        var left = new CompletableFuture<Duration>();
        probe.whenRun(key, () -> {
            clock.advance(JobLeases.LENGTH.dividedBy(2));
            leases.renew();
            left.complete(Duration.between(clock.instant(), lockedUntil()));
        });
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, "held"));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(left.join()).isGreaterThan(JobLeases.LENGTH.dividedBy(2).plusSeconds(10));
    }

    private Instant lockedUntil() {
        return sql.sql("select lock_exp_time_ from act_ru_job j join act_ru_execution e"
                        + " on e.proc_inst_id_ = j.process_instance_id_ where e.business_key_ = ?")
                .param(ProbeJob.NAME + ":" + key)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private long waiting() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ProbeJob.NAME + ":" + key)
                .count();
    }

    private long incidents() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ProbeJob.NAME + ":" + key)
                .withIncident()
                .count();
    }
}
