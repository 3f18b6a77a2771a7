package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.AccountPeople;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trainers, referents and learners may have an account. */
@Component
@Transactional(readOnly = true)
class StoredAccountPeople implements AccountPeople {

    private static final String EVERYBODY = """
            (select id, first_name || ' ' || last_name as name, email, 'TRAINER' as kind from trainer where not retired
              union all
             select id, first_name || ' ' || last_name, email, 'REFERENT' from referent where not retired
              union all
             select id, first_name || ' ' || last_name, email, 'LEARNER' from learner) everybody
            """;

    private final JdbcClient sql;
    private final Texts texts;

    StoredAccountPeople(JdbcClient sql, Texts texts) {
        this.sql = sql;
        this.texts = texts;
    }

    @Override
    public boolean exists(Role role, UUID person) {
        return sql.sql("select exists (select 1 from " + EVERYBODY + " where id = :id and kind = :kind)")
                .param("id", person)
                .param("kind", role.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Person> find(String text, int skipped, int most) {
        return found(null, text, skipped, most);
    }

    @Override
    public List<Person> find(Role role, String text, int skipped, int most) {
        return found(role, text, skipped, most);
    }

    private List<Person> found(@Nullable Role role, String text, int skipped, int most) {
        return sql.sql("select id, name, kind from " + EVERYBODY
                        + " where (cast(:kind as text) is null or kind = :kind) and "
                        + TextSearch.holds("name || ' ' || coalesce(email, '')")
                        + " order by name collate french, id limit :most offset :skipped")
                .params(TextSearch.values(text))
                .param("kind", role == null ? null : role.name())
                .param("most", most)
                .param("skipped", skipped)
                .query((row, n) -> new Person(
                        Columns.uuid(row, "id"),
                        texts.get("manage.account.person." + Columns.text(row, "kind"), Columns.text(row, "name"))))
                .list();
    }

    @Override
    public String name(UUID person) {
        return sql.sql("select name, kind from " + EVERYBODY + " where id = :id")
                .param("id", person)
                .query((row, n) ->
                        texts.get("manage.account.person." + Columns.text(row, "kind"), Columns.text(row, "name")))
                .optional()
                .orElse(person.toString());
    }
}
