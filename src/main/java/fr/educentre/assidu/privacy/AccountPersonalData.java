package fr.educentre.assidu.privacy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of a learner and where they were used. */
@Component
class AccountPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    AccountPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "access";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("accounts", sql.sql("select to_jsonb(a) from access_v_account a where a.person_id = :learner"))
                .rows(
                        "sessions",
                        sql.sql("select to_jsonb(s) from access_v_account_session s"
                                + " join access_v_account a on a.id = s.account_id where a.person_id = :learner"
                                + " order by s.started_at, s.id"));
    }
}
