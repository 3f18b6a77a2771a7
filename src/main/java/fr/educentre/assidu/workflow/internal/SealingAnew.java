package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where another key is in use than before, all that the former ones sealed is sealed with it, once the application has
 * started: a few rows a job, so that neither memory nor anybody waits for all of them.
 */
@Component
class SealingAnew implements DurableJobHandler<SealingAnew.Part> {

    private static final Logger LOG = LoggerFactory.getLogger(SealingAnew.class);
    private static final DurableJobType<Part> TYPE =
            DurableJobType.of("secrets.seal", Part.class, part -> part.table() + " " + part.after());

    private final List<SealedRows> tables;
    private final SecretCipher cipher;
    private final DurableJobs jobs;
    private final Journal journal;

    SealingAnew(List<SealedRows> tables, SecretCipher cipher, DurableJobs jobs, Journal journal) {
        this.tables =
                tables.stream().sorted(Comparator.comparing(SealedRows::table)).toList();
        this.cipher = cipher;
        this.jobs = jobs;
        this.journal = journal;
    }

    /**
     * @param after key of the last row that was looked at
     * @param sealed how many were sealed anew so far
     * @param unopened how many opened with none of the keys
     */
    record Part(String table, String after, int sealed, int unopened) {}

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (cipher.hasFormerKeys()
                && tables.stream()
                        .anyMatch(table ->
                                !table.sealedBefore(SealedRows.BEFORE_ALL).isEmpty())) {
            SystemActor.run(() -> jobs.submit(TYPE, new Part(tables.getFirst().table(), SealedRows.BEFORE_ALL, 0, 0)));
        }
    }

    @Override
    public DurableJobType<Part> type() {
        return TYPE;
    }

    @Override
    public void run(Part part) {
        SealedRows table = tables.stream()
                .filter(one -> one.table().equals(part.table()))
                .findFirst()
                .orElseThrow();
        int sealed = part.sealed();
        int unopened = part.unopened();
        List<String> rows = table.sealedBefore(part.after());
        for (String row : rows) {
            if (table.sealAnew(row)) {
                sealed++;
            } else {
                unopened++;
                LOG.error("{} {} opens with none of the keys that are given", part.table(), row);
            }
        }
        int next = tables.indexOf(table) + 1;
        if (!rows.isEmpty()) {
            jobs.submit(TYPE, new Part(part.table(), rows.getLast(), sealed, unopened));
        } else if (next < tables.size()) {
            jobs.submit(TYPE, new Part(tables.get(next).table(), SealedRows.BEFORE_ALL, sealed, unopened));
        } else {
            LOG.info("The new key has taken over: {} sealed with it, {} that no key opens", sealed, unopened);
            journal.record(JournalRecord.of("secrets.sealedAnew", "secrets", "key")
                    .after(Map.of("sealed", sealed, "unopened", unopened)));
        }
    }
}
