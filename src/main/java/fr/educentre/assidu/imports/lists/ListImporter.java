package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.RosterImport.Report;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a list with what is known and, in the caller's transaction, writes the difference: all of it or nothing. */
@Component
class ListImporter {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Learners learners;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Journal journal;
    private final ImportLog log;
    private final Texts texts;
    private final Clock clock;

    ListImporter(
            JdbcClient sql,
            CentreSetup setup,
            Learners learners,
            Enrolments enrolments,
            Sessions sessions,
            Journal journal,
            ImportLog log,
            Texts texts,
            Clock clock) {
        this.sql = sql;
        this.setup = setup;
        this.learners = learners;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.journal = journal;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** What would be done. */
    Report look(ListTable table, ImportRequester asker) {
        var outcome = new ListOutcome(table, texts, asker.language(), ImportProgressListener.NONE);
        return outcome.report(read(table, outcome), false, null);
    }

    Report apply(UUID id, ListTable table, ImportRequester asker, ImportProgressListener progress) {
        var outcome = new ListOutcome(table, texts, asker.language(), progress);
        String kind = read(table, outcome);
        Report report = outcome.report(kind, !outcome.rejects(), id);
        if (report.applied() && report.created() + report.updated() > 0) {
            log.keepChanges(id);
            outcome.write();
            log.stopKeeping();
            journal.record(JournalRecord.of("roster.imported", "roster", kind)
                    .by(asker.name(), asker.role())
                    .after(Map.of("created", report.created(), "updated", report.updated(), "import", id.toString())));
        }
        log.finish(
                id,
                kind,
                report.applied() ? State.APPLIED : State.REJECTED,
                new int[] {report.created(), report.updated(), report.unchanged()},
                report.rejected());
        return report;
    }

    /** @throws Refusal INVALID when the titles are not those of a list, or one that it needs is missing */
    static String kind(ListTable table) {
        String kind = table.kind();
        if (kind == null) {
            throw Refusal.invalid("refusal.roster.header");
        }
        switch (kind) {
            case "sessions" ->
                require(table, ListColumn.EXTERNAL_ID, ListColumn.TITLE, ListColumn.GROUP, ListColumn.TRAINER_EMAIL);
            case "learners" -> require(table, ListColumn.EXTERNAL_ID);
            default ->
                require(table, ListColumn.EXTERNAL_ID, ListColumn.SITE, ListColumn.STARTS_ON, ListColumn.ENDS_ON);
        }
        return kind;
    }

    private String read(ListTable table, ListOutcome outcome) {
        String kind = kind(table);
        var known = new ReferenceData(sql);
        switch (kind) {
            case "sessions" -> new SessionLines(sql, setup, sessions, known, outcome).read(table);
            case "learners" -> {
                LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
                new LearnerLines(sql, setup, learners, enrolments, known, outcome, today).read(table);
            }
            default -> new GroupLines(sql, setup, known, outcome).read(table);
        }
        return kind;
    }

    private static void require(ListTable table, ListColumn... columns) {
        for (ListColumn column : columns) {
            if (!table.has(column)) {
                throw Refusal.invalid("refusal.roster.column", table.title(column));
            }
        }
    }
}
