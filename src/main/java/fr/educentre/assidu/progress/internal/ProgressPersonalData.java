package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a learner did at a distance. */
@Component
class ProgressPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    ProgressPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "progress";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("results", sql.sql("""
                                select to_jsonb(r) from activity_result r where r.learner_id = :learner order by r.first_at, r.activity_id
                                """)).rows("connections", sql.sql("""
                                select to_jsonb(d) from connection_day d where d.learner_id = :learner order by d.day
                                """));
    }
}
