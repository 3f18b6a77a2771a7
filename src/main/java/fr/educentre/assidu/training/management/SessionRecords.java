package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions as they are planned. One that was closed or is not held is not planned again here. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class SessionRecords extends ManagedRecords<TrainingSession, SessionContent> {

    private final RecordTools tools;
    private final SessionChecks checks;
    private final WorkingCalendars calendars;

    SessionRecords(RecordTools tools, SessionChecks checks, WorkingCalendars calendars) {
        super(
                new RecordKind<>(
                        "session",
                        TrainingSession.class,
                        TrainingSession::new,
                        sql -> sql.sql("select s.id, count(*) over () as total from training_session s"
                                + " join learner_group g on g.id = s.group_id"
                                + " where (:ended or (s.ends_at >= :now and s.stored_state = 'PLANNED')) and "
                                + TextSearch.holds("s.title || ' ' || g.name || ' ' || coalesce(s.room, '')")
                                + " order by s.starts_at, s.id limit :size offset :skipped")),
                tools);
        this.tools = tools;
        this.checks = checks;
        this.calendars = calendars;
    }

    @Override
    @Transactional
    public Versioned<SessionContent> change(UUID id, int version, SessionContent content) {
        requirePlanned(id);
        return super.change(id, version, content);
    }

    /** Without what was decided of who was there: that is attendance. */
    @Override
    @Transactional(readOnly = true)
    public List<Change> history(UUID id) {
        return super.history(id).stream()
                .filter(change -> change.action().startsWith("session."))
                .toList();
    }

    /** What overlaps or lies outside of the group's days: a person may want it all the same. */
    @Override
    @Transactional(readOnly = true)
    public List<FieldProblem> warnings(UUID id) {
        TrainingSession session = session(id);
        SessionContent content = session.content();
        SessionContent given = content.by(session.givenBy(), content.course().coTrainerIds());
        return withHoliday(checks.warnings(id, given, session.zone()), given);
    }

    /**
     * The same of what is not saved yet.
     *
     * @param id of the session that is to be so, or any key for a new one
     * @throws InvalidContent where it could not be saved
     */
    @Transactional(readOnly = true)
    public List<FieldProblem> warnings(UUID id, SessionContent content) {
        var problems = new ArrayList<>(tools.checks().problems(content));
        problems.addAll(problems.isEmpty() ? problems(id, content) : List.of());
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        return withHoliday(checks.warnings(id, content, zone(content)), content);
    }

    private List<FieldProblem> withHoliday(List<FieldProblem> warnings, SessionContent content) {
        WorkingDays days = calendars.of(checks.site(content).orElseThrow());
        LocalDate day = SiteTime.read(content.startsAt(), days.zone())
                .orElseThrow()
                .atZone(days.zone())
                .toLocalDate();
        List<FieldProblem> all = new ArrayList<>(warnings);
        if (days.holidays().on(day)) {
            all.add(new FieldProblem("startsAt", "warning.session.holiday"));
        }
        return all;
    }

    private ZoneId zone(SessionContent content) {
        Site site = tools.entities().find(Site.class, checks.site(content).orElseThrow());
        return ZoneId.of(site.content().fields().zone());
    }

    /**
     * The same session at another moment, as long as before, its breaks with it.
     *
     * @param startsAt as calls write it
     * @throws InvalidContent where that is no moment at its site
     */
    @Transactional(readOnly = true)
    public SessionContent moved(UUID id, String startsAt) {
        TrainingSession session = session(id);
        return SiteTime.read(startsAt, session.zone())
                .map(session::movedTo)
                .orElseThrow(() -> new InvalidContent("startsAt", "check.moment"));
    }

    @Override
    protected List<FieldProblem> problems(UUID id, SessionContent content) {
        Site site = checks.site(content)
                .map(key -> tools.entities().find(Site.class, key))
                .orElse(null);
        return site == null
                ? List.of(new FieldProblem(content.course().siteId() == null ? "groupId" : "siteId", "check.unknown"))
                : checks.problems(content, ZoneId.of(site.content().fields().zone()));
    }

    @Override
    protected void prepare(TrainingSession session, SessionContent content) {
        session.heldAt(tools.entities().find(Site.class, checks.site(content).orElseThrow()));
    }

    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.session",
                        tools.sql()
                                .sql(
                                        "select count(*) from training_session where id = :id and (stored_state <> 'PLANNED'"
                                                + " or starts_at <= :now or opened_at is not null)")
                                .param("now", Arguments.utc(tools.clock().instant())),
                        id),
                tools.use(
                        "refusal.used.session",
                        tools.sql().sql("select count(*) from session_participant where session_id = :id"),
                        id));
    }

    /** By whose clock sessions of a site are planned. */
    ZoneId zone(UUID siteId) {
        Site site = tools.entities().find(Site.class, siteId);
        if (site == null) {
            throw new InvalidContent("siteId", "check.unknown");
        }
        return ZoneId.of(site.content().fields().zone());
    }

    TrainingSession requirePlanned(UUID id) {
        TrainingSession session = session(id);
        if (!session.isPlanned()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.notPlanned");
        }
        return session;
    }

    TrainingSession session(UUID id) {
        TrainingSession session = tools.entities().find(TrainingSession.class, id);
        if (session == null) {
            throw Refusal.notFound("session");
        }
        return session;
    }
}
