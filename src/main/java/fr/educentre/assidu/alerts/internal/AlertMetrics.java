package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.shell.CommittedCounts;
import fr.educentre.assidu.shell.TableGauges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts that are not resolved, and how many were raised and resolved. */
@Component
class AlertMetrics {

    private static final String CHANGES = "assidu.alerts.changes";
    private static final String CHANGE = "change";
    private static final String RAISED = "raised";
    private static final String RESOLVED = "resolved";

    private final CommittedCounts counts;

    AlertMetrics(JdbcClient sql, CommittedCounts counts, TableGauges gauges) {
        this.counts = counts;
        counts.announce(CHANGES, CHANGE, RAISED);
        counts.announce(CHANGES, CHANGE, RESOLVED);
        gauges.register(
                new TableGauges.Named("assidu.alerts", "Alerts that are not resolved", "state"),
                List.of("open", "acknowledged"),
                () -> unresolved(sql));
    }

    void raised() {
        counts.one(CHANGES, CHANGE, RAISED);
    }

    void resolved() {
        counts.one(CHANGES, CHANGE, RESOLVED);
    }

    private static Map<String, Long> unresolved(JdbcClient sql) {
        Map<String, Long> figures = new HashMap<>();
        sql.sql("select lower(state) as state, count(*) as figure from alert where state <> 'RESOLVED' group by state")
                .query(row -> {
                    figures.put(row.getString("state"), row.getLong("figure"));
                });
        return figures;
    }
}
