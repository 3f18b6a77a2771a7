package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.RowArrays;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.SessionInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.collections4.ListUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of traces and of whose they are. */
@Component
class TraceStore {

    private static final int SLICE = 2000;
    private static final String GIVEN = """
            unnest(:id::uuid[], :occurred_at::timestamptz[], :source::text[], :channel::text[], :kind::text[],
                :source_key::text[], :session_id::uuid[], :from_at::timestamptz[], :to_at::timestamptz[], :person_key::text[],
                :person_name::text[], :person_email::text[], :meeting_key::text[], :activity_key::text[], :verb::text[],
                :payload::text[], :delivery_id::uuid[])
              as g(id, occurred_at, source, channel, kind, source_key, session_id, from_at, to_at, person_key, person_name,
                person_email, meeting_key, activity_key, verb, payload, delivery_id)
            """;
    private static final String READ = """
            select e.*, m.learner_id, m.how
              from evidence e
              left join evidence_match m on m.evidence_id = e.id and m.withdrawn_at is null
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    TraceStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A trace given, as it now stands; {@code learnerId} is whose it already was. */
    record StoredTrace(UUID id, boolean isNew, @Nullable UUID learnerId) {}

    List<StoredTrace> keep(List<NewTrace> traces) {
        List<StoredTrace> kept = new ArrayList<>();
        ListUtils.partition(traces, SLICE).forEach(some -> kept.addAll(keepSlice(some)));
        return kept;
    }

    private List<StoredTrace> keepSlice(List<NewTrace> traces) {
        List<UUID> ids = new ArrayList<>();
        var given = new RowArrays(traces.size());
        for (NewTrace trace : traces) {
            UUID id = TimeOrderedId.next();
            put(given, ids.size(), id, trace);
            ids.add(id);
        }
        int added = sql.sql("insert into evidence (id, occurred_at, source, channel, kind, source_key,"
                        + " session_id, from_at, to_at, person_key, person_name, person_email, meeting_key, activity_key,"
                        + " verb, payload, delivery_id, recorded_at) select id, occurred_at, source, channel, kind,"
                        + " source_key, session_id, from_at, to_at, person_key, person_name, person_email, meeting_key,"
                        + " activity_key, verb, payload::jsonb, delivery_id, :at from " + GIVEN
                        + " on conflict (source, source_key, occurred_at) do nothing")
                .params(given.parameters())
                .param("at", Arguments.utc(clock.instant()))
                .update();
        Map<UUID, StoredTrace> stored = added == ids.size() ? Map.of() : stored(given);
        return ids.stream()
                .map(id -> stored.getOrDefault(id, new StoredTrace(id, true, null)))
                .toList();
    }

    /** By the identifiers they were given, whether they kept them or stood there before under another. */
    private Map<UUID, StoredTrace> stored(RowArrays given) {
        Map<UUID, StoredTrace> stored = new HashMap<>();
        sql.sql("select g.id as given, e.id, m.learner_id from " + GIVEN
                        + " join evidence e on e.source = g.source and e.source_key = g.source_key"
                        + " and e.occurred_at = g.occurred_at"
                        + " left join evidence_match m on m.evidence_id = e.id and m.withdrawn_at is null")
                .params(given.parameters())
                .query(row -> {
                    UUID asGiven = Columns.uuid(row, "given");
                    UUID id = Columns.uuid(row, "id");
                    stored.put(asGiven, new StoredTrace(id, id.equals(asGiven), Columns.maybeUuid(row, "learner_id")));
                });
        return stored;
    }

    private void put(RowArrays rows, int n, UUID id, NewTrace trace) {
        rows.set(n, "id", id);
        rows.set(n, "occurred_at", micros(trace.time().occurredAt()));
        rows.set(n, "source", trace.origin().source().name());
        rows.set(n, "channel", trace.origin().channel().name());
        rows.set(n, "kind", trace.kind().name());
        rows.set(n, "source_key", TextSanitizer.required(trace.origin().key()));
        rows.set(n, "session_id", trace.about().sessionId());
        rows.set(n, "from_at", micros(trace.time().from()));
        rows.set(n, "to_at", micros(trace.time().to()));
        rows.set(n, "person_key", TextSanitizer.required(trace.person().key()));
        rows.set(n, "person_name", TextSanitizer.text(trace.person().name()));
        rows.set(n, "person_email", TextSanitizer.text(trace.person().email()));
        rows.set(n, "meeting_key", TextSanitizer.text(trace.about().meetingKey()));
        rows.set(n, "activity_key", TextSanitizer.text(trace.about().activityKey()));
        rows.set(n, "verb", TextSanitizer.text(trace.about().verb()));
        rows.set(n, "payload", TextSanitizer.json(json.writeValueAsString(trace.payload())));
        rows.set(n, "delivery_id", trace.origin().deliveryId());
    }

    void match(List<Match> matches, String by) {
        if (matches.isEmpty()) {
            return;
        }
        var given = new RowArrays(matches.size());
        for (int n = 0; n < matches.size(); n++) {
            Match match = matches.get(n);
            given.set(n, "id", TimeOrderedId.next());
            given.set(n, "evidence_id", match.evidenceId());
            given.set(n, "occurred_at", micros(match.occurredAt()));
            given.set(n, "session_id", match.sessionId());
            given.set(n, "learner_id", match.learnerId());
            given.set(n, "how", match.how().name());
        }
        sql.sql("""
                insert into evidence_match (id, evidence_id, occurred_at, session_id, learner_id, how, matched_by, matched_at)
                select id, evidence_id, occurred_at, session_id, learner_id, how, :by, :at
                  from unnest(:id::uuid[], :evidence_id::uuid[], :occurred_at::timestamptz[], :session_id::uuid[],
                       :learner_id::uuid[], :how::text[]) as g(id, evidence_id, occurred_at, session_id, learner_id, how)
                on conflict (evidence_id) where withdrawn_at is null do nothing
                """)
                .params(given.parameters())
                .param("by", by)
                .param("at", Arguments.utc(clock.instant()))
                .update();
    }

    record Match(
            UUID evidenceId, Instant occurredAt, @Nullable UUID sessionId, UUID learnerId, MatchMethod how) {}

    /** How many matches of the participant were taken back. */
    int withdraw(UUID sessionId, UUID learnerId, String personKey) {
        return sql.sql("""
                update evidence_match m set withdrawn_at = :at
                  from evidence e
                 where e.id = m.evidence_id and e.occurred_at = m.occurred_at and e.person_key = :key
                   and m.session_id = :session and m.learner_id = :learner and m.withdrawn_at is null
                """)
                .param("at", Arguments.utc(clock.instant()))
                .param("key", personKey)
                .param("session", sessionId)
                .param("learner", learnerId)
                .update();
    }

    List<Trace> ofSessions(Collection<UUID> sessionIds) {
        return sql.sql(READ
                        + " where e.session_id = any(:ids::uuid[]) and not coalesce(" + StoredStatements.VOIDED
                        + ", false) and not " + FileReadings.SET_ASIDE
                        + " order by coalesce(e.from_at, e.occurred_at), e.id")
                .param("ids", Arguments.array(sessionIds))
                .query(this::trace)
                .list();
    }

    /** A trace told for some session of a meeting. */
    record OfMeeting(String key, Trace trace) {}

    static String meetingKey(SessionInfo session) {
        SessionInfo.Meeting meeting = Objects.requireNonNull(session.meeting());
        return meeting.provider().name() + ' ' + meeting.id();
    }

    /** What the meetings of these sessions left from the first to the last of them, by meeting. */
    Map<String, List<OfMeeting>> ofMeetings(List<SessionInfo> meetings, Duration around) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (SessionInfo session : meetings) {
            SessionInfo.Meeting meeting = Objects.requireNonNull(session.meeting());
            wanted.add(Map.of(
                    "source", meeting.provider().name(),
                    "meeting_key", meeting.id(),
                    "session_id", session.id().toString(),
                    "from_at", session.startsAt().minus(around).toString(),
                    "to_at", session.endsAt().plus(around).toString()));
        }
        return sql
                .sql("""
                        select distinct on (e.id) e.*, m.learner_id, m.how
                          from jsonb_to_recordset(:wanted::jsonb) as w(source text, meeting_key text, session_id uuid,
                               from_at timestamptz, to_at timestamptz)
                          join evidence e on e.meeting_key = w.meeting_key and e.source = w.source
                               and e.occurred_at >= w.from_at and e.occurred_at <= w.to_at
                               and e.session_id is not null and e.session_id <> w.session_id
                          left join evidence_match m on m.evidence_id = e.id and m.withdrawn_at is null
                         where e.channel in ('API', 'WEBHOOK')
                        """)
                .param("wanted", json.writeValueAsString(wanted))
                .query((row, n) ->
                        new OfMeeting(row.getString("source") + ' ' + row.getString("meeting_key"), trace(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(OfMeeting::key));
    }

    List<Trace> ofParticipant(UUID sessionId, EvidenceSource source, Collection<String> personKeys) {
        return sql.sql(READ
                        + " where e.session_id = :session and e.source = :source and e.person_key in (:keys)"
                        + " and not " + FileReadings.SET_ASIDE
                        + " order by coalesce(e.from_at, e.occurred_at), e.id")
                .param("session", sessionId)
                .param("source", source.name())
                .param("keys", personKeys)
                .query(this::trace)
                .list();
    }

    List<Trace> ofLearner(UUID learnerId, Instant from, Instant to, int limit) {
        return sql.sql("""
                select e.*, m.learner_id, m.how
                  from evidence_match m
                  join evidence e on e.id = m.evidence_id and e.occurred_at = m.occurred_at
                 where m.learner_id = :learner and m.withdrawn_at is null
                   and m.occurred_at >= :from and m.occurred_at < :to
                   and e.occurred_at >= :from and e.occurred_at < :to
                   and not %s
                 order by m.occurred_at desc, e.id desc limit :limit
                """.formatted(FileReadings.SET_ASIDE))
                .param("learner", learnerId)
                .param("from", Arguments.utc(from))
                .param("to", Arguments.utc(to))
                .param("limit", limit)
                .query(this::trace)
                .list();
    }

    List<Trace> activityOf(Collection<UUID> learnerIds, Instant from, Instant to) {
        return sql.sql("""
                select e.*, m.learner_id, m.how
                  from evidence_match m
                  join evidence e on e.id = m.evidence_id and e.occurred_at = m.occurred_at
                 where m.learner_id = any(:learners::uuid[]) and m.withdrawn_at is null
                   and m.occurred_at >= :from and m.occurred_at < :to
                   and e.occurred_at >= :from and e.occurred_at < :to
                   and e.source in ('XAPI', 'PLATFORM') and e.kind = 'ACTIVITY'
                   and e.occurred_at <= e.recorded_at + interval '15 minutes' -- one dated in the future tells nothing
                   and not coalesce(%s, false)
                 order by e.occurred_at, e.id
                """.formatted(StoredStatements.VOIDED))
                .param("learners", Arguments.array(learnerIds))
                .param("from", Arguments.utc(from))
                .param("to", Arguments.utc(to))
                .query(this::trace)
                .list();
    }

    private Trace trace(ResultSet row, int n) throws SQLException {
        String payload = row.getString("payload");
        String how = row.getString("how");
        return new Trace(
                row.getObject("id", UUID.class),
                new Trace.Origin(
                        EvidenceSource.valueOf(row.getString("source")),
                        Channel.valueOf(row.getString("channel")),
                        Columns.instant(row, "recorded_at")),
                TraceKind.valueOf(row.getString("kind")),
                new TraceTime(
                        Columns.instant(row, "occurred_at"),
                        Columns.maybeInstant(row, "from_at"),
                        Columns.maybeInstant(row, "to_at")),
                new Trace.Person(row.getString("person_key"), row.getString("person_name")),
                new Trace.Subject(
                        row.getObject("session_id", UUID.class), row.getString("activity_key"), row.getString("verb")),
                payload == null ? Map.of() : json.readValue(payload, new TypeReference<Map<String, Object>>() {}),
                new TraceMatch(row.getObject("learner_id", UUID.class), how == null ? null : MatchMethod.valueOf(how)));
    }

    private static @Nullable String micros(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
