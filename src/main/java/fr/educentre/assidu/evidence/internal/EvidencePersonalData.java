package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The traces that were found to be a learner’s, and by what names sources know them. */
@Component
class EvidencePersonalData implements PersonalDataHolder {

    private final JdbcClient sql;

    EvidencePersonalData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "evidence";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("traces", sql.sql("""
                                select to_jsonb(t) || jsonb_build_object('matched_how', m.how, 'matched_at', m.matched_at) from evidence_match m
                                  join evidence t on t.id = m.evidence_id and t.occurred_at = m.occurred_at
                                 where m.learner_id = :learner and m.withdrawn_at is null order by t.occurred_at, t.id
                                """)).rows("proposals", sql.sql("""
                                select to_jsonb(p) from (
                                    select id, session_id, source, person_name, state, created_at from evidence_proposal
                                     where learner_id = :learner order by created_at, id) p
                                """)).rows("aliases", sql.sql("""
                                select to_jsonb(a) from identity_alias a where a.learner_id = :learner order by a.confirmed_at, a.id
                                """));
    }
}
