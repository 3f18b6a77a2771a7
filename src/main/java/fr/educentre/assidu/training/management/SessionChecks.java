package fr.educentre.assidu.training.management;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.shell.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a session names must be there; it is held within its group's days, at most a half-day long, its breaks within it. */
@Component
class SessionChecks {

    /** A session is at most a half-day: what a sign-in sheet holds (article D.6353-4 of the Code du travail). */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final JdbcClient sql;

    SessionChecks(JdbcClient sql) {
        this.sql = sql;
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
        if (!exists("select exists (select 1 from trainer where id = :id)", course.trainerId())) {
            problems.add(new FieldProblem("trainerId", "check.unknown"));
        }
        UUID module = course.moduleId();
        if (module != null && !taught(module, course.groupId())) {
            problems.add(new FieldProblem("moduleId", "check.session.module"));
        }
        problems.addAll(slot(content, zone));
        return problems;
    }

    private static List<FieldProblem> slot(SessionContent content, ZoneId zone) {
        var problems = new ArrayList<FieldProblem>();
        Optional<Instant> start = SiteTime.read(content.startsAt(), zone);
        Optional<Instant> end = SiteTime.read(content.endsAt(), zone);
        if (start.isEmpty()) {
            problems.add(new FieldProblem("startsAt", "check.moment"));
        }
        if (end.isEmpty()) {
            problems.add(new FieldProblem("endsAt", "check.moment"));
        }
        if (start.isPresent() && end.isPresent()) {
            Duration length = Duration.between(start.get(), end.get());
            if (length.isNegative() || length.isZero()) {
                problems.add(new FieldProblem("endsAt", "check.session.endsFirst"));
            } else if (length.compareTo(LONGEST) > 0) {
                problems.add(new FieldProblem("endsAt", "check.session.long", LONGEST.toHours()));
            } else {
                problems.addAll(breaks(content, zone, start.get(), end.get()));
            }
        }
        return problems;
    }

    private static List<FieldProblem> breaks(SessionContent content, ZoneId zone, Instant start, Instant end) {
        var problems = new ArrayList<FieldProblem>();
        Instant free = start;
        Duration paused = Duration.ZERO;
        for (int i = 0; i < content.breaks().size(); i++) {
            Optional<Instant> from = SiteTime.read(content.breaks().get(i).from(), zone);
            Optional<Instant> to = SiteTime.read(content.breaks().get(i).to(), zone);
            if (from.isEmpty()
                    || to.isEmpty()
                    || from.get().isBefore(free)
                    || !to.get().isAfter(from.get())
                    || to.get().isAfter(end)) {
                problems.add(new FieldProblem("breaks[" + i + "].from", "check.session.break"));
            } else {
                free = to.get();
                paused = paused.plus(Duration.between(from.get(), to.get()));
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

    private boolean exists(String question, UUID id) {
        return sql.sql(question).param("id", id).query(Boolean.class).single();
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
