package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.Planning;
import fr.educentre.assidu.training.SessionInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows of a page first, then all of their sessions in one statement, then their days off. */
@Service
@Transactional(readOnly = true)
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
class StoredPlanning implements Planning {

    /** Local days begin and end elsewhere than in UTC. */
    private static final long HALF_A_DAY = 14 * 3600L;

    /** A room is known by the sessions of the weeks around. */
    private static final long ROOM_DAYS = 60;

    /** Sessions of the stretch that the reader may see. */
    private static final String SEEN = """
            s.starts_at >= :from and s.starts_at < :to
            and (cast(:trainer as uuid) is null or s.id in (%s))
            and (cast(:referent as uuid) is null
                 or s.group_id in (select id from learner_group where referent_id = :referent))
            """.formatted(TrainerScopeSql.SESSIONS);

    private static final String TEACHES = """
            (coalesce(s.actual_trainer_id, s.trainer_id) = t.id
             or exists (select 1 from session_co_trainer c where c.session_id = s.id and c.trainer_id = t.id))
            """;

    private final JdbcClient sql;
    private final CurrentActor current;
    private final DaysOff daysOff;
    private final Clock clock;

    StoredPlanning(JdbcClient sql, CurrentActor current, DaysOff daysOff, Clock clock) {
        this.sql = sql;
        this.current = current;
        this.daysOff = daysOff;
        this.clock = clock;
    }

    @Override
    public PageOf<Row> rows(Week week, int page, int size) {
        List<Listed> listed = listed(week, page, size);
        List<Subject> subjects = listed.stream().map(Listed::subject).toList();
        Map<Subject, Map<String, List<SessionInfo>>> sessions = sessions(week, subjects);
        Map<Subject, Map<LocalDate, Set<Off>>> off = daysOff.of(week, subjects);
        return new PageOf<>(
                subjects.stream()
                        .map(one -> new Row(one, sessions.getOrDefault(one, Map.of()), off.getOrDefault(one, Map.of())))
                        .toList(),
                page,
                size,
                listed.isEmpty() ? 0 : listed.getFirst().total());
    }

    private record Listed(Subject subject, long total) {}

