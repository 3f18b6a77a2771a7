package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applies a list in the job's one transaction: whatever stops it leaves nothing behind, and the job begins again. An
 * import that is no longer waiting was done.
 */
@Component
class RosterJob implements DurableJobHandler<RosterJob.Applying> {

    static final DurableJobType<Applying> TYPE = DurableJobType.of(
                    "training.import",
                    Applying.class,
                    applying -> applying.list().toString())
            .readingEarlier((key, text) -> new Applying(UUID.fromString(key)));

    private final JdbcClient sql;
    private final ListImporter applying;
    private final ListColumnMappings mappings;
    private final ImportLog log;

    RosterJob(JdbcClient sql, ListImporter applying, ListColumnMappings mappings, ImportLog log) {
        this.sql = sql;
        this.applying = applying;
        this.mappings = mappings;
        this.log = log;
    }

    private record Waiting(byte[] content, ImportLog.Reading reading, ImportRequester asker) {}

    /** The list that waits. */
    record Applying(UUID list) {}

    @Override
    public DurableJobType<Applying> type() {
        return TYPE;
    }

    @Override
    public void run(Applying asked) {
        UUID id = asked.list();
        if (!log.hold(id)) {
            throw new IllegalStateException("Import " + id + " is being applied by another job");
        }
        sql.sql("select content, mapping::text as mapping, adds_unknown, requested_by, requested_role from list_import"
                        + " where id = ? and state = 'WAITING'")
                .param(id)
                .query((row, n) -> new Waiting(
                        row.getBytes("content"),
                        new ImportLog.Reading(mappings.map(row.getString("mapping")), row.getBoolean("adds_unknown")),
                        new ImportRequester(row.getString("requested_by"), row.getString("requested_role"))))
                .optional()
                .ifPresent(waiting -> apply(id, waiting));
    }

    private void apply(UUID id, Waiting waiting) {
        try {
            ListSheet sheet = ListSheet.of(waiting.content());
            ListTable table = ListTable.of(
                    sheet, mappings.columns(sheet, waiting.reading().mapping()));
            applying.apply(id, table, waiting.reading().addsUnknown(), waiting.asker(), log.progress(id));
        } catch (Refusal refusal) {
            log.fail(id, Wording.of(refusal));
        }
    }
}
