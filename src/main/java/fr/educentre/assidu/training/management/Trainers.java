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

/** Those who teach. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class Trainers extends ManagedRecords<Trainer, TrainerContent> {

    private final RecordTools tools;

    Trainers(RecordTools tools) {
        super(
                new RecordKind<>(
                        "trainer",
                        Trainer.class,
                        Trainer::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from trainer where (:ended or not retired) and "
                                        + TextSearch.holds(
                                                "first_name || ' ' || last_name || ' ' || email || ' ' || external_id")
                                        + " order by last_name collate french, first_name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, TrainerContent content) {
        return tools.taken(
                "externalId",
                tools.sql().sql("select count(*) from trainer where lower(external_id) = lower(:value) and id <> :id"),
                id,
                content.externalId());
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(tools.use(
                "refusal.used.sessions",
                tools.sql()
                        .sql("select count(*) from training_session where trainer_id = :id or actual_trainer_id = :id"),
                id));
    }
}
