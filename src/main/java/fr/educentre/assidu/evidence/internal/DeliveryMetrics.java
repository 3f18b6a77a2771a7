package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.CommittedCounts;
import fr.educentre.assidu.shell.TableGauges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came from each source and what became of it, and how long the oldest that is not processed has waited. */
@Component
class DeliveryMetrics {

    /** Results that deliveries are counted by. */
    enum Result {
        RECEIVED,
        PROCESSED,
        FAILED
    }

    private static final String DELIVERIES = "assidu.deliveries";
    private static final String SOURCE = "source";
    private static final List<String> USUAL =
            List.of("bigbluebutton", "edusign", "files", "signatures", "teams", "xapi", "zoom");

    private final JdbcClient sql;
    private final CommittedCounts counts;
    private final Clock clock;

    DeliveryMetrics(JdbcClient sql, CommittedCounts counts, TableGauges gauges, Clock clock) {
        this.sql = sql;
        this.counts = counts;
        this.clock = clock;
        for (String source : USUAL) {
            for (Result result : Result.values()) {
                counts.announce(DELIVERIES, tags(source, result));
            }
        }
        gauges.register(
                new TableGauges.Named("assidu.deliveries.waiting", "Deliveries that wait to be processed", SOURCE),
                USUAL,
                this::waiting);
        gauges.register(
                new TableGauges.Named("assidu.deliveries.failed", "Deliveries that could not be processed", SOURCE),
                USUAL,
                this::failed);
        gauges.register(
                new TableGauges.Named(
                        "assidu.deliveries.oldest.seconds", "Age of the oldest delivery that waits", SOURCE),
                USUAL,
                this::oldest);
    }

    void count(String source, Result result) {
        counts.one(DELIVERIES, tags(source, result));
    }

    private static String[] tags(String source, Result result) {
        return new String[] {SOURCE, source, "result", result.name().toLowerCase(Locale.ROOT)};
    }

    private Map<String, Long> waiting() {
        return counted(
                "select connector, count(*) as figure from delivery where state = 'RECEIVED' group by connector");
    }

    private Map<String, Long> failed() {
        return counted("select connector, count(*) as figure from delivery where state = 'FAILED' group by connector");
    }

    private Map<String, Long> counted(String statement) {
        Map<String, Long> figures = new HashMap<>();
        sql.sql(statement).query(row -> {
            figures.put(row.getString("connector"), row.getLong("figure"));
        });
        return figures;
    }

    private Map<String, Long> oldest() {
        Instant now = clock.instant();
        Map<String, Long> ages = new HashMap<>();
        sql.sql(
                        "select connector, min(received_at) as oldest from delivery where state = 'RECEIVED' group by connector")
                .query(row -> {
                    ages.put(
                            row.getString("connector"),
                            Math.max(
                                    0,
                                    Duration.between(Columns.instant(row, "oldest"), now)
                                            .toSeconds()));
                });
        return ages;
    }
}
