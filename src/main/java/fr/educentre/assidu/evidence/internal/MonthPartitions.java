package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Monthly partitions of the large tables, ahead of need: at start and every night. What falls outside the window waits in
 * the default partition, so that nothing depends on a partition being there.
 */
@Component
class MonthPartitions implements SmartInitializingSingleton, NightlyTask {

    private static final List<String> TABLES = List.of("evidence", "verdict", "journal_entry");
    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 2;

    private final JdbcClient sql;
    private final Clock clock;

    MonthPartitions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        run();
    }

    @Override
    public String name() {
        return "month-partitions";
    }

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        for (String table : TABLES) {
            for (int month = -MONTHS_BACK; month <= MONTHS_AHEAD; month++) {
                sql.sql("select ensure_month_partition(?, ?)")
                        .params(table, today.plusMonths(month))
                        .query((row, n) -> true)
                        .list();
            }
        }
    }
}
