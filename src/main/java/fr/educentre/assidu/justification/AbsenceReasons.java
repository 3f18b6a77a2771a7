package fr.educentre.assidu.justification;

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

/**
 * The reasons for an absence, as the centre offers them. One that was used is retired, not removed; its code stays, since rules
 * name it, and one that was medical stays so, since what was filed under it is reserved.
 */
@Service
@AllowedRoles(Role.ADMIN)
public class AbsenceReasons extends ManagedRecords<CatalogueReason, AbsenceReasonContent> {

    private final RecordTools tools;

    AbsenceReasons(RecordTools tools) {
        super(
                new RecordKind<>(
                        "absenceReason",
                        CatalogueReason.class,
                        CatalogueReason::new,
                        sql -> sql.sql("select id, count(*) over () as total from absence_reason"
                                + " where (:ended or not retired) and "
                                + TextSearch.holds("code || ' ' || label_fr || ' ' || label_en")
                                + " order by position, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, AbsenceReasonContent content) {
        var problems = new ArrayList<>(tools.taken(
                "code",
                tools.sql().sql("select count(*) from absence_reason where lower(code) = lower(:value) and id <> :id"),
                id,
                content.code()));
        CatalogueReason before = tools.entities().find(CatalogueReason.class, id);
        if (before != null && !before.code().equals(content.code())) {
            problems.add(new FieldProblem("code", "check.reason.codeStays", before.code()));
        }
        if (before != null && before.isMedical() && !content.medical() && used(id).count() > 0) {
            problems.add(new FieldProblem("medical", "check.reason.medicalStays"));
        }
        return problems;
    }

    @Override
    protected void prepare(CatalogueReason reason, AbsenceReasonContent content) {
        reason.comesAfter(tools.sql()
                .sql("select coalesce(max(position), 0) from absence_reason")
                .query(Integer.class)
                .single());
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(used(id));
    }

    private Use used(UUID id) {
        return tools.use(
                "refusal.used.justifications",
                tools.sql()
                        .sql("select count(*) from justification j join absence_reason r on r.code = j.reason_code"
                                + " where r.id = :id"),
                id);
    }
}
