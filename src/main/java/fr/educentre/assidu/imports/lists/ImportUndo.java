package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.CentreSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what an import changed, in the caller's transaction. What was built on it is found in the catalogue of the
 * database: every row of any table that refers to one that the import added, so that no module can be forgotten.
 */
@Component
class ImportUndo {

    /** Tables that imports write, those that refer to others first. */
    private static final List<ChangedRow> TABLES = List.of(
            new ChangedRow("session_removal", "t.id = n.row_key::uuid"),
            new ChangedRow("session_source", "t.session_id = n.row_key::uuid"),
            new ChangedRow(
                    "session_break",
                    "t.session_id = split_part(n.row_key, '/', 1)::uuid and t.position = split_part(n.row_key, '/', 2)::int"),
            new ChangedRow("training_session", "t.id = n.row_key::uuid"),
            new ChangedRow("funding", "t.id = n.row_key::uuid"),
            new ChangedRow("enrolment", "t.id = n.row_key::uuid"),
            new ChangedRow("group_membership", "t.id = n.row_key::uuid"),
            new ChangedRow("guardian", "t.id = n.row_key::uuid"),
            new ChangedRow("learner", "t.id = n.row_key::uuid"),
            new ChangedRow("employer", "t.id = n.row_key::uuid"),
            new ChangedRow("learner_group", "t.id = n.row_key::uuid"),
            new ChangedRow("trainer", "t.id = n.row_key::uuid"),
            new ChangedRow("funder", "t.id = n.row_key::uuid"),
            new ChangedRow("programme", "t.id = n.row_key::uuid"),
            new ChangedRow("site", "t.id = n.row_key::uuid"));

    /** What they became in all, first image to last, one line a row. */
    private static final String NET = """
            (select row_key, (array_agg(row_before order by seq))[1] as before,
                    (array_agg(row_after order by seq desc))[1] as after
               from list_import_change where import_id = :import and table_name = '%s' group by row_key)
            """;

    private static final String ADDED = "n.before is null and n.after is not null";
    private static final String CHANGED = "n.before is not null and n.after is not null";

    /** Hours, money and dates that were acted upon since must not change under what was built on them. */
    private static final List<String> RELIED_ON = List.of("training_session", "enrolment", "funding");

    private record ChangedRow(String table, String key) {

        String net() {
            return NET.formatted(table);
        }
    }

    private record Reference(String table, String column, boolean dated) {}

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Texts texts;

    ImportUndo(JdbcClient sql, CentreSetup setup, Texts texts) {
        this.sql = sql;
        this.setup = setup;
        this.texts = texts;
    }

    /** @throws Refusal CONFLICT, naming what was built on it or changed since */
    void undo(UUID id) {
        refuse("refusal.import.changed", changedSince(id));
        refuse("refusal.import.built", builtOn(id));
        // What was changed first lets go of what was added; children go before their parents, and come back after them.
        setup.checkAddressesAtTheEnd(true);
        for (ChangedRow one : TABLES.reversed()) {
            restore(id, one);
        }
        for (ChangedRow one : TABLES) {
            sql.sql("delete from %s t using %s n where %s and %s".formatted(one.table(), one.net(), ADDED, one.key()))
                    .param("import", id)
                    .update();
        }
        for (ChangedRow one : TABLES.reversed()) {
            sql.sql(
                            "insert into %s select r.* from %s n, jsonb_populate_record(null::%s, n.before) r where n.before is not null and n.after is null"
                                    .formatted(one.table(), one.net(), one.table()))
                    .param("import", id)
                    .update();
        }
        setup.checkAddressesAtTheEnd(false);
    }

    private void restore(UUID id, ChangedRow one) {
        String columns = columns(one.table());
        sql.sql(
                        "update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, n.before)) from %s n where %s and %s"
                                .formatted(one.table(), columns, columns, one.table(), one.net(), CHANGED, one.key()))
                .param("import", id)
                .update();
    }

    private void refuse(String key, Map<String, Long> found) {
        if (!found.isEmpty()) {
            String named = found.entrySet().stream()
                    .map(one -> texts.get("training.undo." + one.getKey(), one.getValue()))
                    .collect(Collectors.joining(", "));
            throw new Refusal(Refusal.Kind.CONFLICT, key, named);
        }
    }

    /** Rows that are no longer as the import left them. */
    private Map<String, Long> changedSince(UUID id) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (ChangedRow one : TABLES) {
            long count = sql.sql("""
                            select count(*) from %s n left join %s t on %s
                             where n.after is not null
                               and t is distinct from jsonb_populate_record(null::%s, n.after)
                            """.formatted(one.net(), one.table(), one.key(), one.table()))
                    .param("import", id)
                    .query(Long.class)
                    .single();
            add(found, one.table(), count);
        }
        return found;
    }

    /** Rows of other tables, or of these by other hands, that refer to what the import added. */
    private Map<String, Long> builtOn(UUID id) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (ChangedRow one : TABLES) {
            if (!one.key().equals("t.id = n.row_key::uuid") || !touched(id, one)) {
                continue;
            }
            for (Reference reference : references(one.table())) {
                ChangedRow child = TABLES.stream()
                        .filter(kept -> kept.table().equals(reference.table()))
                        .findFirst()
                        .orElse(null);
                String own = child == null
                        ? ""
                        : " and not exists (select 1 from " + child.net() + " n where " + child.key() + ")";
                // Keys tell when they were made: what was there before the change was not built on it.
                String since = !RELIED_ON.contains(one.table()) || (child != null && !reference.dated())
                        ? ""
                        : " or (" + CHANGED + (reference.dated() ? " and t.id > :import" : "") + ")";
                long count = sql.sql("select count(*) from %s t join %s n on t.%s = n.row_key::uuid where (%s%s)%s"
                                .formatted(reference.table(), one.net(), reference.column(), ADDED, since, own))
                        .param("import", id)
                        .query(Long.class)
                        .single();
                add(found, reference.table(), count);
            }
        }
        return found;
    }

    private boolean touched(UUID id, ChangedRow one) {
        return sql.sql("select exists (select 1 from list_import_change where import_id = ? and table_name = ?)")
                .params(id, one.table())
                .query(Boolean.class)
                .single();
    }

    /**
     * Columns that refer to a table: by a constraint, or by their name where a table is partitioned or kept without.
     * The journal tells what happened, and goes on telling it; that a learner is due for the rules goes with the learner.
     */
    private List<Reference> references(String table) {
        String[] named = switch (table) {
            case "training_session" -> new String[] {"session_id"};
            case "learner_group" -> new String[] {"group_id"};
            case "learner" -> new String[] {"learner_id", "person_id"};
            default -> new String[] {table + "_id"};
        };
        return sql.sql("""
                        select distinct c.relname, a.attname,
                               exists (select 1 from pg_attribute i where i.attrelid = c.oid and i.attname = 'id'
                                       and i.atttypid = 'uuid'::regtype) as dated
                          from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
                           and f.confrelid = cast(:table as regclass)
                         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                           and c.relname not in ('journal_entry', 'list_import_change', 'alert_due', 'alert_stale')
                           and a.atttypid = 'uuid'::regtype and (f.oid is not null or a.attname = any(:named))
                         order by 1, 2
                        """)
                .param("table", table)
                .param("named", named)
                .query((row, n) -> new Reference(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    private String columns(String table) {
        return sql.sql("select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                        + " where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped")
                .param("table", table)
                .query(String.class)
                .single();
    }

    private static void add(Map<String, Long> found, String table, long count) {
        if (count > 0) {
            found.merge(table, count, Long::sum);
        }
    }
}
