package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written to a learner and about them, to whom; a link that acts in its recipient’s name is never shown. */
@Component
class MessagePersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    MessagePersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "messaging";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("messages", sql.sql("""
                                select to_jsonb(m) from (
                                    select id, template_key, locale, recipient_kind, recipient_name, recipient_address, subject, why, correlation, state,
                                           created_at, sent_at from message where learner_id = :learner order by created_at, id) m
                                """));
    }
}
