package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Unmatched;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CountedUnmatched implements Unmatched {

    private final JdbcClient sql;

    CountedUnmatched(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EvidenceSource, Long> bySource() {
        Map<EvidenceSource, Long> counts = new EnumMap<>(EvidenceSource.class);
        sql.sql("select source, count(*) as open from evidence_proposal where state = 'OPEN' group by source")
                .query(row -> {
                    counts.put(EvidenceSource.valueOf(row.getString("source")), row.getLong("open"));
                });
        return counts;
    }
}
