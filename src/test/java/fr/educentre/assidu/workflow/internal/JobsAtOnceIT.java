package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinSession;
import com.zaxxer.hikari.HikariDataSource;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.JobRetries;
import fr.educentre.assidu.workflow.internal.ProbeJob.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The thread that submits a job runs it, without another thread's help, and holds one connection at a time. */
@AssiduIT
class JobsAtOnceIT {

    @Autowired
    DurableJobs jobs;

    @Autowired
    ProbeJob probe;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BackgroundWork background;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    @Test
    void it_has_run_when_the_call_that_commits_returns() {
        transaction.executeWithoutResult(status -> {
            jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "x")));
            assertThat(probe.attempted(key)).isFalse();
        });
        assertThat(probe.runsOf(key)).containsExactly(key + "=x");
        assertThat(waiting(key)).isZero();
    }

    @Test
    void one_of_a_transaction_that_is_rolled_back_never_runs() {
        transaction.executeWithoutResult(status -> {
            jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "x")));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {});
        assertThat(probe.attempted(key)).isFalse();
    }

    @Test
    void one_that_fails_leaves_its_caller_alone_and_is_tried_again() {
        probe.fail(key, true);
        jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "x")));
        assertThat(probe.attempted(key)).isTrue();
        assertThat(waiting(key)).isEqualTo(1);
        probe.fail(key, false);
        triedAgain();
        assertThat(probe.runsOf(key)).containsExactly(key + "=x");
    }

    @Test
    void one_that_fails_does_not_keep_the_others_from_running() {
        probe.fail(key + "1", true);
        jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key + "1", ""), new Probe(key + "2", "")));
        assertThat(probe.runsOf(key + "2")).hasSize(1);
        probe.fail(key + "1", false);
        triedAgain();
        assertThat(probe.runsOf(key + "1")).hasSize(1);
    }

    @Test
    void until_its_own_thread_has_run_it_no_other_takes_it() {
        transaction.executeWithoutResult(status -> {
            jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "x")));
            probe.whenRun(
                    key,
                    () -> assertThat(sql.sql("""
                                    select j.lock_exp_time_ > ? from act_ru_job j
                                      join act_ru_execution e on e.proc_inst_id_ = j.process_instance_id_
                                     where e.business_key_ = ?
                                    """)
                                    .params(
                                            java.sql.Timestamp.from(
                                                    clock.instant().plusSeconds(30)),
                                            business(key))
                                    .query(Boolean.class)
                                    .list())
                            .containsExactly(true));
        });
        assertThat(probe.runsOf(key)).containsExactly(key + "=x");
    }

    @Test
    void it_knows_neither_the_person_nor_the_screen_nor_the_language_of_its_caller() {
        var session = Mockito.mock(VaadinSession.class);
        CurrentInstance.set(VaadinSession.class, session);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            probe.whenRun(key, () -> {
                assertThat(CurrentInstance.get(VaadinSession.class)).isNull();
                assertThat(LocaleContextHolder.getLocaleContext()).isNull();
                assertThat(SecurityContextHolder.getContext()
                                .getAuthentication()
                                .getPrincipal())
                        .isEqualTo("system");
            });
            jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "x")));
            assertThat(probe.runsOf(key)).hasSize(1);
            assertThat(CurrentInstance.get(VaadinSession.class)).isSameAs(session);
            assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.ENGLISH);
        } finally {
            CurrentInstance.clearAll();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void one_submitted_while_its_like_is_being_run_is_run_too_and_disturbs_it_not() {
        var first = new AtomicBoolean(true);
        probe.whenRun(key, () -> {
            if (first.getAndSet(false)) {
                CompletableFuture.runAsync(() -> SystemActor.run(
                                () -> jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "second")))))
                        .join();
            }
        });
        jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "first")));
        assertThat(probe.runsOf(key)).containsExactly(key + "=second", key + "=first");
        assertThat(waiting(key)).isZero();
    }

    @Test
    void many_run_in_the_background() {
        List<Probe> many =
                IntStream.range(0, 21).mapToObj(n -> new Probe(key + n, "x")).toList();
        jobs.submitAtOnce(ProbeJob.TYPE, many);
        assertThat(many).noneMatch(one -> probe.attempted(one.key()));
        background.runDue();
        assertThat(many).allMatch(one -> probe.runsOf(one.key()).size() == 1);
    }

    @Test
    void one_connection_is_enough() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            int size = dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
            while (held.size() < size - 1) {
                held.add(dataSource.getConnection());
            }
            jobs.submitAtOnce(ProbeJob.TYPE, List.of(new Probe(key, "x")));
            assertThat(probe.runsOf(key)).containsExactly(key + "=x");
        } finally {
            for (Connection one : held) {
                one.close();
            }
        }
    }

    @Test
    void what_a_job_submits_runs_after_it() {
        var inner = new Probe(key + "-inner", "x");
        probe.whenRun(key, () -> {
            jobs.submitAtOnce(ProbeJob.TYPE, List.of(inner));
            assertThat(probe.attempted(inner.key())).isFalse();
        });
        jobs.submit(ProbeJob.TYPE, new Probe(key, "x"));
        background.runDue();
        assertThat(probe.runsOf(inner.key())).hasSize(1);
    }

    @Test
    void what_a_job_commits_apart_keeps_the_jobs_it_submitted_even_when_the_job_fails() {
        var apart = new TransactionTemplate(transaction.getTransactionManager());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var followed = new Probe(key + "-followed", "x");
        probe.whenRun(key, () -> {
            apart.executeWithoutResult(status -> jobs.submit(ProbeJob.TYPE, followed));
            throw new IllegalStateException("after what it committed");
        });
        jobs.submit(ProbeJob.TYPE, new Probe(key, "x"));
        background.runDue();
        assertThat(probe.runsOf(followed.key())).hasSize(1);
        probe.whenRun(key, () -> {});
        triedAgain();
        assertThat(probe.runsOf(key)).hasSize(1);
    }

    /** What failed once is due again. */
    private void triedAgain() {
        background.leap(
                clock.instant().plus(JobRetries.USUAL.waits().getFirst()).plusSeconds(1));
    }

    private long waiting(String of) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(business(of))
                .count();
    }

    private static String business(String of) {
        return ProbeJob.NAME + ":" + of;
    }
}
