package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.imports.RosterImport.Rejected;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true, noRollbackFor = Refusal.class)
@AllowedRoles(Role.QUALITY_MANAGER)
class AnnouncedSessions implements Timetables {

    private final JdbcClient sql;
    private final AnnouncedSessionPlanner announcing;
    private final VanishedSessions removals;
    private final ImportLog log;
    private final ActorJournal journal;
    private final CurrentActor current;

    AnnouncedSessions(
            JdbcClient sql,
            AnnouncedSessionPlanner announcing,
            VanishedSessions removals,
            ImportLog log,
            ActorJournal journal,
            CurrentActor current) {
        this.sql = sql;
        this.announcing = announcing;
        this.removals = removals;
        this.log = log;
        this.journal = journal;
        this.current = current;
    }

    @Override
    public List<Trainer> trainers() {
        return sql.sql("select id, first_name || ' ' || last_name as name, email from training_v_trainer"
                        + " order by last_name collate french, first_name collate french, id")
                .query((row, n) ->
                        new Trainer(row.getObject("id", UUID.class), row.getString("name"), row.getString("email")))
                .list();
    }

    @Override
    public Place site(UUID siteId) {
        return sql.sql("select id, name, zone from training_v_site where id = ?")
                .param(siteId)
                .query((row, n) -> new Place(
                        row.getObject("id", UUID.class), row.getString("name"), ZoneId.of(row.getString("zone"))))
                .optional()
                .orElseThrow(() -> Refusal.notFound("site"));
    }

    @Override
    @Transactional
    public Outcome apply(Announcement told, boolean dryRun) {
        var plan = announcing.plan(told);
        Set<UUID> joined = plan.joined();
        List<UUID> missing = removals.missing(told).stream()
                .filter(id -> !joined.contains(id))
                .toList();
        boolean changes = plan.changes() > 0 || !missing.isEmpty() || removals.reappearing(told);
        UUID id = null;
        if (!dryRun && changes) {
            id = write(told, plan, missing);
        }
        return new Outcome(
                plan.count(Change.CREATED, false),
                plan.count(Change.UPDATED, false),
                plan.count(Change.UPDATED, true),
                plan.count(Change.UNCHANGED, false),
                missing.size(),
                plan.results(),
                plan.problems(),
                id);
    }

    private UUID write(Announcement told, AnnouncedSessionPlanner.Plan plan, List<UUID> missing) {
        UUID id = log.open(
                new ImportLog.Asked(
                        told.source(),
                        told.feedId(),
                        told.fileName(),
                        told.content(),
                        new ImportLog.Reading(Map.of(), false),
                        told.sessions().size(),
                        false),
                new ImportRequester(current.nameOrSystem(), role()));
        log.keepChanges(id);
        announcing.write(plan, told);
        removals.notice(told, missing);
        log.stopKeeping();
        int created = plan.count(Change.CREATED, false);
        int updated = plan.count(Change.UPDATED, false) + plan.count(Change.UPDATED, true) + missing.size();
        log.finish(
                id,
                "sessions",
                State.APPLIED,
                new int[] {created, updated, plan.count(Change.UNCHANGED, false)},
                plan.problems().stream()
                        .map(one -> new Rejected(one.line(), one.subject(), one.text()))
                        .toList());
        tell(
                "calendar.imported",
                "group",
                told.groupId(),
                Map.of("created", created, "updated", updated, "import", id));
        return id;
    }

    @Override
    public List<Removal> removals() {
        return removals.open(null);
    }

    @Override
    public Optional<Removal> removal(UUID id) {
        return removals.open(id).stream().findFirst();
    }

    @Override
    @Transactional
    public void decide(UUID removalId, boolean cancel) {
        Removal removal = removal(removalId).orElseThrow(() -> Refusal.notFound("removal"));
        if (cancel) {
            announcing.cancel(removal.session().id());
        }
        removals.decided(removalId, cancel, current.nameOrSystem());
        tell(
                cancel ? "session.cancelled" : "session.kept",
                "session",
                removal.session().id(),
                Map.of("why", "calendar", "feed", removal.feedId()));
    }

    private void tell(String action, String kind, UUID subject, Map<String, ?> after) {
        journal.record(JournalRecord.of(action, kind, subject.toString()).after(after));
    }

    private @Nullable String role() {
        return current.find().map(actor -> actor.role().name()).orElse(null);
    }
}
