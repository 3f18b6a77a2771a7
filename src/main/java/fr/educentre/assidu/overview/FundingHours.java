package fr.educentre.assidu.overview;

import fr.educentre.assidu.jdbc.Columns;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Minutes realised so far for each funding of a learner: an hour is charged to one funding only. */
@Component
public class FundingHours {

    private final JdbcClient sql;

    FundingHours(JdbcClient sql) {
        this.sql = sql;
    }

    /** By funding; one that has none yet is left out. */
    public Map<UUID, Integer> realised(UUID learnerId) {
        return sql
                .sql("""
                        select c.funding_id, sum(c.minutes)::int as minutes
                          from attendance_v_verdict v
                          join training_v_session s on s.id = v.session_id
                          cross join lateral (select (one ->> 'fundingId')::uuid as funding_id, (one ->> 'minutes')::int as minutes
                                                from jsonb_array_elements(v.credits) one) c
                         where v.learner_id = :learner and v.superseded_at is null and s.stored_state in ('PLANNED', 'CLOSED')
                         group by c.funding_id
                        """)
                .param("learner", learnerId)
                .query((row, n) -> Map.entry(Columns.uuid(row, "funding_id"), row.getInt("minutes")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
