package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Sessions.ExpectedChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interruption, resumption, abandonment, termination, exclusion: dated, never deleted. Referents declare those of their groups. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
public class EnrolmentEvents {

    private final JdbcClient sql;
    private final ContentChecks checks;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EnrolmentEvents(
            JdbcClient sql,
            ContentChecks checks,
            CurrentActor current,
            ActorJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.checks = checks;
        this.current = current;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** One that was declared. */
    public record Declared(UUID id, NewEnrolmentEvent event, String declaredBy) {}

    /**
     * Declares one. A repeat with the same key changes nothing.
     *
     * @throws InvalidContent naming each field to mend
     */
    @Transactional
    public void declare(UUID id, UUID enrolmentId, NewEnrolmentEvent event) {
        Course course = course(enrolmentId);
        requireFollowed(course);
        check(enrolmentId, event, course);
        Set<UUID> before = expected(enrolmentId, event.on());
        int added = sql.sql("""
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
                .update();
        if (added == 0) {
            return;
        }
        journal.record(JournalRecord.of(
                        "enrolment." + event.kind().name().toLowerCase(Locale.ROOT),
                        "enrolment",
                        enrolmentId.toString())
                .learner(course.learnerId())
                .after(Map.of("on", event.on().toString(), "reason", event.reason())));
        Set<UUID> changed = new HashSet<>(expected(enrolmentId, event.on()));
        changed.addAll(before);
        if (!changed.isEmpty()) {
            events.publishEvent(new ExpectedChanged(changed));
        }
    }

    /** In the order of their days. */
    @Transactional(readOnly = true)
    public List<Declared> of(UUID enrolmentId) {
        requireFollowed(course(enrolmentId));
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
    private Set<UUID> expected(UUID enrolmentId, LocalDate from) {
        return new HashSet<>(
                sql.sql("select x.session_id from session_expected x join training_session s on s.id = x.session_id"
                                + " where x.enrolment_id = :id and s.planned_on >= :from")
                        .param("id", enrolmentId)
                        .param("from", from)
                        .query(UUID.class)
                        .list());
    }

    private void check(UUID enrolmentId, NewEnrolmentEvent event, Course course) {
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
        String before = sql.sql("select kind from enrolment_event where enrolment_id = :id and occurs_on <= :on"
                        + " order by occurs_on desc, declared_at desc limit 1")
                .param("id", enrolmentId)
                .param("on", event.on())
                .query(String.class)
                .optional()
                .orElse(NewEnrolmentEvent.Kind.RESUMPTION.name());
        boolean goesOn = before.equals(NewEnrolmentEvent.Kind.RESUMPTION.name());
        boolean resumes = event.kind() == NewEnrolmentEvent.Kind.RESUMPTION;
        return goesOn == resumes
                ? Optional.of(
                        new FieldProblem("kind", resumes ? "check.event.notStopped" : "check.event.stoppedAlready"))
                : Optional.empty();
    }

    private void requireFollowed(Course course) {
        Actor actor = current.find().orElse(null);
        if (actor != null
                && actor.role() == Role.REFERENT
                && (course.referentId() == null || !course.referentId().equals(actor.personId()))) {
            throw Refusal.notYours();
        }
    }

    private Course course(UUID enrolmentId) {
        return sql.sql("select e.learner_id, e.starts_on, e.ends_on, g.referent_id from enrolment e"
                        + " join learner_group g on g.id = e.group_id where e.id = :id")
                .param("id", enrolmentId)
                .query((row, n) -> new Course(
                        Columns.uuid(row, "learner_id"),
                        Columns.day(row, "starts_on"),
                        Columns.day(row, "ends_on"),
                        Columns.maybeUuid(row, "referent_id")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("enrolment"));
    }

    private record Course(
            UUID learnerId,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable UUID referentId) {}
}
