package fr.educentre.assidu.training.management;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.PlausibleDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private List<FieldProblem> slot(SessionContent content, ZoneId zone) {
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

    /** What overlaps or lies outside, which a person may want all the same: keys of the text bundles with their values. */
    List<FieldProblem> warnings(UUID id, SessionContent content, ZoneId zone) {
        Instant start = SiteTime.read(content.startsAt(), zone).orElseThrow();
        Instant end = SiteTime.read(content.endsAt(), zone).orElseThrow();
        return sql.sql("""
                        select 'groupId' as field, 'warning.session.group' as key, s.title from training_session s
                         where s.group_id = :group and s.id <> :id and s.stored_state in ('PLANNED', 'CLOSED')
                           and s.starts_at < :end and s.ends_at > :start
                         union all
                        select 'trainerId', 'warning.session.trainer', s.title from training_session s
                         where coalesce(s.actual_trainer_id, s.trainer_id) = :trainer and s.id <> :id
                           and s.stored_state in ('PLANNED', 'CLOSED') and s.starts_at < :end and s.ends_at > :start
                         union all
                        select 'room', 'warning.session.room', s.title from training_session s
                         where lower(s.room) = lower(:room) and s.site_id = :site and s.id <> :id
                           and s.stored_state in ('PLANNED', 'CLOSED') and s.starts_at < :end and s.ends_at > :start
                         union all
                        select 'startsAt', 'warning.session.outside', g.name from learner_group g
                         where g.id = :group and ((cast(:start as timestamptz) at time zone :zone)::date < g.starts_on
                               or (cast(:start as timestamptz) at time zone :zone)::date > g.ends_on)
                         limit 20
                        """)
                .param("group", content.course().groupId())
                .param("trainer", content.course().trainerId())
                .param("site", site(content).orElseThrow())
                .param(
                        "room",
                        content.venue().room() == null ? "" : content.venue().room())
                .param("id", id)
                .param("start", Arguments.utc(start))
                .param("end", Arguments.utc(end))
                .param("zone", zone.getId())
                .query((row, n) -> new FieldProblem(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
