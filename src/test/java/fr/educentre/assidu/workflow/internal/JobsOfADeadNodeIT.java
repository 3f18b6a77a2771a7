package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.workflow.DurableJobs;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A job that a node took is another's soon after that node died, and nobody else's while it is at work. */
@AssiduIT
class JobsOfADeadNodeIT {

    private static final Duration UNDER_A_MINUTE = Duration.ofSeconds(55);

    @Autowired
    DurableJobs jobs;

    @Autowired
    JobLeases leases;

    @Autowired
    JobsAtOnce atOnce;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void giveBack() {
        leases.release(List.of(job()));
        sql.sql("select id_ from act_ru_job where lock_owner_ is not null")
                .query(String.class)
                .list()
                .forEach(job -> engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(job)));
    }

    @Test
    void a_job_of_a_node_that_died_is_taken_over_in_under_a_minute() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
        assertThat(taken()).contains(job());
        assertThat(taken()).as("another node, meanwhile").doesNotContain(job());
        clock.advance(UNDER_A_MINUTE);
        assertThat(taken()).as("another node, soon").contains(job());
    }

    @Test
    void a_job_that_its_node_is_still_at_stays_its_own() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
        assertThat(taken()).contains(job());
        leases.hold(List.of(job()));
        clock.advance(JobLeases.LENGTH.dividedBy(2));
        leases.renew();
        clock.advance(JobLeases.LENGTH.dividedBy(2).plusSeconds(5));
        assertThat(taken()).doesNotContain(job());
        leases.release(List.of(job()));
        leases.renew();
        clock.advance(UNDER_A_MINUTE);
        assertThat(taken()).contains(job());
    }

    @Test
    void a_job_that_found_no_thread_is_kept_while_it_is_offered_again_and_left_to_others_once_forgotten() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
        assertThat(taken()).contains(job());
        engine.getJobExecutor().getExecuteJobsRunnable(List.of(job()), (ProcessEngineImpl) engine.getProcessEngine());
        leases.rejected(List.of(job()));
        clock.advance(Duration.ofSeconds(20));
        leases.renew();
        clock.advance(Duration.ofSeconds(30));
        assertThat(taken()).as("drawn out").doesNotContain(job());
        leases.renew();
        clock.advance(UNDER_A_MINUTE);
        assertThat(taken()).as("forgotten").contains(job());
    }

    @Test
    void a_job_that_a_callers_thread_had_reserved_is_taken_over_in_under_a_minute() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
        transaction.executeWithoutResult(status ->
                assertThat(atOnce.reserve(List.of(ProbeJob.NAME + ":" + key))).containsExactly(job()));
        assertThat(taken()).doesNotContain(job());
        clock.advance(UNDER_A_MINUTE);
        assertThat(taken()).contains(job());
    }

    @Test
    void a_job_that_nobody_has_taken_is_not_reserved_by_renewing() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
        leases.hold(List.of(job()));
        leases.renew();
        assertThat(taken()).contains(job());
    }

    @Test
    void time_drawn_out_counts_from_now() {
        jobs.submit(ProbeJob.TYPE, new ProbeJob.Probe(key, ""));
        taken();
        leases.hold(List.of(job()));
        clock.advance(Duration.ofSeconds(30));
        Instant before = clock.instant();
        leases.renew();
        assertThat(sql.sql("select lock_exp_time_ from act_ru_job where id_ = ?")
                        .param(job())
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isBetween(
                        before.plus(JobLeases.LENGTH).minusSeconds(1),
                        before.plus(JobLeases.LENGTH).plusSeconds(1));
    }

    /** What this node's executor takes now of what is due. */
    private List<String> taken() {
        AcquiredJobs acquired =
                engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor(), 500));
        return acquired.getJobIdBatches().stream().flatMap(List::stream).toList();
    }

    private String job() {
        return sql.sql(
                        "select j.id_ from act_ru_job j join act_ru_execution e on e.proc_inst_id_ = j.process_instance_id_"
                                + " where e.business_key_ = ? and e.parent_id_ is null")
                .param(ProbeJob.NAME + ":" + key)
                .query(String.class)
                .single();
    }
}
