package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.internal.MailTransport.Outcome;
import fr.educentre.assidu.shell.CommittedCounts;
import fr.educentre.assidu.shell.TableGauges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that have not left, by their state, and what the server made of each try. */
@Component
class MailMetrics {

    private static final String TRIES = "assidu.mails.tries";
    private static final String RESULT = "result";

    private final CommittedCounts counts;

    MailMetrics(JdbcClient sql, CommittedCounts counts, TableGauges gauges) {
        this.counts = counts;
        List.of("accepted", "later", "refused", "unsure").forEach(result -> counts.announce(TRIES, RESULT, result));
        gauges.register(
                new TableGauges.Named(
                        "assidu.mails", "Mails that have not left; failed: that nobody dealt with", "state"),
                List.of("queued", "sending", "failed"),
                () -> unsent(sql));
    }

    void count(Outcome outcome) {
        counts.one(
                TRIES,
                RESULT,
                switch (outcome) {
                    case Outcome.Accepted ignored -> "accepted";
                    case Outcome.NotNow ignored -> "later";
                    case Outcome.Never ignored -> "refused";
                    case Outcome.Unsure ignored -> "unsure";
                });
    }

    private static Map<String, Long> unsent(JdbcClient sql) {
        Map<String, Long> figures = new HashMap<>();
        sql.sql("""
                select lower(state) as state, count(*) as figure from message
                 where state in ('QUEUED', 'SENDING', 'FAILED') and settled_at is null group by state
                """).query(row -> {
            figures.put(row.getString("state"), row.getLong("figure"));
        });
        return figures;
    }
}
