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

/** The places where people are taught. */
@Service
@AllowedRoles(Role.ADMIN)
public class Sites extends ManagedRecords<Site, SiteContent> {

    private final RecordTools tools;

    Sites(RecordTools tools) {
        super(
                new RecordKind<>(
                        "site",
                        Site.class,
                        Site::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from site where (:ended or not retired) and "
                                        + TextSearch.holds("code || ' ' || name || ' ' || city")
                                        + " order by name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, SiteContent content) {
        return tools.taken(
                "code",
                tools.sql().sql("select count(*) from site where lower(code) = lower(:value) and id <> :id"),
                id,
                content.fields().code());
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.groups",
                        tools.sql().sql("select count(*) from learner_group where site_id = :id"),
                        id),
                tools.use(
                        "refusal.used.sessions",
                        tools.sql().sql("select count(*) from training_session where site_id = :id"),
                        id));
    }
}
