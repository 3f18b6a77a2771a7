package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of participants whom nothing sure names. */
@Component
class ProposalStore {

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ProposalStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    enum State {
        OPEN,
        CONFIRMED,
        DISMISSED
    }

    record Kept(
            Proposal proposal,
            State state,
            @Nullable String email,
            @Nullable UUID learnerId,
            boolean reopened) {}

    /** What is to be kept about a participant. */
    record Draft(
            ParticipantKey key,
            @Nullable String name,
            @Nullable String email,
            List<Candidate> candidates,
            String note,
            State state,
            @Nullable String decidedBy) {}

    List<Kept> ofSessions(Collection<UUID> sessionIds) {
        return sql.sql("select * from evidence_proposal where session_id = any(:ids::uuid[]) order by person_name, id")
                .param("ids", TraceStore.array(sessionIds))
                .query(this::kept)
                .list();
    }

    List<Kept> open(Collection<UUID> sessionIds) {
        return sql.sql("select * from evidence_proposal where session_id = any(:ids::uuid[]) and state = 'OPEN'"
                        + " order by person_name, id")
                .param("ids", TraceStore.array(sessionIds))
                .query(this::kept)
                .list();
    }

    Optional<Kept> find(UUID id) {
        return sql.sql("select * from evidence_proposal where id = ?")
                .params(id)
                .query(this::kept)
                .optional();
    }

    Optional<Kept> lock(UUID id) {
        return sql.sql("select * from evidence_proposal where id = ? for update")
                .params(id)
                .query(this::kept)
                .optional();
    }

    /** Person key to the learners whom people said it is, in sessions of the source. */
    Map<String, List<UUID>> aliases(EvidenceSource source, Collection<String> personKeys) {
        Map<String, List<UUID>> found = new HashMap<>();
        if (!personKeys.isEmpty()) {
            sql.sql("""
                    select distinct person_key, learner_id from evidence_proposal
                     where source = :source and person_key in (:keys) and state = 'CONFIRMED' and learner_id is not null
                    """)
                    .param("source", source.name())
                    .param("keys", personKeys)
                    .query(row -> {
                        found.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(row.getObject(2, UUID.class));
                    });
        }
        return found;
    }

    /** Adds, or brings up to date what is still open; what a person decided stays. */
    void propose(Collection<Draft> drafts) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", UuidVersion7Strategy.INSTANCE.generateUuid(null).toString());
            row.put("session_id", String.valueOf(draft.key().sessionId()));
            row.put("source", draft.key().source().name());
            row.put("person_key", draft.key().personKey());
            row.put("person_name", Cleaned.text(draft.name()));
            row.put("person_email", Cleaned.text(draft.email()));
            row.put("candidates", draft.candidates());
            row.put("note", draft.note());
            row.put("state", draft.state().name());
            row.put("decided_by", draft.decidedBy());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            sql.sql("""
                    insert into evidence_proposal (id, session_id, source, person_key, person_name, person_email, candidates,
                                                   note, state, created_at, decided_by, decided_at)
                    select id, session_id, source, person_key, person_name, person_email, candidates, note, state, :at,
                           decided_by, case when decided_by is null then null else :at end
                      from jsonb_to_recordset(:rows::jsonb) as g(id uuid, session_id uuid, source text, person_key text,
                           person_name text, person_email text, candidates jsonb, note text, state text, decided_by text)
                    on conflict (session_id, source, person_key) do update
                       set candidates = excluded.candidates, note = excluded.note, state = excluded.state,
                           decided_by = excluded.decided_by, decided_at = excluded.decided_at
                     where evidence_proposal.state = 'OPEN'
                    """)
                    .param("rows", Cleaned.json(json.writeValueAsString(rows)))
                    .param("at", now())
                    .update();
        }
    }

    void decide(UUID id, State state, @Nullable UUID learnerId, String by) {
        sql.sql(
                        "update evidence_proposal set state = :state, learner_id = :learner::uuid, decided_by = :by, decided_at = :at"
                                + " where id = :id")
                .param("state", state.name())
                .param("learner", learnerId)
                .param("by", by)
                .param("at", now())
                .param("id", id)
                .update();
    }

    void reopen(ParticipantKey key, String by) {
        sql.sql("""
                update evidence_proposal
                   set state = 'OPEN', learner_id = null, decided_by = null, decided_at = null, reopened_by = :by
                 where session_id = :session::uuid and source = :source and person_key = :key
                """)
                .param("by", by)
                .param("session", key.sessionId())
                .param("source", key.source().name())
                .param("key", key.personKey())
                .update();
    }

    private Kept kept(ResultSet row, int n) throws SQLException {
        String key = row.getString("person_key");
        String name = row.getString("person_name");
        var proposal = new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                EvidenceSource.valueOf(row.getString("source")),
                key,
                name == null || name.isBlank() ? key : name,
                json.readValue(row.getString("candidates"), new TypeReference<List<Candidate>>() {}),
                row.getString("note"));
        return new Kept(
                proposal,
                State.valueOf(row.getString("state")),
                row.getString("person_email"),
                row.getObject("learner_id", UUID.class),
                row.getString("reopened_by") != null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
