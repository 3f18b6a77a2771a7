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
import java.time.ZoneId;
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

    SessionRecords(RecordTools tools, SessionChecks checks) {
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
    }

    @Override
    @Transactional
    public Versioned<SessionContent> change(UUID id, int version, SessionContent content) {
        requirePlanned(id);
        return super.change(id, version, content);
    }

    /** What overlaps or lies outside of the group's days: a person may want it all the same. */
    @Override
    @Transactional(readOnly = true)
    public List<FieldProblem> warnings(UUID id) {
        TrainingSession session = session(id);
        return checks.warnings(id, get(id).content(), session.zone());
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

    private TrainingSession session(UUID id) {
        TrainingSession session = tools.entities().find(TrainingSession.class, id);
        if (session == null) {
            throw Refusal.notFound("session");
        }
        return session;
    }
}
