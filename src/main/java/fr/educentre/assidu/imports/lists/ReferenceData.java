package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.jdbc.Columns;
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
                        select g.*, z.zone from training_v_group g join training_v_site z on z.id = g.site_id
                        """).query(row -> {
            var group = new Group(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "programme_id"),
                    Columns.uuid(row, "site_id"),
                    ZoneId.of(row.getString("zone")),
                    row.getObject("starts_on", LocalDate.class),
                    row.getObject("ends_on", LocalDate.class));
            groups.putIfAbsent(ListColumn.plain(row.getString("name")), group);
            groups.put(ListColumn.plain(row.getString("code")), group);
        });
        sql.sql("select * from training_v_site").query(row -> {
            var site = new Site(Columns.uuid(row, "id"), ZoneId.of(row.getString("zone")));
            sites.putIfAbsent(ListColumn.plain(row.getString("name")), site);
            sites.put(ListColumn.plain(row.getString("code")), site);
        });
        ids(sql, "select id, code as a, title as b from training_v_programme", programmes);
        ids(sql, "select id, external_id as a, email as b from training_v_trainer", trainers);
        ids(sql, "select id, code as a, name as b from training_v_employer", employers);
        ids(sql, "select id, code as a, name as b from training_v_funder", funders);
        sql.sql("select id, programme_id, code, title from training_v_module").query(row -> {
            modules.put(
                    row.getString("programme_id") + ListColumn.plain(row.getString("title")), Columns.uuid(row, "id"));
            modules.put(
                    row.getString("programme_id") + ListColumn.plain(row.getString("code")), Columns.uuid(row, "id"));
        });
    }

    static <T> @Nullable T find(Map<String, T> among, String words) {
        return among.get(ListColumn.plain(words));
    }

    private static void ids(JdbcClient sql, String select, Map<String, UUID> into) {
        sql.sql(select).query(row -> {
            into.putIfAbsent(ListColumn.plain(row.getString("b")), Columns.uuid(row, "id"));
            into.put(ListColumn.plain(row.getString("a")), Columns.uuid(row, "id"));
        });
    }
}
