package fr.educentre.assidu.imports.lists;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lines refer to, by the words they use: code, name, e-mail. */
final class ReferenceData {

    record Group(UUID id, UUID programme, UUID site, ZoneId zone, LocalDate startsOn, LocalDate endsOn) {}

    record Site(UUID id, ZoneId zone) {}

    final Map<String, Group> groups = new HashMap<>();
    final Map<String, UUID> programmes = new HashMap<>();
    final Map<String, UUID> modules = new HashMap<>();
    final Map<String, UUID> trainers = new HashMap<>();
    final Map<String, UUID> employers = new HashMap<>();
    final Map<String, UUID> funders = new HashMap<>();
    final Map<String, Site> sites = new HashMap<>();

    ReferenceData(JdbcClient sql) {
        sql.sql("""
                        select g.*, z.zone from learner_group g join site z on z.id = g.site_id
                        """).query(row -> {
            var group = new Group(
                    id(row, "id"),
                    id(row, "programme_id"),
                    id(row, "site_id"),
                    ZoneId.of(row.getString("zone")),
                    row.getObject("starts_on", LocalDate.class),
                    row.getObject("ends_on", LocalDate.class));
            groups.putIfAbsent(ListColumn.plain(row.getString("name")), group);
            groups.put(ListColumn.plain(row.getString("code")), group);
        });
        sql.sql("select * from site").query(row -> {
            var site = new Site(id(row, "id"), ZoneId.of(row.getString("zone")));
            sites.putIfAbsent(ListColumn.plain(row.getString("name")), site);
            sites.put(ListColumn.plain(row.getString("code")), site);
        });
        ids(sql, "select id, code as a, title as b from programme", programmes);
        ids(sql, "select id, external_id as a, email as b from trainer", trainers);
        ids(sql, "select id, code as a, name as b from employer", employers);
        ids(sql, "select id, code as a, name as b from funder", funders);
        sql.sql("select id, programme_id, code, title from programme_module").query(row -> {
            modules.put(row.getString("programme_id") + ListColumn.plain(row.getString("title")), id(row, "id"));
            modules.put(row.getString("programme_id") + ListColumn.plain(row.getString("code")), id(row, "id"));
        });
    }

    static <T> @Nullable T find(Map<String, T> among, String words) {
        return among.get(ListColumn.plain(words));
    }

    private static void ids(JdbcClient sql, String select, Map<String, UUID> into) {
        sql.sql(select).query(row -> {
            into.putIfAbsent(ListColumn.plain(row.getString("b")), id(row, "id"));
            into.put(ListColumn.plain(row.getString("a")), id(row, "id"));
        });
    }

    private static UUID id(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        return row.getObject(column, UUID.class);
    }
}
