package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls, meetings and visits, as they were logged (Qualiopi, indicator 12: the listing of calls and the diary of meetings). A
 * referent logs those with the learners of their own groups. What was noted is for who follows learners.
 */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
public class LearnerContacts {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final LearnerRecords learners;
    private final ContentChecks checks;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final Clock clock;

    LearnerContacts(
            JdbcClient sql,
            LearnerRecords learners,
            ContentChecks checks,
            CurrentActor current,
            ActorJournal journal,
            Clock clock) {
        this.sql = sql;
        this.learners = learners;
        this.checks = checks;
        this.current = current;
        this.journal = journal;
        this.clock = clock;
    }

    /** One that was logged. */
    public record Logged(
            UUID id, UUID learnerId, @JsonUnwrapped NewContact contact, String by) {}

    /**
     * Logs one. A repeat with the same key changes nothing.
     *
     * @throws InvalidContent naming each field to mend
     * @throws Refusal NOT_FOUND, NOT_YOURS for a referent of other groups
     */
    @Transactional
    public Logged log(UUID id, UUID learnerId, NewContact contact) {
        requireFollowed(learnerId);
        ZoneId zone = zone(learnerId);
        Instant at = check(contact, zone);
        int added = sql.sql("""
                insert into learner_contact (id, learner_id, at, kind, outcome, note, next_on, made_by, made_at)
                values (:id, :learner, :at, :kind, :outcome, :note, :next, :by, :now) on conflict (id) do nothing
                """)
                .param("id", id)
                .param("learner", learnerId)
                .param("at", Arguments.utc(at))
                .param("kind", contact.kind().name())
                .param("outcome", contact.outcome())
                .param("note", Blank.toNull(contact.note()))
                .param("next", contact.next())
                .param("by", current.nameOrSystem())
                .param("now", Arguments.utc(clock.instant()))
                .update();
        if (added > 0) {
            // The note stays where it is read by few; the journal is read by auditors.
            journal.record(JournalRecord.of("learner.contacted", "learner", learnerId.toString())
                    .learner(learnerId)
                    .after(Map.of("kind", contact.kind().name(), "at", at.toString())));
        }
        return of(learnerId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("contact"));
    }

    /** The latest first; without what was noted for who does not follow learners. */
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR})
    @Transactional(readOnly = true)
    public List<Logged> of(UUID learnerId) {
        ZoneId zone = zone(learnerId);
        boolean notes = current.find().filter(LearnerContacts::readsNotes).isPresent();
        return sql.sql("select id, at, kind, outcome, note, next_on, made_by from learner_contact"
                        + " where learner_id = :id order by at desc, id")
                .param("id", learnerId)
                .query((row, n) -> new Logged(
                        Columns.uuid(row, "id"),
                        learnerId,
                        new NewContact(
                                SiteTime.write(Columns.instant(row, "at"), zone),
                                NewContact.Kind.valueOf(Columns.text(row, "kind")),
                                Columns.text(row, "outcome"),
                                notes ? row.getString("note") : null,
                                Columns.maybeDay(row, "next_on")),
                        Columns.text(row, "made_by")))
                .list();
    }

    /** Who follows learners; an auditor sees that there was a contact, and what came of it. */
    public static boolean readsNotes(Actor reader) {
        return reader.is(Role.QUALITY_MANAGER, Role.REFERENT);
    }

    private Instant check(NewContact contact, ZoneId zone) {
        var problems = new ArrayList<>(checks.problems(contact));
        Optional<Instant> at = contact.at().isEmpty() ? Optional.empty() : SiteTime.read(contact.at(), zone);
        if (at.isEmpty() && !contact.at().isEmpty()) {
            problems.add(new FieldProblem("at", "check.moment"));
        }
        if (at.filter(moment -> moment.isAfter(clock.instant().plus(AHEAD))).isPresent()) {
            problems.add(new FieldProblem("at", "check.contact.ahead"));
        }
        LocalDate next = contact.next();
        if (next != null && next.isBefore(LocalDate.ofInstant(at.orElse(Instant.EPOCH), zone))) {
            problems.add(new FieldProblem("next", "check.contact.next"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        return at.orElseThrow();
    }

    private void requireFollowed(UUID learnerId) {
        boolean known = sql.sql("select exists (select 1 from learner where id = ?)")
                .param(learnerId)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw Refusal.notFound("learner");
        }
        learners.requireFollowed(learnerId);
    }

    private ZoneId zone(UUID learnerId) {
        return sql.sql("select s.zone from group_membership m join learner_group g on g.id = m.group_id"
                        + " join site s on s.id = g.site_id where m.learner_id = ? order by m.from_on desc limit 1")
                .param(learnerId)
                .query(String.class)
                .optional()
                .map(ZoneId::of)
                .orElse(CENTRE);
    }
}
