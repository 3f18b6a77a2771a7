package fr.educentre.assidu.workflow.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What runs, where it stands and what is stuck. Counts are of all versions of a process together. */
@Service
@Transactional(readOnly = true)
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
public class ProcessMonitor {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient sql;
    private final Journal journal;
    private final CurrentActor current;
    private final ProcessNames names;
    private final ProcessSubjects subjects;

    ProcessMonitor(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient sql,
            Journal journal,
            CurrentActor current,
            ProcessNames names,
            ProcessSubjects subjects) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.sql = sql;
        this.journal = journal;
        this.current = current;
        this.names = names;
        this.subjects = subjects;
    }

    /** Those with incidents first. */
    public List<ProcessView> processes() {
        Map<String, Long> running = counts("""
                select d.key_, '', count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null group by d.key_
                """);
        Map<String, Long> at = counts("""
                select d.key_, e.act_id_, count(*) from act_ru_execution e
                join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.act_id_ is not null and e.is_active_ group by d.key_, e.act_id_
                """);
        Map<String, Long> stuck = counts("""
                select d.key_, i.activity_id_, count(*) from act_ru_incident i
                join act_re_procdef d on d.id_ = i.proc_def_id_ group by d.key_, i.activity_id_
                """);
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> view(definition, running, at, stuck))
                .sorted(Comparator.comparingLong((ProcessView view) -> -view.incidents())
                        .thenComparing(ProcessView::name))
                .toList();
    }

    /** How many steps and jobs are stuck, in all processes. */
    public long incidents() {
        return sql.sql("select count(*) from act_ru_incident").query(Long.class).single();
    }

    private Map<String, Long> counts(String query) {
        return sql
                .sql(query)
                .query((row, n) -> Map.entry(row.getString(1) + "/" + row.getString(2), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ProcessView view(
            ProcessDefinition definition, Map<String, Long> running, Map<String, Long> at, Map<String, Long> stuck) {
        String key = definition.getKey();
        List<StepView> steps = nodes(definition.getId()).stream()
                .map(node -> new StepView(
                        node.getId(),
                        names.step(key, node),
                        at.getOrDefault(key + "/" + node.getId(), 0L),
                        stuck.getOrDefault(key + "/" + node.getId(), 0L)))
                .filter(step -> step.count() > 0 || step.incidents() > 0)
                .toList();
        long incidents = stuck.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key + "/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new ProcessView(
                key,
                names.process(key, definition.getName()),
                definition.getVersion(),
                running.getOrDefault(key + "/", 0L),
                incidents,
                steps);
    }

    private Collection<FlowNode> nodes(String definitionId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class);
    }

    /** Stuck ones first, then the oldest. */
    public PageOf<InstanceView> instances(@Nullable String processKey, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        String where = " where e.parent_id_ is null and e.super_exec_ is null";
        if (processKey != null) {
            where += " and d.key_ = :key";
            values.put("key", processKey);
        }
        String from = " from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_";
        long total = sql.sql("select count(*)" + from + where)
                .params(values)
                .query(Long.class)
                .single();
        Map<String, String> steps = stepNames();
        List<Found> found = sql.sql("""
                        select e.id_ as id, d.key_ as process, d.name_ as name, e.business_key_ as business_key,
                               (select v.text_ from act_ru_variable v
                                where v.execution_id_ = e.id_ and v.name_ = 'learnerId') as learner,
                               (select v.text_ from act_ru_variable v
                                where v.execution_id_ = e.id_ and v.name_ = 'halfDay') as half_day,
                               (select v.text_ from act_ru_variable v
                                where v.execution_id_ = e.id_ and v.name_ = 'title') as title,
                               h.start_time_ as started,
                               (select string_agg(distinct x.act_id_, ',') from act_ru_execution x
                                where x.proc_inst_id_ = e.id_ and x.act_id_ is not null and x.is_active_) as steps,
                               i.incident_msg_ as problem, i.configuration_ as job
                        """ + from + """
                         left join act_hi_procinst h on h.id_ = e.id_
                         left join lateral (select * from act_ru_incident i where i.proc_inst_id_ = e.id_
                                            order by i.incident_timestamp_ limit 1) i on true
                        """ + where
                        + " order by (i.id_ is null), h.start_time_, e.id_ limit :limit offset :offset")
                .params(values)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new Found(
                        new InstanceView(
                                UUID.fromString(row.getString("id")),
                                row.getString("process"),
                                names.process(row.getString("process"), row.getString("name")),
                                new InstanceView.Subject(
                                        row.getString("business_key"), id(row.getString("learner")), ""),
                                row.getTimestamp("started").toInstant(),
                                named(row.getString("process"), row.getString("steps"), steps),
                                new InstanceView.Trouble(row.getString("problem"), id(row.getString("job")))),
                        row.getString("half_day"),
                        row.getString("title")))
                .list();
        Map<UUID, String> learners = subjects.learners(found.stream()
                .map(one -> one.view().subject().learnerId())
                .filter(Objects::nonNull)
                .toList());
        List<InstanceView> items = found.stream()
                .map(one -> one.view().about(subjects.of(one.view(), one.halfDay(), one.title(), learners)))
                .toList();
        return new PageOf<>(items, page, size, total);
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** What is read, and what says more of it. */
    private record Found(
            InstanceView view,
            @Nullable String halfDay,
            @Nullable String title) {}

    private Map<String, String> stepNames() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition -> nodes(definition.getId()).stream()
                        .map(node -> Map.entry(
                                definition.getKey() + "/" + node.getId(), names.step(definition.getKey(), node))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static String named(String process, @Nullable String steps, Map<String, String> names) {
        if (steps == null) {
            return "";
        }
        Function<String, String> name = step -> names.getOrDefault(process + "/" + step, step);
        return List.of(steps.split(",")).stream().map(name).collect(Collectors.joining(", "));
    }

    /** A job that gave up gets its attempts back, and runs now. */
    @Transactional
    @AllowedRoles(Role.QUALITY_MANAGER)
    public void retry(UUID jobId) {
        Job job = required(jobId);
        management.setJobRetries(job.getId(), 1);
        record("process.retried", job.getProcessInstanceId(), Map.of("problem", text(job.getExceptionMessage())));
    }

    /** Refused NOT_FOUND when there is no such job. */
    public void requireJob(UUID jobId) {
        required(jobId);
    }

    /** Refused NOT_FOUND when no such instance runs. */
    public void requireInstance(UUID instanceId) {
        if (runtime.createProcessInstanceQuery()
                        .processInstanceId(instanceId.toString())
                        .count()
                == 0) {
            throw Refusal.notFound("process");
        }
    }

    private Job required(UUID jobId) {
        Job job = management.createJobQuery().jobId(jobId.toString()).singleResult();
        if (job == null) {
            throw Refusal.notFound("job");
        }
        return job;
    }

    /** Nothing more of it happens; why is kept in the journal. */
    @Transactional
    @AllowedRoles(Role.QUALITY_MANAGER)
    public void end(UUID instanceId, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("refusal.process.reason");
        }
        requireInstance(instanceId);
        runtime.deleteProcessInstance(instanceId.toString(), reason.strip());
        record("process.ended", instanceId.toString(), Map.of("reason", reason.strip()));
    }

    private void record(String action, String instanceId, Map<String, ?> after) {
        Actor actor = current.find().orElse(null);
        journal.record(JournalRecord.of(action, "process", instanceId)
                .by(
                        actor == null ? "Assidu" : actor.displayName(),
                        actor == null ? null : actor.role().name())
                .after(after));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public record ProcessView(
            String key, String name, int version, long running, long incidents, List<StepView> steps) {}

    public record StepView(String id, String name, long count, long incidents) {}

    /** What runs, of whom, since when and where. */
    public record InstanceView(
            UUID id,
            String process,
            String processName,
            @JsonUnwrapped Subject subject,
            Instant startedAt,
            String steps,
            @JsonUnwrapped Trouble trouble) {

        /** @param about whom or what it is about, in the reader's words */
        public record Subject(
                @Nullable String businessKey, @Nullable UUID learnerId, String about) {}

        /** @param jobId the job that gave up, if one did */
        public record Trouble(
                @Nullable String problem, @Nullable UUID jobId) {}

        InstanceView about(String words) {
            return new InstanceView(
                    id,
                    process,
                    processName,
                    new Subject(subject.businessKey(), subject.learnerId(), words),
                    startedAt,
                    steps,
                    trouble);
        }
    }
}
