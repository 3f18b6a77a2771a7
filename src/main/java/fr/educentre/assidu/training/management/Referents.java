package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.TextSearch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Those who follow groups of learners. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class Referents extends ManagedRecords<Referent, ReferentContent> {

    private final RecordTools tools;

    Referents(RecordTools tools) {
        super(
                new RecordKind<>(
                        "referent",
                        Referent.class,
                        Referent::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from referent where (:ended or not retired) and "
                                        + TextSearch.holds("first_name || ' ' || last_name || ' ' || email")
                                        + " order by last_name collate french, first_name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(tools.use(
                "refusal.used.groups",
                tools.sql().sql("select count(*) from learner_group where referent_id = :id"),
                id));
    }
}
