package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Learners and those who answer for them. A referent corrects how those of their own groups are reached. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class LearnerRecords extends ManagedRecords<Learner, LearnerContent> {

    private final RecordTools tools;
    private final CurrentActor current;

    LearnerRecords(RecordTools tools, CurrentActor current) {
        super(
                new RecordKind<>(
                        "learner",
                        Learner.class,
                        Learner::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from learner where :ended is not null and "
                                        + TextSearch.holds(
                                                "first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' '"
                                                        + " || external_id")
                                        + " order by last_name collate french, first_name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
        this.current = current;
    }

    @Override
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Transactional(readOnly = true)
    public Versioned<LearnerContent> get(UUID id) {
        requireFollowed(id);
        return super.get(id);
    }

    @Override
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Transactional
    public Versioned<LearnerContent> change(UUID id, int version, LearnerContent content) {
        requireFollowed(id);
        if (current.find().filter(actor -> actor.role() == Role.REFERENT).isPresent()) {
            requireContactsAlone(super.get(id).content().fields(), content.fields());
        }
        return super.change(id, version, content);
    }

    /** Nothing is unusual of a learner that a field would not say; a referent may ask too. */
    @Override
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public List<FieldProblem> warnings(UUID id) {
        return List.of();
    }

    /** A quality manager any, a referent those of their own groups. */
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "it only tells, of whoever asks")
    @Transactional(readOnly = true)
    public boolean mayChange(Actor actor, UUID id) {
        return switch (actor.role()) {
            case QUALITY_MANAGER -> true;
            case REFERENT ->
                !tools.missing(
                        tools.sql()
                                .sql("select count(*) from group_membership m join learner_group g on g.id = m.group_id"
                                        + " where m.learner_id = :id and g.referent_id = :referent"),
                        id,
                        actor.personId());
            default -> false;
        };
    }

    /**
     * Refuses who may not change the learner; the system acts in nobody's role.
     *
     * @throws Refusal NOT_YOURS
     */
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "it only tells, of whoever asks")
    @Transactional(readOnly = true)
    public void requireFollowed(UUID id) {
        if (current.find().filter(actor -> !mayChange(actor, id)).isPresent()) {
            throw Refusal.notYours();
        }
    }

    /** Who somebody is, is the quality manager's to say. */
    private static void requireContactsAlone(LearnerFields before, LearnerFields after) {
        if (!before.externalId().equals(after.externalId())
                || !before.firstName().equals(after.firstName())
                || !before.lastName().equals(after.lastName())
                || !Objects.equals(before.birthDate(), after.birthDate())) {
            throw new Refusal(Refusal.Kind.ROLE, "refusal.learner.contactsAlone");
        }
    }

    @Override
    protected List<FieldProblem> problems(UUID id, LearnerContent content) {
        var problems = new ArrayList<FieldProblem>();
        LearnerFields fields = content.fields();
        problems.addAll(tools.taken(
                "externalId",
                tools.sql().sql("select count(*) from learner where lower(external_id) = lower(:value) and id <> :id"),
                id,
                fields.externalId()));
        problems.addAll(tools.taken(
                "email",
                tools.sql().sql("select count(*) from learner where lower(email) = lower(:value) and id <> :id"),
                id,
                fields.email()));
        return problems;
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.learner.enrolments",
                        tools.sql().sql("select count(*) from enrolment where learner_id = :id"),
                        id),
                tools.use(
                        "refusal.used.members",
                        tools.sql().sql("select count(*) from group_membership where learner_id = :id"),
                        id));
    }

    @Override
    protected @Nullable UUID learner(Learner learner) {
        return learner.id();
    }
}
