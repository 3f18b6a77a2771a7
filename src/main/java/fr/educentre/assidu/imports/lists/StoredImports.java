package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.ImportInfo.Source;
import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional(readOnly = true, noRollbackFor = Refusal.class)
@AllowedRoles(Role.QUALITY_MANAGER)
class StoredImports implements Imports {

    private static final TypeReference<List<RejectedLine>> REJECTED = new TypeReference<>() {};
    private static final String SELECT = """
            select id, source, kind, file_name, encode(sha256, 'hex') as sha, state, requested_by, requested_at, finished_at,
                   done_lines, total_lines, created, updated, unchanged, rejected::text as rejected, problem, undone_at,
                   undone_by
              from list_import
            """;

    private final JdbcClient sql;
    private final ImportUndo undo;
    private final ActorJournal journal;
    private final CurrentActor current;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Texts texts;

    StoredImports(
            JdbcClient sql, ImportUndo undo, ActorJournal journal, CurrentActor current, Clock clock, Texts texts) {
        this.texts = texts;
        this.sql = sql;
        this.undo = undo;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public PageOf<ImportInfo> list(int page, int size) {
        long total =
                sql.sql("select count(*) from list_import").query(Long.class).single();
        return new PageOf<>(
                sql.sql(SELECT + "order by id desc limit ? offset ?")
                        .params(size, (long) page * size)
                        .query(this::read)
                        .list(),
                page,
                size,
                total);
    }

    @Override
    public ImportInfo get(UUID id) {
        return sql.sql(SELECT + "where id = ?")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("import"));
    }

    @Override
    @Transactional
    public ImportInfo undo(UUID id) {
        // Two who take it back at once: the second waits, then finds it undone.
        sql.sql("select 1 from list_import where id = ? for update")
                .param(id)
                .query((row, n) -> n)
                .list();
        ImportInfo before = get(id);
        if (!before.undoable()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    before.state() == State.UNDONE ? "refusal.import.undone" : "refusal.import.nothing");
        }
        undo.undo(id);
        sql.sql("update list_import set state = 'UNDONE', undone_at = ?, undone_by = ? where id = ?")
                .params(Arguments.utc(clock.instant()), current.nameOrSystem(), id)
                .update();
        journal.record(JournalRecord.of("roster.undone", "import", id.toString())
                .before(Map.of(
                        "created",
                        before.result().created(),
                        "updated",
                        before.result().updated())));
        return get(id);
    }

    private ImportInfo read(ResultSet row, int number) throws SQLException {
        return new ImportInfo(
                row.getObject("id", UUID.class),
                new ImportInfo.SourceFile(
                        Source.valueOf(row.getString("source")),
                        row.getString("kind"),
                        row.getString("file_name"),
                        row.getString("sha")),
                State.valueOf(row.getString("state")),
                new ImportInfo.ImportRequest(
                        row.getString("requested_by"),
                        Columns.instant(row, "requested_at"),
                        Columns.maybeInstant(row, "finished_at")),
                new ImportInfo.LineProgress(row.getInt("done_lines"), row.getInt("total_lines")),
                new ImportInfo.ImportResult(
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        json.readValue(row.getString("rejected"), REJECTED).stream()
                                .map(RejectedLine::rejected)
                                .toList(),
                        shown(row.getString("problem"))),
                new ImportInfo.Undo(Columns.maybeInstant(row, "undone_at"), row.getString("undone_by")));
    }

    private @Nullable String shown(@Nullable String problem) {
        return problem == null ? null : Wording.shown(problem, texts);
    }
}
