package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.RepeatedCalls;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.training.Sessions.ExpectedChanged;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interruption, resumption, abandonment, termination, exclusion: dated, never deleted. Referents declare those of their groups. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
public class EnrolmentEvents {

    private final StoredEnrolmentEvents stored;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final RepeatedCalls repeats;
    private final ApplicationEventPublisher events;

    EnrolmentEvents(
            StoredEnrolmentEvents stored,
            CurrentActor current,
            ActorJournal journal,
            RepeatedCalls repeats,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.current = current;
        this.journal = journal;
        this.repeats = repeats;
        this.events = events;
    }

    /** One that was declared. */
    public record Declared(UUID id, NewEnrolmentEvent event, String declaredBy) {}

    /**
     * Published when somebody stops and follows no other course: nobody reminds them any more.
     *
     * @param by who declared it
     */
    public record LearnerStopped(UUID learnerId, LocalDate on, String by) {}

    /**
     * Declares one. A repeat with the same key changes nothing.
     *
     * @throws InvalidContent naming each field to mend
     */
    @Transactional
    public void declare(UUID id, UUID enrolmentId, NewEnrolmentEvent event) {
        StoredEnrolmentEvents.Course course = stored.followed(enrolmentId);
        if (stored.of(enrolmentId).stream().anyMatch(before -> before.id().equals(id))) {
            repeats.requireSame(id, event);
            return;
        }
        stored.check(enrolmentId, event, course);
        Set<UUID> before = stored.expected(enrolmentId, event.on());
        if (!stored.add(id, enrolmentId, event)) {
            return;
        }
        repeats.remember(id, event);
        journal.record(JournalRecord.of(
                        "enrolment." + event.kind().name().toLowerCase(Locale.ROOT),
                        "enrolment",
                        enrolmentId.toString())
                .learner(course.learnerId())
                .after(Map.of("on", event.on().toString(), "reason", event.reason())));
        Set<UUID> changed = new HashSet<>(stored.expected(enrolmentId, event.on()));
        changed.addAll(before);
        if (!changed.isEmpty()) {
            events.publishEvent(new ExpectedChanged(changed));
        }
        if (event.kind().stops() && !stored.goesOnElsewhere(course.learnerId(), enrolmentId, event.on())) {
            events.publishEvent(new LearnerStopped(course.learnerId(), event.on(), current.nameOrSystem()));
        }
    }

    /** In the order of their days. */
    @Transactional(readOnly = true)
    public List<Declared> of(UUID enrolmentId) {
        stored.followed(enrolmentId);
        return stored.of(enrolmentId);
    }
}
