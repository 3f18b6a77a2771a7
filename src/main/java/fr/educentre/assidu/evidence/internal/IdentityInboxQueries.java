package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Participants and aliases as lists show them: one row a participant whose key lasts, one a session for a mere name. */
@Component
class IdentityInboxQueries {

    private static final String FOLD =
            "lower(translate(%s, 'ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇàâäéèêëîïôöùûüç'," + " 'AAAEEEEIIOOUUUCaaaeeeeiioouuuc'))";
    private static final String OF_TRAINER = """
            (cast(:trainer as uuid) is null or s.trainer_id = :trainer or s.actual_trainer_id = :trainer
             or exists (select from training_v_co_trainer c where c.session_id = s.id and c.trainer_id = :trainer))
            """;
    private static final String GROUPED = """
            select p.source, p.person_key, p.state, p.learner_id, case when p.lasting then null else p.session_id end as alone,
                   array_agg(p.id order by s.starts_at desc, p.id)::text[] as ids,
                   max(coalesce(nullif(p.person_name, ''), p.person_key)) as name, max(p.person_email) as email,
                   bool_or(p.lasting) as lasting, max(p.decided_by) as decided_by, max(p.decided_at) as decided_at,
                   max(s.starts_at) as last_at, min(p.id::text) as first_id,
                   max(p.note) as note
              from evidence_proposal p
              join training_v_session s on s.id = p.session_id
             where (cast(:state as text) is null or p.state = :state) and %s
             group by 1, 2, 3, 4, 5
            having (cast(:session as uuid) is null or bool_or(p.session_id = :session))
               and (cast(:q as text) is null
                    or bool_or(position(:q in %s) > 0))
            """.formatted(
                    OF_TRAINER, FOLD.formatted("concat_ws(' ', p.person_name, p.person_key, p.person_email, s.title)"));
    private static final String ALIASES = """
              from identity_alias a
              join training_v_learner l on l.id = a.learner_id
             where (cast(:current as boolean) is null or (a.withdrawn_at is null) = :current)
               and (cast(:q as text) is null or position(:q in %s) > 0)
               and (cast(:trainer as uuid) is null or a.confirmed_account = :account
                    or exists (select from evidence_proposal p join training_v_session s on s.id = p.session_id
                                where p.source = a.source and p.person_key = a.person_key and %s))
            """.formatted(
            FOLD.formatted("concat_ws(' ', a.person_name, a.person_key, l.first_name, l.last_name)"), OF_TRAINER);
    private static final String ALIAS = """
            select a.*, l.first_name || ' ' || l.last_name as learner_name,
                   a.lasting and a.withdrawn_at is null
                     and exists (select from identity_alias o where o.source = a.source and o.person_key = a.person_key
                                    and o.withdrawn_at is null and o.learner_id <> a.learner_id) as contradicted,
                   (select count(distinct m.session_id) from evidence e
                      join evidence_match m on m.evidence_id = e.id and m.occurred_at = e.occurred_at
                     where e.source = a.source and e.person_key = a.person_key and m.learner_id = a.learner_id
                       and m.how in ('ALIAS','CONFIRMED') and m.withdrawn_at is null) as sessions
            """;

    private final JdbcClient sql;
    private final UnmatchedReason notes;

    IdentityInboxQueries(JdbcClient sql, UnmatchedReason notes) {
        this.sql = sql;
        this.notes = notes;
    }

    /** A participant as grouped; proposals newest session first. */
    record Row(
            Participant participant,
            Identities.State state,
            @Nullable UUID learnerId,
            List<UUID> proposalIds,
            Decision decision,
            String note) {

        /** Who was seen. */
        record Participant(
                EvidenceSource source,
                String personKey,
                String name,
                @Nullable String email,
                boolean lasting) {}

        /** Who decided, and when. */
        record Decision(@Nullable String by, @Nullable Instant at) {}
    }

    long count(Identities.Query query, @Nullable UUID trainer) {
        return sql.sql("select count(*) from (" + GROUPED + ") g")
                .params(values(query, trainer))
                .query(Long.class)
                .single();
    }

    List<Row> page(Identities.Query query, @Nullable UUID trainer, int page, int size) {
        return sql.sql("select * from (" + GROUPED + ") g order by last_at desc, name collate french, first_id"
                        + " limit :limit offset :offset")
                .params(values(query, trainer))
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(this::row)
                .list();
    }

    private static Map<String, @Nullable Object> values(Identities.Query query, @Nullable UUID trainer) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", query.state() == null ? null : query.state().name());
        values.put("session", query.sessionId());
        values.put("q", folded(query.q()));
        values.put("trainer", trainer);
        return values;
    }

    private Row row(ResultSet row, int n) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        String[] ids = (String[]) row.getArray("ids").getArray();
        return new Row(
                new Row.Participant(
                        EvidenceSource.valueOf(row.getString("source")),
                        row.getString("person_key"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("lasting")),
                Identities.State.valueOf(row.getString("state")),
                row.getObject("learner_id", UUID.class),
                Arrays.stream(ids).map(UUID::fromString).toList(),
                new Row.Decision(row.getString("decided_by"), decided == null ? null : decided.toInstant()),
                notes.read(row.getString("note")));
    }

    /** Proposal to its session. */
    Map<UUID, UUID> sessions(List<UUID> proposalIds) {
        Map<UUID, UUID> found = new HashMap<>();
        sql.sql("select id, session_id from evidence_proposal where id = any(:ids::uuid[])")
                .param("ids", Arguments.array(proposalIds))
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return found;
    }

    long countAliases(Identities.AliasQuery query, @Nullable UUID trainer, @Nullable UUID account) {
        return sql.sql("select count(*) " + ALIASES)
                .params(values(query, trainer, account))
                .query(Long.class)
                .single();
    }

    List<Identities.Alias> aliases(
            Identities.AliasQuery query, @Nullable UUID trainer, @Nullable UUID account, int page, int size) {
        return sql.sql(ALIAS + ALIASES + " order by a.confirmed_at desc, a.id limit :limit offset :offset")
                .params(values(query, trainer, account))
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(IdentityInboxQueries::alias)
                .list();
    }

    List<Identities.Alias> alias(UUID id) {
        return sql.sql(ALIAS
                        + " from identity_alias a join training_v_learner l on l.id = a.learner_id where a.id = :id")
                .param("id", id)
                .query(IdentityInboxQueries::alias)
                .list();
    }

    private static Map<String, @Nullable Object> values(
            Identities.AliasQuery query, @Nullable UUID trainer, @Nullable UUID account) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("current", query.current());
        values.put("q", folded(query.q()));
        values.put("trainer", trainer);
        values.put("account", account);
        return values;
    }

    private static Identities.Alias alias(ResultSet row, int n) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Identities.Alias(
                row.getObject("id", UUID.class),
                new Identities.Alias.AliasParticipant(
                        EvidenceSource.valueOf(row.getString("source")),
                        row.getString("person_key"),
                        row.getString("person_name")),
                new Identities.Alias.AliasLearner(
                        row.getObject("learner_id", UUID.class), row.getString("learner_name")),
                row.getBoolean("lasting"),
                new Identities.Alias.AliasUse(row.getBoolean("contradicted"), row.getInt("sessions")),
                new Identities.Alias.AliasConfirmation(
                        row.getString("confirmed_by"), Columns.instant(row, "confirmed_at")),
                new Identities.Alias.AliasWithdrawal(
                        row.getString("withdrawn_by"), withdrawn == null ? null : withdrawn.toInstant()));
    }

    private static @Nullable String folded(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : Normalizer.normalize(q.strip(), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT);
    }
}
