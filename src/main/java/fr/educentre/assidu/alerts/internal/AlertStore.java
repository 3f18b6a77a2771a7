package fr.educentre.assidu.alerts.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.alerts.internal.StoredAlert.Seen;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes alerts. */
@Component
class AlertStore {

    private static final String SELECT = """
            select id, learner_id, group_id, rule_id, rule_version, rule_name, episode, state, end_reason, explanation,
                   facts, actions, at_risk, about_health, raised_at
            from alert""";

    private final JdbcClient sql;
    private final JsonMapper json;

    AlertStore(JdbcClient sql) {
        this.sql = sql;
        this.json = new JsonMapper();
    }

    /** Two nodes never evaluate a learner at the same moment; held until the transaction ends. */
    void lock(Collection<UUID> learners) {
        sql.sql("select count(pg_advisory_xact_lock(471, hashtext(l))) from "
                        + "(select unnest(string_to_array(:ids, ',')) as l order by 1) x")
                .param("ids", joined(learners))
                .query(Integer.class)
                .single();
    }

    private static String joined(Collection<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).sorted().toList());
    }

    /** Open ones, and the ended ones raised since, newest first. */
    List<StoredAlert> ofLearners(Collection<UUID> learners, Instant since) {
        return sql.sql(SELECT
                        + " where learner_id in (select unnest(:learners::uuid[])) and (state <> 'RESOLVED' or raised_at >= :since)"
                        + " order by raised_at desc, id desc")
                .param("learners", Arguments.array(learners))
                .param("since", Arguments.utc(since))
                .query(this::read)
                .list();
    }

    List<StoredAlert> ofLearner(UUID learner) {
        return sql.sql(SELECT + " where learner_id = :learner order by raised_at desc, id desc")
                .param("learner", learner)
                .query(this::read)
                .list();
    }

    Optional<StoredAlert> find(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** @param learners null for all */
    List<StoredAlert> search(
            @Nullable UUID group, @Nullable Collection<UUID> learners, @Nullable String state, int limit, long offset) {
        var statement = sql.sql(SELECT + where(group, learners, state)
                        + " order by raised_at desc, id desc limit :limit offset :offset")
                .params(values(group, learners, state))
                .param("limit", limit)
                .param("offset", offset);
        return statement.query(this::read).list();
    }

    long count(@Nullable UUID group, @Nullable Collection<UUID> learners, @Nullable String state) {
        return sql.sql("select count(*) from alert" + where(group, learners, state))
                .params(values(group, learners, state))
                .query(Long.class)
                .single();
    }

    private static String where(@Nullable UUID group, @Nullable Collection<UUID> learners, @Nullable String state) {
        var text = new StringBuilder(" where true");
        if (group != null) {
            text.append(" and group_id = :group");
        }
        if (learners != null) {
            text.append(" and learner_id = any(string_to_array(:learners, ',')::uuid[])");
        }
        if (state != null) {
            text.append(" and state = :state");
        }
        return text.toString();
    }

    private static Map<String, Object> values(
            @Nullable UUID group, @Nullable Collection<UUID> learners, @Nullable String state) {
        var values = new LinkedHashMap<String, Object>();
        if (group != null) {
            values.put("group", group);
        }
        if (learners != null) {
            values.put("learners", joined(learners));
        }
        if (state != null) {
            values.put("state", state);
        }
        return values;
    }

    /** The ids of those written: an episode that has an open alert already gets no other. */
    Set<UUID> raise(List<NewAlert> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.sql("""
                        insert into alert (id, learner_id, group_id, rule_id, rule_version, rule_name, episode, state,
                          explanation, facts, actions, at_risk, about_health, raised_at, changed_at)
                        select id, learner, "groupId", rule, version, name, episode, 'OPEN', why, facts, actions, risk, health, :now, :now
                          from jsonb_to_recordset(:rows::jsonb) as x (id uuid, learner uuid, "groupId" uuid, rule uuid,
                               version int, name text, episode text, why text, facts jsonb, actions jsonb, risk boolean, health boolean)
                        on conflict (learner_id, rule_id, episode) where state <> 'RESOLVED' do nothing
                        returning id""")
                .param(
                        "rows",
                        json.writeValueAsString(fresh.stream().map(Row::of).toList()))
                .param("now", Arguments.utc(now))
                .query((row, n) -> Columns.uuid(row, 1))
                .list());
    }

    /** As the statement above names its columns. */
    private record Row(
            UUID id,
            UUID learner,
            @Nullable UUID groupId,
            @JsonUnwrapped RaisedBy raisedBy,
            String episode,
            @JsonUnwrapped Finding finding) {

        /** The published rule that raised it. */
        record RaisedBy(UUID rule, int version, String name) {}

        /** What the rule saw and asks for. */
        record Finding(String why, Seen facts, List<String> actions, boolean risk, boolean health) {}

        static Row of(NewAlert alert) {
            RuleMatch firing = alert.firing();
            return new Row(
                    alert.id(),
                    firing.learnerId(),
                    alert.group(),
                    new Row.RaisedBy(
                            firing.rule().id(),
                            firing.rule().version(),
                            firing.rule().name()),
                    firing.episode(),
                    new Row.Finding(
                            firing.why().stored(),
                            Seen.of(firing),
                            alert.actions(),
                            alert.atRisk(),
                            alert.aboutHealth()));
        }
    }

    /** What the rule sees of the same episode has grown or shrunk. */
    void refresh(UUID id, RuleMatch firing, Instant now) {
        sql.sql("""
                        update alert set explanation = :why, facts = :facts::jsonb, changed_at = :now, version = version + 1
                        where id = :id and explanation <> :why""")
                .param("id", id)
                .param("why", firing.why().stored())
                .param("facts", json.writeValueAsString(Seen.of(firing)))
                .param("now", Arguments.utc(now))
                .update();
    }

    boolean acknowledge(UUID id, String by, Instant now) {
        return sql.sql("""
                        update alert set state = 'ACKNOWLEDGED', changed_by = :by, changed_at = :now, version = version + 1
                        where id = :id and state = 'OPEN'""")
                        .param("id", id)
                        .param("by", by)
                        .param("now", Arguments.utc(now))
                        .update()
                == 1;
    }

    boolean resolve(UUID id, String endReason, String by, String note, Instant now) {
        return sql.sql("""
                        update alert set state = 'RESOLVED', end_reason = :reason, note = :note, changed_by = :by,
                          changed_at = :now, version = version + 1
                        where id = :id and state <> 'RESOLVED'""")
                        .param("id", id)
                        .param("reason", endReason)
                        .param("note", note)
                        .param("by", by)
                        .param("now", Arguments.utc(now))
                        .update()
                == 1;
    }

    private StoredAlert read(ResultSet row, int number) throws SQLException {
        return new StoredAlert(
                row.getObject("id", UUID.class),
                row.getObject("learner_id", UUID.class),
                row.getObject("group_id", UUID.class),
                new StoredAlert.Rule(
                        row.getObject("rule_id", UUID.class), row.getInt("rule_version"), row.getString("rule_name")),
                row.getString("episode"),
                new StoredAlert.Progress(
                        row.getString("state"), row.getString("end_reason"), Columns.instant(row, "raised_at")),
                new StoredAlert.Finding(
                        Wording.stored(row.getString("explanation")),
                        json.readValue(row.getString("facts"), Seen.class),
                        json.readValue(row.getString("actions"), new TypeReference<List<String>>() {}),
                        row.getBoolean("at_risk"),
                        row.getBoolean("about_health")));
    }
}
