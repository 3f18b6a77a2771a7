package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

/** The table of participants whom nothing sure names. */
@Component
class ProposalStore {

    /** Who decided where no person did. */
    static final String SYSTEM = "Assidu";

    private final JdbcClient sql;
    private final Clock clock;
    private final UnmatchedReason notes;
    private final Texts texts;
    private final JsonMapper json = JsonMapper.builder().build();

    ProposalStore(JdbcClient sql, Clock clock, UnmatchedReason notes, Texts texts) {
        this.sql = sql;
        this.clock = clock;
        this.notes = notes;
        this.texts = texts;
    }

    enum State {
        OPEN,
        CONFIRMED,
        DISMISSED
    }

    record StoredProposal(
            Proposal proposal,
            State state,
            @Nullable String email,
            @Nullable UUID learnerId,
            boolean reopened,
            boolean lasting,
            @Nullable String decidedBy) {

        /** Settled without anybody's word: its key was known by then. */
        boolean bySystem() {
            return SYSTEM.equals(decidedBy);
        }
    }

    /** What is to be kept about a participant. */
    record Draft(
            ParticipantKey key,
            @Nullable String name,
            @Nullable String email,
            boolean lasting,
            List<Candidate> candidates,
            String note,
            State state,
            @Nullable String decidedBy) {}

    List<StoredProposal> ofSessions(Collection<UUID> sessionIds) {
        return sql.sql(
                        "select * from evidence_proposal where session_id = any(:ids::uuid[]) order by person_name collate french, id")
                .param("ids", Arguments.array(sessionIds))
                .query(this::proposal)
                .list();
    }

    List<StoredProposal> open(Collection<UUID> sessionIds) {
        return sql.sql("select * from evidence_proposal where session_id = any(:ids::uuid[]) and state = 'OPEN'"
                        + " order by person_name collate french, id")
                .param("ids", Arguments.array(sessionIds))
                .query(this::proposal)
                .list();
    }

    Optional<StoredProposal> find(UUID id) {
        return sql.sql("select * from evidence_proposal where id = ?")
                .params(id)
                .query(this::proposal)
                .optional();
    }

    /** All of them, locked in one order. */
    List<StoredProposal> lock(Collection<UUID> ids) {
        return sql.sql("select * from evidence_proposal where id = any(:ids::uuid[]) order by id for update")
                .param("ids", Arguments.array(ids))
                .query(this::proposal)
                .list();
    }

    /** What still waits of a participant whose key lasts, whatever the session; locked. */
    List<StoredProposal> lockOpen(EvidenceSource source, String personKey) {
        return sql.sql("select * from evidence_proposal where source = :source and person_key = :key and state = 'OPEN'"
                        + " and lasting order by id for update")
                .param("source", source.name())
                .param("key", personKey)
                .query(this::proposal)
                .list();
    }

    /** Person key to how often people said it is each learner; what the system settled by itself left out. */
    Map<String, Map<UUID, Integer>> confirmations(Collection<String> personKeys) {
        Map<String, Map<UUID, Integer>> found = new HashMap<>();
        if (!personKeys.isEmpty()) {
            sql.sql("""
                    select person_key, learner_id, count(*) from evidence_proposal
                     where person_key in (:keys) and state = 'CONFIRMED' and learner_id is not null
                       and decided_by <> :system
                     group by 1, 2
                    """).param("keys", personKeys).param("system", SYSTEM).query(row -> {
                found.computeIfAbsent(row.getString(1), key -> new HashMap<>())
                        .put(row.getObject(2, UUID.class), row.getInt(3));
            });
        }
        return found;
    }

    /** In how many sessions people said it is the learner. */
    int confirmations(EvidenceSource source, String personKey, UUID learnerId) {
        return sql.sql("select count(*) from evidence_proposal where source = :source and person_key = :key"
                        + " and learner_id = :learner and state = 'CONFIRMED' and decided_by <> :system")
                .param("source", source.name())
                .param("key", personKey)
                .param("learner", learnerId)
                .param("system", SYSTEM)
                .query(Integer.class)
                .single();
    }

    /** The sessions where the participant is settled as the learner, by a person or by itself. */
    Set<UUID> settledAs(EvidenceSource source, String personKey, UUID learnerId) {
        Set<UUID> found = new HashSet<>();
        sql.sql("select session_id from evidence_proposal where source = :source and person_key = :key"
                        + " and learner_id = :learner and state = 'CONFIRMED'")
                .param("source", source.name())
                .param("key", personKey)
                .param("learner", learnerId)
                .query(row -> {
                    found.add(row.getObject(1, UUID.class));
                });
        return found;
    }

