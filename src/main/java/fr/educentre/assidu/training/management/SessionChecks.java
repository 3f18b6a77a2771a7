package fr.educentre.assidu.training.management;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.PlausibleDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a session names must be there; it is held within its group's days, at most a half-day long, its breaks within it. */
@Component
class SessionChecks {

    /** A session is at most a half-day: what a sign-in sheet holds (article D.6353-4 of the Code du travail). */
    private static final Duration LONGEST = Duration.ofHours(6);

    /** Before it no centre planned anything here. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private final JdbcClient sql;
    private final Clock clock;

    SessionChecks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is wrong with a moment as it was written: an hour that is not, or is twice, on its day; a year far away. */
    Optional<FieldProblem> problem(String field, String written, ZoneId zone) {
        return SiteTime.read(written, zone)
                .map(moment -> isSensible(moment, zone)
                        ? Optional.<FieldProblem>empty()
                        : Optional.of(new FieldProblem(field, "check.SensibleDay")))
                .orElseGet(() -> Optional.of(SiteTime.problem(field, written, zone)));
    }

    private boolean isSensible(Instant moment, ZoneId zone) {
        return moment.isAfter(FIRST)
                && PlausibleDays.holds(LocalDate.ofInstant(moment, zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The site where it is held: the one given, else its group's. */
    Optional<UUID> site(SessionContent content) {
        UUID given = content.course().siteId();
        return given != null
                ? Optional.of(given)
                : sql.sql("select site_id from learner_group where id = :id")
                        .param("id", content.course().groupId())
                        .query(UUID.class)
                        .optional();
    }

    List<FieldProblem> problems(SessionContent content, ZoneId zone) {
        var problems = new ArrayList<FieldProblem>();
        SessionCourse course = content.course();
        if (!isTrainer(course.trainerId())) {
            problems.add(new FieldProblem("trainerId", "check.unknown"));
        }
        problems.addAll(beside(course));
        UUID module = course.moduleId();
        if (module != null && !taught(module, course.groupId())) {
            problems.add(new FieldProblem("moduleId", "check.session.module"));
        }
        problems.addAll(slot(content, zone));
        return problems;
    }

    /** Each who teaches beside the trainer is one of the trainers, another one, and is named once. */
    private List<FieldProblem> beside(SessionCourse course) {
        var problems = new ArrayList<FieldProblem>();
        Set<UUID> named = new HashSet<>(Set.of(course.trainerId()));
        for (int i = 0; i < course.coTrainerIds().size(); i++) {
            UUID one = course.coTrainerIds().get(i);
            String field = "coTrainerIds[" + i + "]";
            if (!isTrainer(one)) {
                problems.add(new FieldProblem(field, "check.unknown"));
            } else if (!named.add(one)) {
                problems.add(new FieldProblem(field, "check.session.trainerTwice"));
            }
        }
        return problems;
    }

    /** What is wrong with its hours. */
    List<FieldProblem> slot(SessionContent content, ZoneId zone) {
        var problems = new ArrayList<FieldProblem>();
        problem("startsAt", content.startsAt(), zone).ifPresent(problems::add);
        problem("endsAt", content.endsAt(), zone).ifPresent(problems::add);
        for (int i = 0; problems.isEmpty() && i < content.breaks().size(); i++) {
            SessionPause pause = content.breaks().get(i);
            problem("breaks[" + i + "].from", pause.from(), zone).ifPresent(problems::add);
            problem("breaks[" + i + "].to", pause.to(), zone).ifPresent(problems::add);
        }
        return problems.isEmpty()
                ? order(
                        content,
                        zone,
                        SiteTime.read(content.startsAt(), zone).orElseThrow(),
                        SiteTime.read(content.endsAt(), zone).orElseThrow())
                : problems;
    }

    private static List<FieldProblem> order(SessionContent content, ZoneId zone, Instant start, Instant end) {
        Duration length = Duration.between(start, end);
        if (length.isNegative() || length.isZero()) {
            return List.of(new FieldProblem("endsAt", "check.session.endsFirst"));
        }
        return length.compareTo(LONGEST) > 0
                ? List.of(new FieldProblem("endsAt", "check.session.long", LONGEST.toHours()))
                : breaks(content, zone, start, end);
    }

    private static List<FieldProblem> breaks(SessionContent content, ZoneId zone, Instant start, Instant end) {
        var problems = new ArrayList<FieldProblem>();
        Instant free = start;
        Duration paused = Duration.ZERO;
        for (int i = 0; i < content.breaks().size(); i++) {
            SessionPause pause = content.breaks().get(i);
            Instant from = SiteTime.read(pause.from(), zone).orElseThrow();
            Instant to = SiteTime.read(pause.to(), zone).orElseThrow();
            if (from.isBefore(free) || !to.isAfter(from) || to.isAfter(end)) {
                problems.add(new FieldProblem("breaks[" + i + "].from", "check.session.break"));
            } else {
                free = to;
                paused = paused.plus(Duration.between(from, to));
            }
        }
        if (Duration.between(start, end).minus(paused).toMinutes() < 1) {
            problems.add(new FieldProblem("breaks[0].from", "check.session.break"));
        }
        return problems;
    }

    private boolean taught(UUID module, UUID group) {
        return sql.sql(
                        "select exists (select 1 from programme_module m join learner_group g on g.programme_id = m.programme_id"
                                + " where m.id = :module and g.id = :group)")
                .param("module", module)
                .param("group", group)
                .query(Boolean.class)
                .single();
    }

    private boolean isTrainer(UUID id) {
        return sql.sql("select exists (select 1 from trainer where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** What a session planned so overlaps, or lies outside of, which a person may want all the same. */
    List<FieldProblem> warnings(UUID id, SessionContent content, ZoneId zone) {
        return warnings(id, List.of(content), zone).getFirst();
    }

    /**
     * The same of many sessions that differ by their slots alone, in one statement.
     *
     * @param id of a session that is no obstacle to itself
     * @return for each, in their order
     */
    List<List<FieldProblem>> warnings(UUID id, List<SessionContent> contents, ZoneId zone) {
        List<List<FieldProblem>> found = new ArrayList<>();
        contents.forEach(content -> found.add(new ArrayList<>()));
        if (contents.isEmpty()) {
            return found;
        }
        SessionContent any = contents.getFirst();
        String room = any.venue().room();
        List<UUID> trainers = new ArrayList<>(any.course().coTrainerIds());
        trainers.add(any.course().trainerId());
        sql.sql("""
                with slot as (
                    select n, starts_at, ends_at
                      from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                           with ordinality as given (starts_at, ends_at, n)
                ), near as (
                    select slot.n, s.id, s.title, s.group_id, s.site_id, s.room, s.catch_up_of_id,
                           coalesce(s.actual_trainer_id, s.trainer_id) as trainer_id
                      from slot
                      join training_session s on s.starts_at < slot.ends_at and s.ends_at > slot.starts_at
                     where s.id <> :id and s.stored_state in ('PLANNED', 'CLOSED')
                       and s.starts_at < cast(:last as timestamptz)
                       and s.starts_at > cast(:first as timestamptz) - interval '1 day'
                )
                select n, 'groupId' as field, 'warning.session.group' as key, title from near
                 where group_id = :group and catch_up_of_id is null
                   and not exists (select 1 from training_session own where own.id = :id and own.catch_up_of_id is not null)
                 union all
                select n, 'trainerId', 'warning.session.trainer', title from near
                 where trainer_id = any(cast(:trainers as uuid[]))
                    or exists (select 1 from session_co_trainer c
                                where c.session_id = near.id and c.trainer_id = any(cast(:trainers as uuid[])))
                 union all
                select n, 'room', 'warning.session.room', title from near
                 where lower(room) = lower(:room) and site_id = :site
                 union all
                select n, 'startsAt', 'warning.session.outside', g.name
                  from slot join learner_group g on g.id = :group
                 where (slot.starts_at at time zone :zone)::date < g.starts_on
                    or (slot.starts_at at time zone :zone)::date > g.ends_on
                 union all
                select n, 'startsAt', 'warning.session.away', g.name
                  from slot join learner_group g on g.id = :group
                 where exists (select 1 from group_period p
                                where p.group_id = g.id
                                  and (slot.starts_at at time zone :zone)::date between p.from_on and p.to_on)
                 union all
                select n, 'startsAt', 'warning.session.closed', z.name
                  from slot join site z on z.id = :site
                 where exists (select 1 from site_closure c
                                where c.site_id = z.id
                                  and (slot.starts_at at time zone :zone)::date between c.from_on and c.to_on)
                 order by 1, 2, 4
                """)
                .param("id", id)
                .param("group", any.course().groupId())
                .param("trainers", Arguments.array(trainers))
                .param("site", site(any).orElseThrow())
                .param("room", room == null ? "" : room)
                .param("starts", moments(contents, SessionContent::startsAt, zone))
                .param("ends", moments(contents, SessionContent::endsAt, zone))
                .param("first", utc(contents, SessionContent::startsAt, zone, Comparator.naturalOrder()))
                .param("last", utc(contents, SessionContent::endsAt, zone, Comparator.reverseOrder()))
                .param("zone", zone.getId())
                .query(row -> {
                    found.get(row.getInt("n") - 1)
                            .add(new FieldProblem(
                                    row.getString("field"), row.getString("key"), row.getString("title")));
                });
        return found;
    }

    private static String moments(List<SessionContent> contents, Function<SessionContent, String> moment, ZoneId zone) {
        return contents.stream()
                .map(content -> moment(content, moment, zone).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static OffsetDateTime utc(
            List<SessionContent> contents,
            Function<SessionContent, String> moment,
            ZoneId zone,
            Comparator<Instant> order) {
        return Arguments.utc(contents.stream()
                .map(content -> moment(content, moment, zone))
                .min(order)
                .orElseThrow());
    }

    private static Instant moment(SessionContent content, Function<SessionContent, String> moment, ZoneId zone) {
        return SiteTime.read(moment.apply(content), zone).orElseThrow();
    }
}
