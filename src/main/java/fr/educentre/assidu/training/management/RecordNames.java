package fr.educentre.assidu.training.management;

import fr.educentre.assidu.jdbc.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** How those are called that a page of a list names: one statement a kind, however many they are. */
@Component
public class RecordNames {

    private final JdbcClient sql;

    RecordNames(JdbcClient sql) {
        this.sql = sql;
    }

    public Map<UUID, String> learners(Collection<UUID> ids) {
        return named(
                sql.sql("select id, first_name || ' ' || last_name as name from learner where id = any(:ids)"), ids);
    }

    public Map<UUID, String> trainers(Collection<UUID> ids) {
        return named(
                sql.sql("select id, first_name || ' ' || last_name as name from trainer where id = any(:ids)"), ids);
    }

    public Map<UUID, String> groups(Collection<UUID> ids) {
        return named(sql.sql("select id, name from learner_group where id = any(:ids)"), ids);
    }

    private static Map<UUID, String> named(StatementSpec asked, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : asked
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, n) -> Map.entry(Columns.uuid(row, "id"), Columns.text(row, "name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
