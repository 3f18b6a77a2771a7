package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.training.internal.TextSearch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Those who pay for training. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class Funders extends ManagedRecords<Funder, FunderContent> {

    private final RecordTools tools;

    Funders(RecordTools tools) {
        super(
                new RecordKind<>(
                        "funder",
                        Funder.class,
                        Funder::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from funder where (:ended or not retired) and "
                                        + TextSearch.holds("code || ' ' || name")
                                        + " order by lower(name), id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    List<FieldProblem> problems(UUID id, FunderContent content) {
        return tools.taken(
                        "select count(*) from funder where lower(code) = lower(:value) and id <> :id",
                        id,
                        content.code())
                ? List.of(new FieldProblem("code", "check.taken", content.code()))
                : List.of();
    }

    @Override
    List<Use> uses(UUID id) {
        return List.of(tools.use("refusal.used.fundings", "select count(*) from funding where funder_id = :id", id));
    }
}
