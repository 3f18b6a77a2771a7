package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.management.EnrolmentEvents.Declared;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events of enrolments as they are stored, who may declare them, and at which sessions they leave somebody expected. */
@Component
class StoredEnrolmentEvents {

    private static final String GOES_ON = NewEnrolmentEvent.Kind.RESUMPTION.name();

    private final JdbcClient sql;
    private final ContentChecks checks;
    private final CurrentActor current;
    private final Clock clock;

    StoredEnrolmentEvents(JdbcClient sql, ContentChecks checks, CurrentActor current, Clock clock) {
        this.sql = sql;
        this.checks = checks;
        this.current = current;
        this.clock = clock;
    }

    /** Whose enrolment it is, and over which days. */
    record Course(
            UUID learnerId,
            LocalDate startsOn,
            LocalDate endsOn,
            UUID siteId,
            @Nullable UUID referentId) {}

    /** The course of an enrolment that the caller follows. @throws Refusal NOT_FOUND, NOT_YOURS */
    Course followed(UUID enrolmentId) {
        Course course = sql.sql("select e.learner_id, e.starts_on, e.ends_on, g.site_id, g.referent_id from enrolment e"
                        + " join learner_group g on g.id = e.group_id where e.id = :id")
                .param("id", enrolmentId)
                .query((row, n) -> new Course(
                        Columns.uuid(row, "learner_id"),
                        Columns.day(row, "starts_on"),
                        Columns.day(row, "ends_on"),
                        Columns.uuid(row, "site_id"),
                        Columns.maybeUuid(row, "referent_id")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("enrolment"));
        Actor actor = current.find().orElse(null);
        if (actor != null
                && actor.role() == Role.REFERENT
                && (course.referentId() == null || !course.referentId().equals(actor.personId()))) {
            throw Refusal.notYours();
        }
        return course;
    }

    /** @throws InvalidContent naming each field to mend */
    void check(UUID enrolmentId, NewEnrolmentEvent event, Course course) {
        var problems = new ArrayList<>(checks.problems(event));
        if (problems.isEmpty()) {
            if (event.on().isBefore(course.startsOn()) || event.on().isAfter(course.endsOn())) {
                problems.add(new FieldProblem("on", "check.event.outside"));
            }
            LocalDate last = event.lastPresence();
            if (last != null && last.isAfter(event.on())) {
                problems.add(new FieldProblem("lastPresence", "check.event.lastPresence"));
            }
            order(enrolmentId, event).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }

    /** What has not stopped does not resume. */
    private Optional<FieldProblem> order(UUID enrolmentId, NewEnrolmentEvent event) {
        boolean goesOn = goesOn(enrolmentId, event.on());
        boolean resumes = event.kind() == NewEnrolmentEvent.Kind.RESUMPTION;
        return goesOn == resumes
                ? Optional.of(
                        new FieldProblem("kind", resumes ? "check.event.notStopped" : "check.event.stoppedAlready"))
                : Optional.empty();
    }

    /** Whether somebody follows it on a day, as far as events tell. */
    boolean goesOn(UUID enrolmentId, LocalDate on) {
        return sql.sql("select kind from enrolment_event where enrolment_id = :id and occurs_on <= :on"
                        + " order by occurs_on desc, declared_at desc limit 1")
                .param("id", enrolmentId)
                .param("on", on)
                .query(String.class)
                .optional()
                .orElse(GOES_ON)
                .equals(GOES_ON);
    }

    /** Whether the learner follows another course on that day. */
    boolean goesOnElsewhere(UUID learnerId, UUID enrolmentId, LocalDate on) {
        return sql
                .sql("select id from enrolment where learner_id = :learner and id <> :id and starts_on <= :on"
                        + " and ends_on >= :on")
                .param("learner", learnerId)
                .param("id", enrolmentId)
                .param("on", on)
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(other -> goesOn(other, on));
    }

    /** Whether it was not there already. */
    boolean add(UUID id, UUID enrolmentId, NewEnrolmentEvent event) {
        return sql.sql("""
                insert into enrolment_event (id, enrolment_id, kind, occurs_on, last_present_on, reason, declared_at, declared_by)
                values (:id, :enrolment, :kind, :on, :last, :reason, :at, :by) on conflict (id) do nothing
                """)
                        .param("id", id)
                        .param("enrolment", enrolmentId)
                        .param("kind", event.kind().name())
                        .param("on", event.on())
                        .param("last", event.lastPresence())
                        .param("reason", event.reason())
                        .param("at", Arguments.utc(clock.instant()))
                        .param("by", current.nameOrSystem())
                        .update()
                > 0;
    }

    /** In the order of their days. */
    List<Declared> of(UUID enrolmentId) {
        return sql.sql("select * from enrolment_event where enrolment_id = :id order by occurs_on, declared_at")
                .param("id", enrolmentId)
                .query((row, n) -> new Declared(
                        Columns.uuid(row, "id"),
                        new NewEnrolmentEvent(
                                NewEnrolmentEvent.Kind.valueOf(row.getString("kind")),
                                Columns.day(row, "occurs_on"),
                                Columns.maybeDay(row, "last_present_on"),
                                Columns.text(row, "reason")),
                        Columns.text(row, "declared_by")))
                .list();
    }

    /** Sessions from a day on at which the learner is expected for this enrolment. */
    Set<UUID> expected(UUID enrolmentId, LocalDate from) {
        return new HashSet<>(
                sql.sql("select x.session_id from session_expected x join training_session s on s.id = x.session_id"
                                + " where x.enrolment_id = :id and s.planned_on >= :from")
                        .param("id", enrolmentId)
                        .param("from", from)
                        .query(UUID.class)
                        .list());
    }
}