    /** Adds, or brings up to date what is still open; what a person decided stays. */
    void propose(Collection<Draft> drafts) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", TimeOrderedId.next().toString());
            row.put("session_id", String.valueOf(draft.key().sessionId()));
            row.put("source", draft.key().source().name());
            row.put("person_key", draft.key().personKey());
            row.put("person_name", TextSanitizer.text(draft.name()));
            row.put("person_email", TextSanitizer.text(draft.email()));
            row.put("lasting", draft.lasting());
            row.put("candidates", draft.candidates());
            row.put("note", draft.note());
            row.put("state", draft.state().name());
            row.put("decided_by", draft.decidedBy());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            sql.sql("""
                    insert into evidence_proposal (id, session_id, source, person_key, person_name, person_email, lasting,
                                                   candidates, note, state, created_at, decided_by, decided_at)
                    select id, session_id, source, person_key, person_name, person_email, lasting, candidates, note, state,
                           :at, decided_by, case when decided_by is null then null else :at::timestamptz end
                      from jsonb_to_recordset(:rows::jsonb) as g(id uuid, session_id uuid, source text, person_key text,
                           person_name text, person_email text, lasting boolean, candidates jsonb, note text, state text, decided_by text)
                    on conflict (session_id, source, person_key) do update
                       set lasting = evidence_proposal.lasting or excluded.lasting, candidates = excluded.candidates, note = excluded.note, state = excluded.state,
                           decided_by = excluded.decided_by, decided_at = excluded.decided_at
                     where evidence_proposal.state = 'OPEN'
                    """)
                    .param("rows", TextSanitizer.json(json.writeValueAsString(rows)))
                    .param("at", now())
                    .update();
        }
    }

    void decide(UUID id, State state, @Nullable UUID learnerId, String by) {
        decide(List.of(id), state, learnerId, by);
    }

    void decide(Collection<UUID> ids, State state, @Nullable UUID learnerId, String by) {
        sql.sql(
                        "update evidence_proposal set state = :state, learner_id = :learner::uuid, decided_by = :by, decided_at = :at"
                                + " where id = any(:ids::uuid[])")
                .param("state", state.name())
                .param("learner", learnerId)
                .param("by", by)
                .param("at", now())
                .param("ids", Arguments.array(ids))
                .update();
    }

    /** What was settled waits again, and is never matched by itself any more in those sessions. */
    void reopen(EvidenceSource source, String personKey, Collection<UUID> sessionIds, String by) {
        sql.sql("""
                update evidence_proposal
                   set state = 'OPEN', learner_id = null, decided_by = null, decided_at = null, reopened_by = :by
                 where session_id = any(:ids::uuid[]) and source = :source and person_key = :key
                """)
                .param("by", by)
                .param("ids", Arguments.array(sessionIds))
                .param("source", source.name())
                .param("key", personKey)
                .update();
    }

    /** What nobody decided, and need not decide any more. */
    void forget(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.sql("delete from evidence_proposal where id = any(:ids::uuid[]) and state = 'OPEN'")
                    .param("ids", Arguments.array(ids))
                    .update();
        }
    }

    /** Somebody set aside is to be recognised after all. */
    void reopenDismissed(Collection<UUID> ids) {
        sql.sql("update evidence_proposal set state = 'OPEN', decided_by = null, decided_at = null"
                        + " where id = any(:ids::uuid[]) and state = 'DISMISSED'")
                .param("ids", Arguments.array(ids))
                .update();
    }

    private List<Candidate> candidates(String column) {
        return json.readValue(column, new TypeReference<List<Candidate>>() {}).stream()
                .map(one -> new Candidate(one.learnerId(), one.name(), one.score(), Wording.shown(one.why(), texts)))
                .toList();
    }

    private StoredProposal proposal(ResultSet row, int n) throws SQLException {
        String key = row.getString("person_key");
        String name = row.getString("person_name");
        var proposal = new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                EvidenceSource.valueOf(row.getString("source")),
                key,
                name == null || name.isBlank() ? key : name,
                candidates(row.getString("candidates")),
                notes.read(row.getString("note")));
        return new StoredProposal(
                proposal,
                State.valueOf(row.getString("state")),
                row.getString("person_email"),
                row.getObject("learner_id", UUID.class),
                row.getString("reopened_by") != null,
                row.getBoolean("lasting"),
                row.getString("decided_by"));
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
