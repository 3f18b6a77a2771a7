package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules found, and the facts they saw. */
@Component
class AlertPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    AlertPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "alerts";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("alerts", sql.sql("""
                                select to_jsonb(a) from alert a where a.learner_id = :learner order by a.raised_at, a.id
                                """));
    }
}
