package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.rules.LearnerFacts.ModulePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who learners are, what they follow and what is planned for them: one statement a table whatever their number. */
@Component
class EnrolmentQueries {

    private final JdbcClient sql;

    EnrolmentQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /** The group is null for a learner who belongs to none on that day. */
    record LearnerRow(
            UUID id,
            String name,
            @Nullable LocalDate birth,
            @Nullable GroupRow group) {}

    record GroupRow(UUID id, String code, String programme, UUID programmeId, String site, ZoneId zone) {}

    record EnrolmentRow(
            UUID id,
            boolean apprenticeship,
            LocalDate startsOn,
            LocalDate endsOn,
            int agreedMinutes,
            @Nullable String accommodations,
            List<FundingRow> fundings) {}

    record FundingRow(UUID id, String code, String kind, int agreedMinutes, LocalDate startsOn, LocalDate endsOn) {}

    /** @param to null while it lasts */
    record Period(String kind, LocalDate from, @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** A session of a group still to come, or lost to a trainer's absence. */
    record PlannedRow(UUID id, LocalDate day, int minutes, boolean lost) {}

    Map<UUID, LearnerRow> learners(Collection<UUID> ids, LocalDate on) {
        var found = new HashMap<UUID, LearnerRow>();
        var groups = new HashMap<UUID, GroupRow>();
        sql.sql("""
                        select l.id, l.first_name || ' ' || l.last_name, l.birth_date, g.id, g.code, p.code, p.id, z.code, z.zone
                          from training_v_learner l
                          left join lateral (select k.group_id from training_v_membership k
                                where k.learner_id = l.id and k.from_on <= :on and (k.to_on is null or k.to_on >= :on)
                                order by k.from_on desc, k.recorded_at desc, k.id limit 1) k on true
                          left join training_v_group g on g.id = k.group_id
                          left join training_v_programme p on p.id = g.programme_id
                          left join training_v_site z on z.id = g.site_id
                         where l.id in (select unnest(:ids::uuid[]))
                        """).param("ids", Arguments.array(ids)).param("on", on).query(row -> {
            UUID group = Columns.maybeUuid(row, 4);
            GroupRow of = group == null ? null : groups.get(group);
            if (group != null && of == null) {
                of = new GroupRow(
                        group,
                        Columns.text(row, 5),
                        Columns.text(row, 6),
                        Columns.uuid(row, 7),
                        Columns.text(row, 8),
                        ZoneId.of(Columns.text(row, 9)));
                groups.put(group, of);
            }
            UUID id = Columns.uuid(row, 1);
            found.put(id, new LearnerRow(id, Columns.text(row, 2), Columns.maybeDay(row, 3), of));
        });
        return found;
    }

    Map<UUID, List<EnrolmentRow>> enrolments(Collection<UUID> learners) {
        var found = new HashMap<UUID, List<EnrolmentRow>>();
        var byId = new HashMap<UUID, EnrolmentRow>();
        sql.sql("""
                        select e.learner_id, e.id, e.apprenticeship, e.starts_on, e.ends_on, e.agreed_minutes, e.accommodations,
                               f.id, u.code, u.kind, f.agreed_minutes, f.starts_on, f.ends_on
                          from training_v_enrolment e
                          left join training_v_funding f on f.enrolment_id = e.id
                          left join training_v_funder u on u.id = f.funder_id
                         where e.learner_id in (select unnest(:ids::uuid[])) order by e.starts_on, e.id, f.priority, f.id
                        """).param("ids", Arguments.array(learners)).query(row -> {
            UUID id = Columns.uuid(row, 2);
            EnrolmentRow enrolment = byId.get(id);
            if (enrolment == null) {
                enrolment = new EnrolmentRow(
                        id,
                        row.getBoolean(3),
                        Columns.day(row, 4),
                        Columns.day(row, 5),
                        row.getInt(6),
                        row.getString(7),
                        new ArrayList<>(1));
                byId.put(id, enrolment);
                found.computeIfAbsent(Columns.uuid(row, 1), learner -> new ArrayList<>(1))
                        .add(enrolment);
            }
            UUID funding = Columns.maybeUuid(row, 8);
            if (funding != null) {
                enrolment
                        .fundings()
                        .add(new FundingRow(
                                funding,
                                Columns.text(row, 9),
                                Columns.text(row, 10),
                                row.getInt(11),
                                Columns.day(row, 12),
                                Columns.day(row, 13)));
            }
        });
        return found;
    }

    /** When each learner's enrolment was interrupted or over, as declared by then. */
    Map<UUID, List<Period>> interruptions(Collection<UUID> learners, Instant at) {
        var found = new HashMap<UUID, List<Period>>();
        sql.sql("""
                        select e.learner_id, v.kind, v.occurs_on, v.next_on from training_v_enrolment e
                          join (select enrolment_id, kind, occurs_on,
                                       lead(occurs_on) over (partition by enrolment_id order by occurs_on, declared_at) next_on
                                  from training_v_enrolment_event where declared_at <= :at) v on v.enrolment_id = e.id
                         where e.learner_id in (select unnest(:ids::uuid[])) and v.kind <> 'RESUMPTION'
                        """)
                .param("ids", Arguments.array(learners))
                .param("at", Arguments.utc(at))
                .query(row -> {
                    LocalDate next = Columns.maybeDay(row, 4);
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>())
                            .add(new Period(
                                    "INTERRUPTED", Columns.day(row, 3), next == null ? null : next.minusDays(1)));
                });
        return found;
    }

