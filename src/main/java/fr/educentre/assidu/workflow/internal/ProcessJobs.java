package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A job is an instance of the process {@code durable-job} under the business key {@code name:key}. What a transaction
 * submits is gathered and written just before it commits: all at once, in the order of the keys, so that transactions
 * which submit the same jobs wait for each other instead of blocking each other for good.
 */
@Component
@OpenTo(value = OpenTo.Audience.MODULES, because = "a job carries on what its module decided")
class ProcessJobs implements DurableJobs {

    static final String PROCESS = "durable-job";
    static final String NAME = "jobName";
    static final String KEY = "jobKey";
    static final String PAYLOAD = "jobPayload";
    static final String RUN_AT = "runAt";

    /** Nobody waits for more. */
    private static final int MOST_AT_ONCE = 20;

    /** Held until commit: one that is waiting now is not begun before what is submitted stands. */
    private static final String WAITING = """
            select e.business_key_ as business_key, e.proc_inst_id_ as instance, j.id_ as job, j.duedate_ as due,
                   j.retries_ as retries
            from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = :process
            join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
            where e.business_key_ in (:keys) and (j.lock_owner_ is null or j.lock_exp_time_ < :now)
            for update of j skip locked
            """;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final JobPayloads payloads;
    private final JobsAtOnce atOnce;
    private final CommandInterceptor ownContext;
    private final Clock clock;

    ProcessJobs(
            RuntimeService runtime,
            ManagementService management,
            ProcessEngineConfigurationImpl engine,
            JdbcClient sql,
            TransactionTemplate transaction,
            JobPayloads payloads,
            JobsAtOnce atOnce,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.sql = sql;
        this.transaction = transaction;
        this.payloads = payloads;
        this.atOnce = atOnce;
        this.ownContext = new CommandContextInterceptor(engine.getCommandContextFactory(), engine, true);
        this.ownContext.setNext(new CommandExecutorImpl());
        this.clock = clock;
    }

    @Override
    public <P> void submit(DurableJobType<P> type, P payload) {
        add(submission(type, payload, null));
    }

    @Override
    public <P> void submitAt(DurableJobType<P> type, P payload, Instant runAt) {
        add(submission(type, payload, runAt));
    }

    @Override
    public <P> void submitAtOnce(DurableJobType<P> type, Collection<? extends P> payloads) {
        boolean now = payloads.size() <= MOST_AT_ONCE && Context.getCommandContext() == null;
        for (P payload : payloads) {
            Submission submission = submission(type, payload, null);
            add(now ? submission.atOnce() : submission);
        }
    }

    private <P> Submission submission(DurableJobType<P> type, P payload, @Nullable Instant runAt) {
        return new Submission(
                type.name(),
                type.key().apply(payload),
                payloads.write(type, payload),
                type.retries().attempts(),
                runAt,
                false);
    }

    static <P> String businessKey(DurableJobType<P> type, P payload) {
        return type.name() + ":" + type.key().apply(payload);
    }

    private void add(Submission submission) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transaction.executeWithoutResult(status -> add(submission));
            return;
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.add(submission);
    }

    private void write(Map<String, Submission> submissions) {
        List<String> keys = List.copyOf(submissions.keySet());
        sql.sql("select pg_advisory_xact_lock(hashtextextended(key, 5))"
                        + " from (select key from unnest(:keys::text[]) key order by key) ordered")
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> n)
                .list();
        Map<String, Waiting> waiting = waiting(keys);
        // In a context of its own: one that is open already may belong to a job around this transaction, and would
        // write only
        // when that one ends.
        ownContext.execute(context -> {
            submissions.forEach((businessKey, submission) -> {
                Waiting known = waiting.get(businessKey);
                if (known == null) {
                    start(businessKey, submission);
                } else {
                    renew(known, submission);
                }
            });
            return null;
        });
    }

    private Map<String, Waiting> waiting(List<String> keys) {
        Map<String, Waiting> found = new HashMap<>();
        sql.sql(WAITING)
                .param("process", PROCESS)
                .param("keys", keys)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> {
                    Timestamp due = row.getTimestamp("due");
                    return found.put(
                            row.getString("business_key"),
                            new Waiting(
                                    row.getString("instance"),
                                    row.getString("job"),
                                    due == null ? null : due.toInstant(),
                                    row.getInt("retries")));
                })
                .list();
        return found;
    }

    private void start(String businessKey, Submission submission) {
        runtime.startProcessInstanceByKey(
                PROCESS,
                businessKey,
                Variables.createVariables()
                        .putValue(NAME, submission.name())
                        .putValue(KEY, submission.key())
                        .putValueTyped(PAYLOAD, JobPayload.typed(submission.payload()))
                        .putValue(RUN_AT, submission.runAt() == null ? null : Date.from(submission.runAt())));
    }

    /** The one that waits keeps its place; it never runs later than asked for, and one that gave up tries again. */
    private void renew(Waiting known, Submission submission) {
        if (known.retries() == 0) {
            management.setJobRetries(known.job(), submission.attempts());
        }
        Instant asked = submission.runAt() == null ? clock.instant() : submission.runAt();
        if (known.due() != null && known.due().isAfter(asked)) {
            management.setJobDuedate(known.job(), Date.from(asked));
        }
        runtime.setVariable(known.instance(), PAYLOAD, JobPayload.typed(submission.payload()));
    }

    private record Submission(
            String name,
            String key,
            String payload,
            int attempts,
            @Nullable Instant runAt,
            boolean now) {

        String businessKey() {
            return name + ":" + key;
        }

        Submission sooner(Submission other) {
            boolean otherFirst = other.runAt == null || (runAt != null && other.runAt.isBefore(runAt));
            return new Submission(
                    name, key, other.payload, other.attempts, otherFirst ? other.runAt : runAt, now || other.now);
        }

        Submission atOnce() {
            return new Submission(name, key, payload, attempts, runAt, true);
        }
    }

    private record Waiting(
            String instance, String job, @Nullable Instant due, int retries) {}

    private final class Pending implements TransactionSynchronization {

        private final Map<String, Submission> submissions = new TreeMap<>(Comparator.naturalOrder());
        private final List<String> reserved = new ArrayList<>();
        private boolean written;

        void add(Submission submission) {
            submissions.merge(submission.businessKey(), submission, Submission::sooner);
            if (written) {
                writeAll();
            }
        }

        private void writeAll() {
            var ready = new TreeMap<>(submissions);
            submissions.clear();
            if (!ready.isEmpty()) {
                write(ready);
                reserved.addAll(atOnce.reserve(ready.entrySet().stream()
                        .filter(one -> one.getValue().now())
                        .map(Map.Entry::getKey)
                        .toList()));
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            writeAll();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ProcessJobs.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ProcessJobs.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ProcessJobs.this);
            if (status == STATUS_COMMITTED && !reserved.isEmpty()) {
                atOnce.whenReleased(reserved);
            }
        }
    }
}
