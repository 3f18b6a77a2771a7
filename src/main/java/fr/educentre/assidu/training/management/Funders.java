package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.FieldProblem;
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
                                        + " order by name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, FunderContent content) {
        return tools.taken(
                "code",
                tools.sql().sql("select count(*) from funder where lower(code) = lower(:value) and id <> :id"),
                id,
                content.code());
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(tools.use(
                "refusal.used.fundings", tools.sql().sql("select count(*) from funding where funder_id = :id"), id));
    }
}
