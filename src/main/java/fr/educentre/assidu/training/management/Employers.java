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
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who employ learners. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class Employers extends ManagedRecords<Employer, EmployerContent> {

    private final RecordTools tools;

    Employers(RecordTools tools) {
        super(
                new RecordKind<>(
                        "employer",
                        Employer.class,
                        Employer::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from employer where (:ended or not retired) and "
                                        + TextSearch.holds(
                                                "code || ' ' || name || ' ' || coalesce(siret, '') || ' ' || coalesce(contact_name, '')")
                                        + " order by name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, EmployerContent content) {
        String code = content.fields().code();
        return tools.taken(
                "code",
                tools.sql().sql("select count(*) from employer where lower(code) = lower(:value) and id <> :id"),
                id,
                code);
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(tools.use(
                "refusal.used.enrolments",
                tools.sql().sql("select count(*) from enrolment where employer_id = :id"),
                id));
    }

    /** All tutors, with their employer, by name. */
    @Transactional(readOnly = true)
    public List<Labelled> tutors() {
        return tools.sql()
                .sql(
                        "select t.id, y.code, t.first_name || ' ' || t.last_name || ' – ' || y.name as label from tutor t"
                                + " join employer y on y.id = t.employer_id where not y.retired order by t.last_name collate french, t.id")
                .query((row, n) ->
                        new Labelled(Columns.uuid(row, "id"), Columns.text(row, "code"), Columns.text(row, "label")))
                .list();
    }
}
