package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which session and moment reports are asked for already. */
@Component
class TeamsPollStore {

    private final JdbcClient sql;

    TeamsPollStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where they are */
    boolean add(UUID session, Instant base, Instant now) {
        return sql.sql("insert into teams_poll (session_id, base_at, planned_at) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(session, Arguments.utc(base), Arguments.utc(now))
                        .update()
                > 0;
    }
}
