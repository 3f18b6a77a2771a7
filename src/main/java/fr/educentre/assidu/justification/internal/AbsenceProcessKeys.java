package fr.educentre.assidu.justification.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of processes, and the lock that makes one of each. */
@Component
class AbsenceProcessKeys {

    static final String REQUEST_PROCESS = "justification";
    static final String REVIEW_PROCESS = "justification-review";
    static final String MOVED = "absence-moved";
    static final String WITHDRAWN = "absence-withdrawn";
    static final String MOOT = "justification-moot";

    private final JdbcClient sql;

    AbsenceProcessKeys(JdbcClient sql) {
        this.sql = sql;
    }

    static String request(UUID learnerId, String halfDay) {
        return "justification:" + learnerId + ":" + halfDay;
    }

    static String review(UUID justificationId) {
        return "review:" + justificationId;
    }

    static String correlation(UUID learnerId, String halfDay) {
        return "absence:" + learnerId + ":" + halfDay;
    }

    /** Until the transaction ends, nobody else holds the same key. */
    void hold(String key) {
        sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
