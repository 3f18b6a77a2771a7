package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.imports.evidence.SheetMapping;
import fr.educentre.assidu.imports.evidence.SheetMappings;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What people said of the columns of each partner's files, by the headings they come with. */
@Component
class ColumnMappingStore implements SheetMappings {

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ColumnMappingStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Saved(String partner, SheetMapping mapping, String by, Instant at) {}

    @Transactional
    void save(String partner, SheetMapping mapping, String by) {
        sql.sql("""
                insert into partner_mapping (id, partner, fingerprint, mapping, saved_by, saved_at)
                values (:id, :partner, :fingerprint, :mapping::jsonb, :by, :at)
                on conflict (partner, fingerprint) do update
                   set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at
                """)
                .param("id", TimeOrderedId.next())
                .param("partner", partner)
                .param("fingerprint", mapping.fingerprint())
                .param("mapping", json.writeValueAsString(mapping))
                .param("by", by)
                .param("at", Arguments.utc(clock.instant()))
                .update();
    }

    List<Saved> of(String partner) {
        return sql.sql("select * from partner_mapping where partner = ? order by saved_at desc, id")
                .params(partner)
                .query(this::saved)
                .list();
    }

    /** For the files of one partner: its own mapping, else one that all others agree on. */
    SheetMappings ofPartner(String partner) {
        List<Saved> own = of(partner);
        return headings -> own.stream()
                .map(Saved::mapping)
                .filter(mapping -> mapping.fingerprint().equals(SheetMapping.fingerprint(headings)))
                .findFirst()
                .or(() -> of(headings));
    }

    /** For a file of a partner that nobody names: only where every partner with these headings means the same by them. */
    @Override
    public Optional<SheetMapping> of(List<String> headings) {
        List<SheetMapping> known = sql
                .sql("select * from partner_mapping where fingerprint = ?")
                .params(SheetMapping.fingerprint(headings))
                .query(this::saved)
                .list()
                .stream()
                .map(Saved::mapping)
                .distinct()
                .toList();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    private Saved saved(ResultSet row, int n) throws SQLException {
        return new Saved(
                row.getString("partner"),
                json.readValue(row.getString("mapping"), SheetMapping.class),
                row.getString("saved_by"),
                Columns.instant(row, "saved_at"));
    }
}
