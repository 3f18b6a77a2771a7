package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.RosterImport.Report;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.PrintedLetters;
import fr.educentre.assidu.training.CentreSetup;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Compares a list with what is known and, in the caller's transaction, writes the difference: all of it or nothing. */
@Component
class ListImporter {

    private final ListReader reader;
    private final Journal journal;
    private final ImportLog log;
    private final CentreSetup setup;
    private final PrintedLetters letters;
    private final Clock clock;

    ListImporter(
            ListReader reader, Journal journal, ImportLog log, CentreSetup setup, PrintedLetters letters, Clock clock) {
        this.clock = clock;
        this.setup = setup;
        this.letters = letters;
        this.reader = reader;
        this.journal = journal;
        this.log = log;
    }

    /** What would be done. */
    Report look(ListTable table, boolean addsUnknown) {
        var outcome = new ListOutcome(table, ImportProgressListener.NONE, letters, addsUnknown, LocalDate.now(clock));
        return outcome.report(reader.read(table, outcome), false, null);
    }

    Report apply(
            UUID id, ListTable table, boolean addsUnknown, ImportRequester asker, ImportProgressListener progress) {
        var outcome = new ListOutcome(table, progress, letters, addsUnknown, LocalDate.now(clock));
        String kind = reader.read(table, outcome);
        Report report = outcome.report(kind, !outcome.rejects(), id);
        if (report.applied() && report.created() + report.updated() > 0) {
            log.keepChanges(id);
            // Two who exchange their addresses have one in common until both are written.
            setup.checkAddressesAtTheEnd(true);
            outcome.write();
            setup.checkAddressesAtTheEnd(false);
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
}
