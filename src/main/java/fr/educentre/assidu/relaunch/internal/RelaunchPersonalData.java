package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a learner was followed up after an alert. */
@Component
class RelaunchPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    RelaunchPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "relaunch";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("relaunches", sql.sql("""
                                select to_jsonb(r) from relaunch r where r.learner_id = :learner order by r.started_at, r.id
                                """));
    }
}
