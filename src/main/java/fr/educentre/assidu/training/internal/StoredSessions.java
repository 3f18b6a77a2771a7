package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredSessions implements Sessions {

    private final JdbcClient sql;
    private final Clock clock;
    private final ActorJournal journal;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    StoredSessions(
            JdbcClient sql, Clock clock, ActorJournal journal, CurrentActor current, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.journal = journal;
        this.current = current;
        this.events = events;
    }

    @Override
    public Optional<SessionInfo> find(UUID id) {
        return select("where s.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public SessionInfo get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("session"));
    }

    @Override
    public Map<UUID, SessionInfo> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SessionInfo> found = new LinkedHashMap<>();
        select("where s.id = any(cast(:ids as uuid[])) order by s.starts_at, s.id", Map.of("ids", Arguments.array(ids)))
                .forEach(session -> found.put(session.id(), session));
        return found;
    }

    @Override
    public Map<String, SessionInfo> byExternalIds(Collection<String> externalIds) {
        Map<String, SessionInfo> found = new LinkedHashMap<>();
        if (!externalIds.isEmpty()) {
            select("where s.external_id = any(:ids)", Map.of("ids", externalIds.toArray(String[]::new)))
                    .forEach(session -> found.put(session.externalId(), session));
        }
        return found;
    }

    @Override
    public PageOf<SessionInfo> search(Query query, int page, int size) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (query.groupId() != null) {
            conditions.add("s.group_id = :group");
            values.put("group", query.groupId());
        }
        if (query.trainerId() != null) {
            conditions.add("s.id in (" + TrainerScopeSql.SESSIONS + ")");
            values.put("trainer", query.trainerId());
        }
        if (query.learnerId() != null) {
            conditions.add("s.id in (select session_id from session_expected where learner_id = :learner)");
            values.put("learner", query.learnerId());
        }
        if (query.from() != null) {
            conditions.add("s.starts_at >= :from");
            values.put("from", Arguments.utc(query.from()));
        }
        if (query.to() != null) {
            conditions.add("s.starts_at < :to");
            values.put("to", Arguments.utc(query.to()));
        }
        String words = query.q() == null ? "" : WordSearch.of(query.q());
        if (!words.isEmpty()) {
            conditions.add(WordSearch.holds("s.title || ' ' || s.external_id"));
            values.put("words", words);
        }
        if (!query.states().isEmpty()) {
            conditions.add("(" + SessionRowMapper.STATE + ") in (:states)");
            values.put("states", query.states().stream().map(SessionState::name).toList());
            values.put("now", now());
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        long total = sql.sql("select count(*) from training_session s " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("limit", size);
        values.put("offset", (long) page * size);
        return new PageOf<>(
                select(where + " order by s.starts_at, s.id limit :limit offset :offset", values), page, size, total);
    }

    @Override
    public Optional<SessionInfo> byMeeting(MeetingProvider provider, String meetingId, TimeSlot stretch) {
        return select(
                        """
                        where s.meeting_provider = :provider and s.meeting_id = :meeting
                          and s.starts_at < :to and s.ends_at > :from
                          and s.stored_state not in ('CANCELLED', 'POSTPONED')
                        order by least(s.ends_at, :to) - greatest(s.starts_at, :from) desc, s.starts_at, s.id
                        limit 1
                        """,
                        Map.of(
                                "provider", provider.name(),
                                "meeting", meetingId,
                                "from", Arguments.utc(stretch.from()),
                                "to", Arguments.utc(stretch.to())))
                .stream()
                .findFirst();
    }

    @Override
    public List<SessionInfo> ofMeeting(MeetingProvider provider, String meetingId, TimeSlot stretch) {
        return select(
                """
                where s.meeting_provider = :provider and s.meeting_id = :meeting
                  and s.starts_at < :to and s.ends_at > :from
                  and s.stored_state not in ('CANCELLED', 'POSTPONED')
                order by s.starts_at, s.id
                """,
                Map.of(
                        "provider", provider.name(),
                        "meeting", meetingId,
                        "from", Arguments.utc(stretch.from()),
                        "to", Arguments.utc(stretch.to())));
    }

    @Override
    public List<String> meetingIds(MeetingProvider provider, Collection<String> urls) {
        return urls.isEmpty()
                ? List.of()
                : sql.sql("select distinct meeting_id from training_session where lower(meeting_url) in (:urls)"
                                + " and meeting_provider = :provider and meeting_id is not null order by meeting_id")
                        .param(
                                "urls",
                                urls.stream()
                                        .map(url -> url.toLowerCase(Locale.ROOT))
                                        .toList())
                        .param("provider", provider.name())
                        .query((row, n) -> row.getString(1))
                        .list();
    }

    @Override
    public List<SessionInfo> onlineSessionsOf(UUID learnerId, TimeSlot stretch) {
        return select(
                """
                where s.modality = 'ONLINE' and s.stored_state not in ('CANCELLED', 'POSTPONED')
                  and s.starts_at < :to and s.ends_at > :from
                  and exists (select 1 from session_expected x where x.session_id = s.id and x.learner_id = :learner)
                order by s.starts_at, s.id
                """,
                Map.of("learner", learnerId, "from", Arguments.utc(stretch.from()), "to", Arguments.utc(stretch.to())));
    }

    @Override
    public List<SessionInfo> catchUpsOf(UUID learnerId, Collection<UUID> missedIds) {
        return missedIds.isEmpty()
                ? List.of()
                : select("""
                        where s.stored_state not in ('CANCELLED', 'POSTPONED')
                          and exists (select 1 from session_participant p
                                       where p.session_id = s.id and p.learner_id = :learner and p.kind = 'ADDED'
                                         and p.withdrawn_at is null
                                         and p.makes_up_for_id = any(cast(:missed as uuid[])))
                        order by s.starts_at, s.id
                        """, Map.of("learner", learnerId, "missed", Arguments.array(missedIds)));
    }

    @Override
    public List<ExpectedLearner> expected(UUID sessionId) {
        return expected(List.of(sessionId)).getOrDefault(sessionId, List.of());
    }

    @Override
    public Map<UUID, List<ExpectedLearner>> expected(Collection<UUID> sessionIds) {
        Map<UUID, List<ExpectedLearner>> bySession = new LinkedHashMap<>();
        if (sessionIds.isEmpty()) {
            return bySession;
        }
        sessionIds.forEach(id -> bySession.put(id, new ArrayList<>()));
        sql.sql("""
                        select x.session_id, x.enrolment_id, l.*
                          from session_expected x join learner l on l.id = x.learner_id
                         where x.session_id = any(cast(:ids as uuid[]))
                         order by l.last_name collate french, l.first_name collate french, l.id
                        """)
                .param("ids", Arguments.array(sessionIds))
                .query((row, n) -> new ExpectedLearner(
                        Columns.uuid(row, "session_id"),
                        LearnerRowMapper.learner(row),
                        Columns.maybeUuid(row, "enrolment_id")))
                .list()
                .forEach(one -> bySession
                        .computeIfAbsent(one.sessionId(), id -> new ArrayList<>())
                        .add(one));
        return bySession;
    }

    @Override
    public Map<UUID, Instant> closedAt(Collection<UUID> sessionIds) {
        Map<UUID, Instant> found = new HashMap<>();
        sql.sql(
                        "select id, closed_at from training_session where id = any(cast(:ids as uuid[])) and closed_at is not null")
                .param("ids", Arguments.array(sessionIds))
                .query(row -> {
                    found.put(Columns.uuid(row, "id"), Columns.instant(row, "closed_at"));
                });
        return found;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void open(UUID sessionId) {
        SessionInfo session = get(sessionId);
        refuseUnheld(session);
        if (session.state() == SessionState.CLOSED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.closed");
        }
        int changed = sql.sql("update training_session set opened_at = :now, version = version + 1"
                        + " where id = :id and opened_at is null and stored_state = 'PLANNED'")
                .param("now", now())
                .param("id", sessionId)
                .update();
        if (changed > 0) {
            tell("session.opened", sessionId, current.nameOrSystem(), session.state(), SessionState.OPEN);
        }
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void close(UUID sessionId, String by) {
        SessionInfo session = closable(sessionId);
        int changed = sql.sql("""
                        update training_session
                           set stored_state = 'CLOSED', closed_at = :now, closed_by = :by, version = version + 1
                         where id = :id and stored_state = 'PLANNED'
                        """)
                .param("now", now())
                .param("by", by)
                .param("id", sessionId)
                .update();
        if (changed > 0) {
            tell("session.closed", sessionId, by, session.state(), SessionState.CLOSED);
            events.publishEvent(new SessionClosed(sessionId, by));
        }
    }

    @Override
    public void requireClosable(UUID sessionId) {
        closable(sessionId);
    }

    private SessionInfo closable(UUID sessionId) {
        SessionInfo session = get(sessionId);
        refuseUnheld(session);
        if (clock.instant().isBefore(session.startsAt())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.notStarted");
        }
        return session;
    }

    @Override
    @Transactional
    @AllowedRoles(Role.QUALITY_MANAGER)
    public void reopen(UUID sessionId, String reason) {
        SessionInfo session = get(sessionId);
        int changed = sql.sql("""
                        update training_session
                           set stored_state = 'PLANNED', closed_at = null, closed_by = null, version = version + 1
                         where id = :id and stored_state = 'CLOSED'
                        """).param("id", sessionId).update();
        if (changed == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.notClosed");
        }
        journal.record(JournalRecord.of("session.reopened", "session", sessionId.toString())
                .before(Map.of("state", session.state().name()))
                .after(Map.of("state", get(sessionId).state().name(), "reason", reason)));
        events.publishEvent(new SessionReopened(sessionId));
    }

    @Override
    @Transactional
    @SystemOnly
    public void closePast(Collection<UUID> sessionIds, String by) {
        sql.sql("""
                update training_session
                   set stored_state = 'CLOSED', closed_by = :by, version = version + 1,
                       data_complete_at = coalesce(data_complete_at, ends_at),
                       closed_at = least(ends_at + interval '30 minutes', :now)
                 where id = any(cast(:ids as uuid[])) and stored_state = 'PLANNED' and ends_at <= :now
                """)
                .param("by", by)
                .param("now", now())
                .param("ids", Arguments.array(sessionIds))
                .update();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
    public void markDataComplete(UUID sessionId, Instant at) {
        int changed = sql.sql("update training_session set data_complete_at = coalesce(data_complete_at, :at)"
                        + " where id = :id")
                .param("at", Arguments.utc(at))
                .param("id", sessionId)
                .update();
        if (changed == 0) {
            throw Refusal.notFound("session");
        }
    }

    @Override
    public List<UUID> endedWithoutData(Instant from, Instant to) {
        return sql.sql("""
                        select id from training_session
                         where ends_at >= :from and ends_at < :to and stored_state = 'PLANNED'
                           and data_complete_at is null
                         order by ends_at, id
                        """)
                .param("from", Arguments.utc(from))
                .param("to", Arguments.utc(to))
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    private List<SessionInfo> select(String rest, Map<String, ?> values) {
        return sql.sql(SessionRowMapper.SELECT + rest)
                .params(values)
                .param("now", now())
                .query(SessionRowMapper::session)
                .list();
    }

    private java.time.OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }

    private static void refuseUnheld(SessionInfo session) {
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.notHeld");
        }
    }

    private void tell(String action, UUID id, String by, SessionState before, SessionState after) {
        journal.recordBy(
                by,
                JournalRecord.of(action, "session", id.toString())
                        .before(Map.of("state", before.name()))
                        .after(Map.of("state", after.name())));
    }
}
