package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By what a learner is registered at Zoom; never the link, of which whoever holds it joins in their name. */
@Component
class ZoomPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    ZoomPersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "zoom";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("registrations", sql.sql("""
                select to_jsonb(z) from (
                    select meeting_number, registrant_id, registered_at from zoom_registrant
                     where learner_id = :learner order by registered_at, meeting_number) z
                """));
    }
}