    private List<Listed> listed(Week week, int page, int size) {
        JdbcClient.StatementSpec statement = switch (week.by()) {
            case GROUP ->
                sql.sql("select g.id, g.name, null as room, g.site_id, count(*) over () as total from learner_group g"
                                + " where g.starts_on <= :last and g.ends_on >= :first"
                                + " and (cast(:referent as uuid) is null or g.referent_id = :referent)"
                                + " and (cast(:trainer as uuid) is null or exists (select 1 from training_session s"
                                + " where s.group_id = g.id and " + SEEN + ")) and "
                                + TextSearch.holds("g.name || ' ' || g.code")
                                + " order by g.name collate french, g.id limit :size offset :skipped")
                        .param("first", week.monday())
                        .param("last", week.sunday());
            case TRAINER ->
                sql.sql("select t.id, t.first_name || ' ' || t.last_name as name, null as room, null as site_id,"
                        + " count(*) over () as total from trainer t"
                        + " where (cast(:trainer as uuid) is null or t.id = :trainer)"
                        + " and (exists (select 1 from training_session s where " + TEACHES + " and " + SEEN
                        + ") or (not t.retired and cast(:referent as uuid) is null)) and "
                        + TextSearch.holds("t.first_name || ' ' || t.last_name")
                        + " order by t.last_name collate french, t.first_name collate french, t.id"
                        + " limit :size offset :skipped");
            case ROOM ->
                sql.sql("select z.id, r.room || ' · ' || z.name as name, r.room, z.id as site_id,"
                                + " count(*) over () as total from (select s.site_id, min(s.room) as room"
                                + " from training_session s where s.room is not null and " + SEEN
                                + " group by s.site_id, lower(s.room)) r join site z on z.id = r.site_id where "
                                + TextSearch.holds("r.room || ' ' || z.name")
                                + " order by r.room collate french, z.name collate french, z.id"
                                + " limit :size offset :skipped")
                        .param("from", Arguments.utc(start(week.monday().minusDays(ROOM_DAYS))))
                        .param("to", Arguments.utc(end(week.sunday().plusDays(ROOM_DAYS))));
            case SITE ->
                sql.sql("select z.id, z.name, null as room, z.id as site_id, count(*) over () as total from site z"
                        + " where (exists (select 1 from training_session s where s.site_id = z.id and " + SEEN
                        + ") or (not z.retired and cast(:trainer as uuid) is null"
                        + " and cast(:referent as uuid) is null)) and " + TextSearch.holds("z.name || ' ' || z.code")
                        + " order by z.name collate french, z.id limit :size offset :skipped");
        };
        if (week.by() != By.ROOM) {
            statement = within(statement, week.monday(), week.sunday());
        }
        return scoped(statement)
                .params(TextSearch.values(week.text()))
                .param("size", size)
                .param("skipped", (long) page * size)
                .query((row, n) -> new Listed(subject(row), row.getLong("total")))
                .list();
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("room"),
                Columns.maybeUuid(row, "site_id"));
    }

    /** Each session stands in the rows of its group, its room, its site and all who teach it. */
    private Map<Subject, Map<String, List<SessionInfo>>> sessions(Week week, List<Subject> subjects) {
        Map<Subject, Map<String, List<SessionInfo>>> found = new HashMap<>();
        if (subjects.isEmpty()) {
            return found;
        }
        List<UUID> ids = subjects.stream().map(Subject::id).toList();
        JdbcClient.StatementSpec statement = switch (week.by()) {
            case GROUP ->
                sql.sql(SessionRowMapper.SELECT + "where " + SEEN
                        + " and s.group_id = any(cast(:ids as uuid[])) order by s.starts_at, s.id");
            case TRAINER ->
                sql.sql(SessionRowMapper.SELECT + "where " + SEEN
                        + " and (coalesce(s.actual_trainer_id, s.trainer_id) = any(cast(:ids as uuid[]))"
                        + " or exists (select 1 from session_co_trainer c where c.session_id = s.id"
                        + " and c.trainer_id = any(cast(:ids as uuid[])))) order by s.starts_at, s.id");
            case ROOM, SITE ->
                sql.sql(SessionRowMapper.SELECT + "where " + SEEN
                        + " and s.site_id = any(cast(:ids as uuid[])) order by s.starts_at, s.id");
        };
        List<SessionInfo> sessions = scoped(within(statement, week.monday(), week.sunday()))
                .param("ids", Arguments.array(ids))
                .param("now", Arguments.utc(clock.instant()))
                .query(SessionRowMapper::session)
                .list();
        Map<UUID, Set<UUID>> besides = week.by() == By.TRAINER ? coTrainers(sessions) : Map.of();
        Map<Object, Subject> byKey = new HashMap<>();
        subjects.forEach(one -> byKey.put(key(one.id(), one.room()), one));
        for (SessionInfo session : sessions) {
            if (session.localDay().isBefore(week.monday()) || session.localDay().isAfter(week.sunday())) {
                continue;
            }
            keys(week.by(), session, besides).stream()
                    .map(byKey::get)
                    .filter(Objects::nonNull)
                    .forEach(subject -> found.computeIfAbsent(subject, one -> new HashMap<>())
                            .computeIfAbsent(session.halfDay(), half -> new ArrayList<>())
                            .add(session));
        }
        return found;
    }

    private static List<String> keys(By by, SessionInfo session, Map<UUID, Set<UUID>> besides) {
        return switch (by) {
            case GROUP -> List.of(key(session.groupId(), null));
            case SITE -> List.of(key(session.siteId(), null));
            case ROOM -> session.room() == null ? List.of() : List.of(key(session.siteId(), session.room()));
            case TRAINER -> {
                List<String> all = new ArrayList<>(List.of(key(session.trainer().id(), null)));
                besides.getOrDefault(session.id(), Set.of()).forEach(one -> all.add(key(one, null)));
                yield all;
            }
        };
    }

    private static String key(UUID id, @Nullable String room) {
        return id + (room == null ? "" : " " + room.toLowerCase(Locale.ROOT));
    }

    private Map<UUID, Set<UUID>> coTrainers(List<SessionInfo> sessions) {
        Map<UUID, Set<UUID>> found = new LinkedHashMap<>();
        sql.sql("select session_id, trainer_id from session_co_trainer where session_id = any(cast(:ids as uuid[]))")
                .param(
                        "ids",
                        Arguments.array(sessions.stream().map(SessionInfo::id).toList()))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, "session_id"), id -> new TreeSet<>())
                            .add(Columns.uuid(row, "trainer_id"));
                });
        return found;
    }

    @Override
    public PageOf<SessionInfo> ofDay(LocalDate day, String text, int page, int size) {
        List<SessionInfo> all = scoped(within(
                        sql.sql(SessionRowMapper.SELECT + "where " + SEEN
                                + " and (s.starts_at at time zone z.zone)::date = :day and "
                                + TextSearch.holds(
                                        "s.title || ' ' || g.name || ' ' || t.first_name || ' ' || t.last_name"
                                                + " || ' ' || coalesce(s.room, '')")
                                + " order by s.starts_at, s.id limit :size offset :skipped"),
                        day,
                        day))
                .params(TextSearch.values(text))
                .param("day", day)
                .param("now", Arguments.utc(clock.instant()))
                // One more tells that there are more.
                .param("size", size + 1)
                .param("skipped", (long) page * size)
                .query(SessionRowMapper::session)
                .list();
        return new PageOf<>(all.stream().limit(size).toList(), page, size, (long) page * size + all.size());
    }

    @Override
    public Set<LocalDate> taught(Week week) {
        return new TreeSet<>(scoped(within(
                        sql.sql("select distinct (s.starts_at at time zone z.zone)::date as day from training_session s"
                                + " join site z on z.id = s.site_id where " + SEEN
                                + " and s.stored_state in ('PLANNED', 'CLOSED')"),
                        week.monday(),
                        week.sunday()))
                .query((row, n) -> Columns.day(row, "day"))
                .list());
    }

    private static JdbcClient.StatementSpec within(
            JdbcClient.StatementSpec statement, LocalDate first, LocalDate last) {
        return statement.param("from", Arguments.utc(start(first))).param("to", Arguments.utc(end(last)));
    }

    private JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec statement) {
        Actor actor = current.get();
        return statement.param("trainer", person(actor, Role.TRAINER)).param("referent", person(actor, Role.REFERENT));
    }

    /** Whoever is nobody in particular sees what nobody has. */
    private static @Nullable UUID person(Actor actor, Role role) {
        return actor.is(role) ? Objects.requireNonNullElse(actor.personId(), new UUID(0, 0)) : null;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(HALF_A_DAY);
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(HALF_A_DAY);
    }
}
