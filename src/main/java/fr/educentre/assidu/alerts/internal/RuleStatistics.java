package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of each rule, counted from the alerts it raised and the sessions its learners came to afterwards. */
@Component
class RuleStatistics implements RuleWatch {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int RETURN_DAYS = 7;
    private static final int SLICE = 500;
    private static final int OVERLAPS = 10;
    private static final Set<AttendanceStatus> THERE = EnumSet.of(
            AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.PARTIAL);

    private final JdbcClient sql;
    private final Attendance attendance;
    private final Sessions sessions;
    private final Learners learners;
    private final Clock clock;

    RuleStatistics(JdbcClient sql, Attendance attendance, Sessions sessions, Learners learners, Clock clock) {
        this.sql = sql;
        this.attendance = attendance;
        this.sessions = sessions;
        this.learners = learners;
        this.clock = clock;
    }

    private record Fired(UUID ruleId, UUID learnerId, Instant at) {}

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Count> lately(int days) {
        Instant since = clock.instant().minus(days, ChronoUnit.DAYS);
        List<Fired> all = sql.sql("select rule_id, learner_id, raised_at from alert where raised_at >= :since")
                .param("since", Arguments.utc(since))
                .query((row, n) ->
                        new Fired(row.getObject(1, UUID.class), row.getObject(2, UUID.class), Columns.instant(row, 3)))
                .list();
        Map<UUID, List<Instant>> presences = presences(all);
        var counts = new HashMap<UUID, Count>();
        all.stream()
                .collect(Collectors.groupingBy(Fired::ruleId))
                .forEach((rule, fired) -> counts.put(rule, count(fired, presences)));
        return counts;
    }

    @Override
    @Transactional(readOnly = true)
    public Course course(UUID ruleId, int weeks) {
        LocalDate monday = LocalDate.now(clock.withZone(ZONE))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeks - 1L);
        Instant since = monday.atStartOfDay(ZONE).toInstant();
        List<Fired> fired = sql.sql(
                        "select learner_id, raised_at from alert where rule_id = :rule and raised_at >= :since")
                .param("rule", ruleId)
                .param("since", Arguments.utc(since))
                .query((row, n) -> new Fired(ruleId, row.getObject(1, UUID.class), Columns.instant(row, 2)))
                .list();
        var perWeek = new ArrayList<Week>();
        for (int week = 0; week < weeks; week++) {
            LocalDate from = monday.plusWeeks(week);
            int firings = (int) fired.stream()
                    .map(one -> one.at().atZone(ZONE).toLocalDate())
                    .filter(day -> !day.isBefore(from) && day.isBefore(from.plusWeeks(1)))
                    .count();
            perWeek.add(new Week(from, firings));
        }
        Count count = count(fired, presences(fired));
        return new Course(count, List.copyOf(perWeek), overlaps(ruleId, since, count.learners()));
    }

    @Override
    public long watched() {
        return learners.search(null, null, null, 0, 1).totalElements();
    }

    /** Of a younger alert one cannot tell yet. */
    private Count count(List<Fired> fired, Map<UUID, List<Instant>> presences) {
        Instant decided = clock.instant().minus(RETURN_DAYS, ChronoUnit.DAYS);
        int due = 0;
        int returned = 0;
        for (Fired one : fired) {
            if (!one.at().isAfter(decided)) {
                due++;
                Instant until = one.at().plus(RETURN_DAYS, ChronoUnit.DAYS);
                returned += presences.getOrDefault(one.learnerId(), List.of()).stream()
                                .anyMatch(start -> start.isAfter(one.at()) && start.isBefore(until))
                        ? 1
                        : 0;
            }
        }
        int touched = (int) fired.stream().map(Fired::learnerId).distinct().count();
        return new Count(fired.size(), touched, due, returned);
    }

    private List<Overlap> overlaps(UUID ruleId, Instant since, int touched) {
        return sql.sql("""
                        with mine as (select distinct learner_id from alert where rule_id = :rule and raised_at >= :since)
                        select a.rule_id, max(a.rule_name) as name, count(distinct a.learner_id) as learners
                        from alert a join mine on mine.learner_id = a.learner_id
                        where a.rule_id <> :rule and a.raised_at >= :since
                        group by a.rule_id order by learners desc, max(a.rule_name) collate french limit :most""")
                .param("rule", ruleId)
                .param("since", Arguments.utc(since))
                .param("most", OVERLAPS)
                .query((row, n) -> new Overlap(
                        row.getObject("rule_id", UUID.class),
                        row.getString("name"),
                        row.getInt("learners"),
                        touched == 0 ? 0 : row.getInt("learners") / (double) touched))
                .list();
    }

    /** Starts of the sessions learners were seen in, since the first alert. */
    private Map<UUID, List<Instant>> presences(List<Fired> fired) {
        if (fired.isEmpty()) {
            return Map.of();
        }
        LocalDate from = fired.stream()
                .map(one -> one.at().atZone(ZONE).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate to = LocalDate.now(clock.withZone(ZONE)).plusDays(1);
        List<UUID> ids = fired.stream().map(Fired::learnerId).distinct().toList();
        var found = new HashMap<UUID, List<Instant>>();
        for (int start = 0; start < ids.size(); start += SLICE) {
            presences(ids.subList(start, Math.min(ids.size(), start + SLICE)), from, to, found);
        }
        return found;
    }

    private void presences(List<UUID> ids, LocalDate from, LocalDate to, Map<UUID, List<Instant>> into) {
        Map<UUID, List<Verdict>> verdicts = attendance.ofLearners(ids, from, to);
        var seen = new HashSet<UUID>();
        verdicts.values()
                .forEach(list -> list.stream()
                        .filter(verdict -> THERE.contains(verdict.status()))
                        .forEach(verdict -> seen.add(verdict.subject().sessionId())));
        var known = sessions.byIds(seen);
        verdicts.forEach((learner, list) -> into.put(
                learner,
                list.stream()
                        .filter(verdict -> THERE.contains(verdict.status()))
                        .map(verdict -> known.get(verdict.subject().sessionId()))
                        .filter(java.util.Objects::nonNull)
                        .map(session -> session.startsAt())
                        .toList()));
    }
}