    /** Company periods and closures, by group. */
    Map<UUID, List<Period>> outside(Collection<UUID> groups) {
        var found = new HashMap<UUID, List<Period>>();
        sql.sql(
                        "select group_id, kind, from_on, to_on from training_v_group_period where group_id in (select unnest(:ids::uuid[]))"
                                + " order by from_on, id")
                .param("ids", Arguments.array(groups))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>())
                            .add(new Period(Columns.text(row, 2), Columns.day(row, 3), Columns.day(row, 4)));
                });
        return found;
    }

    /** By group: sessions that start after the instant, and those lost to a trainer since a day. */
    Map<UUID, List<PlannedRow>> planned(Collection<UUID> groups, Instant at, LocalDate since) {
        var found = new HashMap<UUID, List<PlannedRow>>();
        sql.sql("""
                        select s.group_id, s.id, (s.starts_at at time zone z.zone)::date, s.taught_minutes,
                               s.stored_state in ('CANCELLED','POSTPONED')
                          from training_v_session s join training_v_site z on z.id = s.site_id
                         where s.group_id in (select unnest(:ids::uuid[]))
                           and (s.starts_at > :at and s.stored_state not in ('CANCELLED','POSTPONED')
                             or s.change_caused_by = 'TRAINER' and s.stored_state in ('CANCELLED','POSTPONED')
                                and s.planned_on >= :since and s.starts_at <= :at)
                         order by s.starts_at, s.id
                        """)
                .param("ids", Arguments.array(groups))
                .param("at", Arguments.utc(at))
                .param("since", since)
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>())
                            .add(new PlannedRow(
                                    Columns.uuid(row, 2), Columns.day(row, 3), row.getInt(4), row.getBoolean(5)));
                });
        return found;
    }

    /** Sessions still to come that a learner alone was added to or taken out of. */
    record Adjustments(Map<UUID, List<PlannedRow>> added, Map<UUID, Set<UUID>> removed) {}

    Adjustments adjustments(Collection<UUID> learners, Instant at) {
        var added = new HashMap<UUID, List<PlannedRow>>();
        var removed = new HashMap<UUID, Set<UUID>>();
        sql.sql("""
                        select p.learner_id, p.kind, s.id, (s.starts_at at time zone z.zone)::date, s.taught_minutes
                          from training_v_participant p
                          join training_v_session s on s.id = p.session_id
                          join training_v_site z on z.id = s.site_id
                         where p.learner_id in (select unnest(:ids::uuid[])) and p.withdrawn_at is null and s.starts_at > :at
                           and s.stored_state not in ('CANCELLED','POSTPONED')
                        """)
                .param("ids", Arguments.array(learners))
                .param("at", Arguments.utc(at))
                .query(row -> {
                    UUID learner = Columns.uuid(row, 1);
                    if (Columns.text(row, 2).equals("ADDED")) {
                        added.computeIfAbsent(learner, id -> new ArrayList<>())
                                .add(new PlannedRow(Columns.uuid(row, 3), Columns.day(row, 4), row.getInt(5), false));
                    } else {
                        removed.computeIfAbsent(learner, id -> new HashSet<>()).add(Columns.uuid(row, 3));
                    }
                });
        return new Adjustments(added, removed);
    }

    Map<UUID, List<ModulePlan>> modules(Collection<UUID> programmes) {
        var found = new HashMap<UUID, List<ModulePlan>>();
        sql.sql("select programme_id, code, title, planned_minutes from training_v_module"
                        + " where programme_id in (select unnest(:ids::uuid[])) order by position, id")
                .param("ids", Arguments.array(programmes))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>())
                            .add(new ModulePlan(Columns.text(row, 2), Columns.text(row, 3), row.getInt(4)));
                });
        return found;
    }

    /** Those expected at any session between two days, as members of a group or alone; those of a group together. */
    List<UUID> expected(LocalDate from, LocalDate to) {
        return sql.sql("""
                        select learner_id from (
                          select learner_id, group_id from training_v_membership
                           where from_on <= :to and (to_on is null or to_on >= :from)
                          union all
                          select p.learner_id, s.group_id from training_v_participant p
                            join training_v_session s on s.id = p.session_id
                           where p.kind = 'ADDED' and s.planned_on between :from and :to) x
                         group by learner_id order by min(group_id::text), learner_id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> Columns.uuid(row, 1))
                .list();
    }
}
