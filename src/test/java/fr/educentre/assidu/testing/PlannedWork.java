package fr.educentre.assidu.testing;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the engine had planned at some time. A test that leaps years ahead would otherwise find the work of those before
 * it due, and leave the application's own rounds waiting for a year that nobody comes to again.
 */
class PlannedWork {

    private static final String INSTANCES = """
            select e.proc_inst_id_ as instance, coalesce(e.business_key_, e.proc_inst_id_) as known_by, min(j.duedate_) as due
              from act_ru_execution e
              left join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
             where e.parent_id_ is null and e.super_exec_ is null
             group by e.proc_inst_id_, e.business_key_
            """;

    private record Planned(String instance, String knownBy, Optional<Timestamp> due) {}

    private record Start(String definition, Timestamp due) {}

    private final JdbcClient sql;
    private final RuntimeService processes;
    private final Map<String, Optional<Timestamp>> known = new HashMap<>();
    private final List<Start> starts;

    PlannedWork(JdbcClient sql, RuntimeService processes) {
        this.sql = sql;
        this.processes = processes;
        instances().forEach(one -> known.put(one.knownBy(), one.due()));
        this.starts = sql.sql(
                        "select job_def_id_, duedate_ from act_ru_job where process_instance_id_ is null and duedate_ is not null")
                .query((row, n) -> new Start(row.getString(1), row.getTimestamp(2)))
                .list();
    }

    /** Removes what came since; what comes again and again is due when it was. */
    void restore() {
        List<String> since = new ArrayList<>();
        for (Planned one : instances()) {
            Optional<Timestamp> due = known.get(one.knownBy());
            if (due == null) {
                since.add(one.instance());
            } else if (!due.equals(one.due())) {
                due.ifPresent(at -> sql.sql("update act_ru_job set duedate_ = ? where process_instance_id_ = ?")
                        .params(at, one.instance())
                        .update());
            }
        }
        if (!since.isEmpty()) {
            processes.deleteProcessInstancesIfExists(since, "left by a test", true, true, true);
        }
        starts.forEach(start -> sql.sql(
                        "update act_ru_job set duedate_ = ? where process_instance_id_ is null and job_def_id_ = ?")
                .params(start.due(), start.definition())
                .update());
    }

    private List<Planned> instances() {
        return sql.sql(INSTANCES)
                .query((row, n) -> new Planned(
                        row.getString("instance"),
                        row.getString("known_by"),
                        Optional.ofNullable(row.getTimestamp("due"))))
                .list();
    }
}
