package fr.educentre.assidu.privacy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When what was done about a learner, in which role; who did it is somebody else's datum. */
@Component
class JournalPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    JournalPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "journal";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows(
                "entries",
                sql.sql("select to_jsonb(j) from (select seq, at, actor_role, action, subject_kind from journal_v_entry"
                        + " where learner_id = :learner order by seq) j"));
    }
}
