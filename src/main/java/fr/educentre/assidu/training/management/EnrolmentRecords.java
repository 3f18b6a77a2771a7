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
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enrolments with their fundings. Who is enrolled in a group is a member of it, from the first day on. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class EnrolmentRecords extends ManagedRecords<Enrolment, EnrolmentContent> {

    private final RecordTools tools;
    private final EnrolmentChecks checks;
    private final GroupMembers members;

    EnrolmentRecords(RecordTools tools, EnrolmentChecks checks, GroupMembers members) {
        super(
                new RecordKind<>(
                        "enrolment",
                        Enrolment.class,
                        Enrolment::new,
                        sql -> sql.sql("select e.id, count(*) over () as total from enrolment e"
                                + " join learner l on l.id = e.learner_id where (:ended or e.ends_on >= cast(:now as timestamptz)::date) and "
                                + TextSearch.holds("e.number || ' ' || l.first_name || ' ' || l.last_name")
                                + " order by l.last_name collate french, l.first_name collate french, e.starts_on desc, e.id"
                                + " limit :size offset :skipped")),
                tools);
        this.tools = tools;
        this.checks = checks;
        this.members = members;
    }

    @Override
    @Transactional
    public Versioned<EnrolmentContent> add(UUID id, EnrolmentContent content) {
        Versioned<EnrolmentContent> added = super.add(id, content);
        members.belongs(added.content());
        return added;
    }

    @Override
    @Transactional
    public Versioned<EnrolmentContent> change(UUID id, int version, EnrolmentContent content) {
        EnrolmentContent before = get(id).content();
        if (!before.course().learnerId().equals(content.course().learnerId())) {
            throw new InvalidContent("learnerId", "check.enrolment.learner");
        }
        Versioned<EnrolmentContent> changed = super.change(id, version, content);
        members.moves(before, changed.content());
        return changed;
    }

    @Override
    protected List<FieldProblem> problems(UUID id, EnrolmentContent content) {
        var problems = new ArrayList<>(checks.problems(content));
        problems.addAll(tools.taken(
                "number",
                tools.sql().sql("select count(*) from enrolment where lower(number) = lower(:value) and id <> :id"),
                id,
                content.agreed().number()));
        return problems;
    }

    /** The same learner may follow the same course twice, one after the other; at once it is most often a slip. */
    @Override
    @Transactional(readOnly = true)
    public List<FieldProblem> warnings(UUID id) {
        return tools.sql()
                .sql("select other.number from enrolment one join enrolment other on other.learner_id = one.learner_id"
                        + " and other.programme_id = one.programme_id and other.id <> one.id"
                        + " and other.starts_on <= one.ends_on and other.ends_on >= one.starts_on"
                        + " where one.id = :id order by other.number")
                .param("id", id)
                .query((row, n) ->
                        new FieldProblem("learnerId", "warning.enrolment.twice", Columns.text(row, "number")))
                .list();
    }

    /** A new one that has no number takes the next of its year. */
    @Override
    protected EnrolmentContent completed(EnrolmentContent content) {
        if (!content.agreed().number().isEmpty()) {
            return content;
        }
        return new EnrolmentContent(
                content.course(),
                content.employment(),
                content.agreed()
                        .numbered(checks.nextNumber(content.agreed().days().startsOn())),
                content.convention(),
                content.contract(),
                content.accommodations(),
                content.fundings());
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.events",
                        tools.sql().sql("select count(*) from enrolment_event where enrolment_id = :id"),
                        id),
                tools.use(
                        "refusal.used.enrolment.sessions",
                        tools.sql().sql("select count(*) from session_expected where enrolment_id = :id"),
                        id));
    }

    @Override
    protected Set<String> discreet() {
        return Set.of("accommodations");
    }

    @Override
    protected @Nullable UUID learner(Enrolment enrolment) {
        return enrolment.content().course().learnerId();
    }
}
