package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of learners. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class LearnerGroups extends ManagedRecords<LearnerGroup, GroupContent> {

    private final RecordTools tools;

    LearnerGroups(RecordTools tools) {
        super(
                new RecordKind<>(
                        "group",
                        LearnerGroup.class,
                        LearnerGroup::new,
                        sql -> sql.sql("select id, count(*) over () as total from learner_group where"
                                + " (:ended or ends_on >= cast(:now as timestamptz)::date - 30) and "
                                + TextSearch.holds("code || ' ' || name")
                                + " order by name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, GroupContent content) {
        var problems = new ArrayList<FieldProblem>();
        GroupFields fields = content.fields();
        problems.addAll(tools.taken(
                "code",
                tools.sql().sql("select count(*) from learner_group where lower(code) = lower(:value) and id <> :id"),
                id,
                fields.code()));
        if (tools.missing(tools.sql().sql("select count(*) from programme where id = :id"), fields.programmeId())) {
            problems.add(new FieldProblem("programmeId", "check.unknown"));
        }
        if (tools.missing(tools.sql().sql("select count(*) from site where id = :id"), fields.siteId())) {
            problems.add(new FieldProblem("siteId", "check.unknown"));
        }
        UUID referent = fields.referentId();
        if (referent != null
                && tools.missing(tools.sql().sql("select count(*) from referent where id = :id"), referent)) {
            problems.add(new FieldProblem("referentId", "check.unknown"));
        }
        if (fields.days().reversed()) {
            problems.add(new FieldProblem("endsOn", "check.DaysInOrder"));
        }
        return problems;
    }

    /** What was planned for it before its days or its programme changed stays as it is: somebody has to look at it. */
    @Override
    @Transactional(readOnly = true)
    public List<FieldProblem> warnings(UUID id) {
        return tools
                .sql()
                .sql("""
                        select 'startsOn' as field, 'warning.group.sessions' as key, count(*) as found
                          from training_session s join learner_group g on g.id = s.group_id join site p on p.id = s.site_id
                         where g.id = :id and s.stored_state in ('PLANNED', 'CLOSED')
                           and (s.starts_at at time zone p.zone)::date not between g.starts_on and g.ends_on
                         union all
                        select 'programmeId', 'warning.group.modules', count(*)
                          from training_session s join learner_group g on g.id = s.group_id
                          join programme_module m on m.id = s.module_id
                         where g.id = :id and s.stored_state in ('PLANNED', 'CLOSED') and m.programme_id <> g.programme_id
                         union all
                        select 'programmeId', 'warning.group.enrolments', count(*)
                          from enrolment e join learner_group g on g.id = e.group_id
                         where g.id = :id and e.programme_id <> g.programme_id
                        """)
                .param("id", id)
                .query((row, n) -> new FieldProblem(row.getString("field"), row.getString("key"), row.getLong("found")))
                .list()
                .stream()
                .filter(one -> !one.arguments().contains(0L))
                .toList();
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.group.sessions",
                        tools.sql().sql("select count(*) from training_session where group_id = :id"),
                        id),
                tools.use(
                        "refusal.used.group.enrolments",
                        tools.sql().sql("select count(*) from enrolment where group_id = :id"),
                        id),
                tools.use(
                        "refusal.used.members",
                        tools.sql().sql("select count(*) from group_membership where group_id = :id"),
                        id));
    }
}
