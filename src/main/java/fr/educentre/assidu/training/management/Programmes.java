package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.training.Centre.Labelled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is taught. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class Programmes extends ManagedRecords<Programme, ProgrammeContent> {

    private final RecordTools tools;

    Programmes(RecordTools tools) {
        super(
                new RecordKind<>(
                        "programme",
                        Programme.class,
                        Programme::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from programme where (:ended or not retired) and "
                                        + TextSearch.holds("code || ' ' || title")
                                        + " order by title collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, ProgrammeContent content) {
        var problems = new ArrayList<FieldProblem>();
        String code = content.fields().code();
        problems.addAll(tools.taken(
                "code",
                tools.sql().sql("select count(*) from programme where lower(code) = lower(:value) and id <> :id"),
                id,
                code));
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < content.modules().size(); i++) {
            String module = content.modules().get(i).code();
            if (!codes.add(module.toLowerCase(Locale.ROOT))) {
                problems.add(new FieldProblem("modules[" + i + "].code", "check.twice", module));
            }
            List<String> activities = content.modules().get(i).activityIds();
            if (new HashSet<>(activities).size() < activities.size()) {
                problems.add(new FieldProblem("modules[" + i + "].activityIds", "check.activity.twice"));
            }
        }
        return problems;
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.groups",
                        tools.sql().sql("select count(*) from learner_group where programme_id = :id"),
                        id),
                tools.use(
                        "refusal.used.enrolments",
                        tools.sql().sql("select count(*) from enrolment where programme_id = :id"),
                        id));
    }

    /** The modules of all programmes in use, by programme and place. */
    @Transactional(readOnly = true)
    public List<Labelled> allModules() {
        return tools.sql()
                .sql("select m.id, m.code, p.title || ' – ' || m.title as label from programme_module m"
                        + " join programme p on p.id = m.programme_id where not p.retired"
                        + " order by p.title collate french, m.position, m.id")
                .query((row, n) ->
                        new Labelled(Columns.uuid(row, "id"), Columns.text(row, "code"), Columns.text(row, "label")))
                .list();
    }
}
