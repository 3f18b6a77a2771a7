package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Recorded;
import fr.educentre.assidu.imports.evidence.SheetMappings;
import fr.educentre.assidu.imports.evidence.SignInTableParser;
import fr.educentre.assidu.imports.evidence.SignInTableParser.Reading;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.SignatureFiles.Report;
import fr.educentre.assidu.sources.signatures.SignatureRows.Sorted;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes evidence of a partner's file of signatures, and says what came of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignatureFileProcessor {

    private final SignatureRows rows;
    private final SignInCompletionPolicy completion;
    private final SignatureImportReport reports;
    private final SignatureOutcomes outcomes;
    private final Evidences evidences;
    private final Deliveries deliveries;
    private final ActorJournal journal;

    SignatureFileProcessor(
            SignatureRows rows,
            SignInCompletionPolicy completion,
            SignatureImportReport reports,
            SignatureOutcomes outcomes,
            Evidences evidences,
            Deliveries deliveries,
            ActorJournal journal) {
        this.rows = rows;
        this.completion = completion;
        this.reports = reports;
        this.outcomes = outcomes;
        this.evidences = evidences;
        this.deliveries = deliveries;
        this.journal = journal;
    }

    /** @param delivery what it was stored as, null where it is only tried */
    Report process(String partner, String fileName, byte[] bytes, SheetMappings known, @Nullable UUID delivery) {
        if (delivery != null) {
            // ours alone: the sweep that takes up what a node left behind passes it over
            deliveries.claimWaiting(delivery);
        }
        SignInTableParser table = switch (SignInTableParser.read(bytes, known)) {
            case Reading.Unread unread ->
                throw Refusal.invalid(unread.key(), unread.arguments().toArray());
            case Reading.Table read -> read.table();
        };
        Sorted sorted = rows.sort(table, Channel.FILE, delivery);
        Recorded recorded = delivery == null
                ? evidences.record(sorted.traces())
                : evidences.recordReading(delivery, sorted.traces());
        long fresh = recorded.fresh();
        Set<UUID> complete = new HashSet<>();
        sorted.sessionIds().stream().filter(completion::now).forEach(complete::add);
        completion.consider(sorted.bySession().keySet());
        if (delivery != null) {
            deliveries.processed(delivery, outcomes.traces(sorted.taken()).and(outcomes.note(sorted)));
        }
        if (fresh > 0 && delivery != null) {
            journal.record(JournalRecord.of("evidence.signaturesImported", "partner", partner)
                    .after(Map.of("file", fileName, "traces", fresh)));
        }
        return reports.of(partner, delivery == null, sorted, recorded, complete);
    }
}
