package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a learner signed, word for word. The lines they drew are theirs to see on the screen, and stay encrypted. */
@Component
class SigningPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    SigningPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "signing";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("signatures", sql.sql("""
                select to_jsonb(s) - 'statement' || jsonb_build_object('statement', s.statement::jsonb)
                  from signature s where s.learner_id = :learner order by s.signed_at, s.id
                """));
    }
}
