package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who Edusign's students are: a course names them by Edusign's own identifier alone. */
@Component
class EdusignStudentStore {

    /** After these an identity is asked for again: an e-mail address may have been added. */
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Clock clock;

    EdusignStudentStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Identity(
            @Nullable String apiId,
            @Nullable String email,
            @Nullable String name,
            Instant seenAt) {}

    Map<String, Identity> known(Collection<String> ids) {
        Map<String, Identity> known = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.sql("select * from edusign_student where student_id = any(:ids)")
                    .param("ids", ids.toArray(String[]::new))
                    .query(row -> {
                        known.put(
                                row.getString("student_id"),
                                new Identity(
                                        row.getString("api_id"),
                                        row.getString("email"),
                                        row.getString("name"),
                                        Columns.instant(row, "seen_at")));
                    });
        }
        return known;
    }

    boolean fresh(Identity identity) {
        return identity.seenAt().plus(KNOWN_FOR).isAfter(clock.instant());
    }

    @Transactional
    void keep(String id, @Nullable String apiId, @Nullable String email, @Nullable String name) {
        sql.sql("""
                insert into edusign_student (student_id, api_id, email, name, seen_at)
                values (:id, :api, :email, :name, :at)
                on conflict (student_id) do update set api_id = excluded.api_id, email = excluded.email,
                    name = excluded.name, seen_at = excluded.seen_at
                """)
                .param("id", id)
                .param("api", apiId)
                .param("email", email)
                .param("name", name)
                .param("at", Arguments.utc(clock.instant()))
                .update();
    }
}
