package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.imports.evidence.SheetMapping;
import fr.educentre.assidu.imports.evidence.SheetMappings;
import fr.educentre.assidu.imports.evidence.SignInTableParser;
import fr.educentre.assidu.imports.evidence.SignInTableParser.Reading;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.SignatureFiles;
import fr.educentre.assidu.sources.signatures.SignatureRows.Sorted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SignatureImport implements SignatureFiles {

    private final SignInPartners partners;
    private final ColumnMappingStore mappings;
    private final SignatureRows rows;
    private final SignInCompletionPolicy completion;
    private final SignatureImportReport reports;
    private final SignatureOutcomes outcomes;
    private final Evidences evidences;
    private final Deliveries deliveries;
    private final Journal journal;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SignatureImport(
            SignInPartners partners,
            ColumnMappingStore mappings,
            SignatureRows rows,
            SignInCompletionPolicy completion,
            SignatureImportReport reports,
            SignatureOutcomes outcomes,
            Evidences evidences,
            Deliveries deliveries,
            Journal journal,
            CurrentActor actor,
            PlatformTransactionManager transactions) {
        this.partners = partners;
        this.mappings = mappings;
        this.rows = rows;
        this.completion = completion;
        this.reports = reports;
        this.outcomes = outcomes;
        this.evidences = evidences;
        this.deliveries = deliveries;
        this.journal = journal;
        this.actor = actor;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<String> partners() {
        return partners.names();
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public Report take(String partner, String fileName, byte[] bytes, @Nullable SheetMapping mapping, boolean dryRun) {
        String name = SignInPartners.required(partner);
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.evidenceFile.tooLarge", MAX_BYTES / (1024 * 1024));
        }
        if (mapping != null) {
            mapping.require();
        }
        SheetMappings known = mappings(name, mapping);
        UUID delivery = dryRun ? null : store(name, fileName, bytes);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                if (dryRun) {
                    status.setRollbackOnly();
                }
                return take(name, fileName, bytes, known, delivery);
            }));
        } catch (Refusal refusal) {
            if (delivery != null) {
                deliveries.failed(delivery, Wording.of(refusal));
            }
            throw refusal;
        }
    }

    private SheetMappings mappings(String partner, @Nullable SheetMapping own) {
        SheetMappings saved = mappings.ofPartner(partner);
        return own == null
                ? saved
                : headings -> own.fingerprint().equals(SheetMapping.fingerprint(headings))
                        ? Optional.of(own)
                        : saved.of(headings);
    }

    private UUID store(String partner, String fileName, byte[] bytes) {
        return deliveries.receive(new Deliveries.Received(
                SignInPartners.CONNECTOR,
                actor.nameOrSystem(),
                fileName,
                null,
                Map.of(SignatureTranslator.PARTNER, partner),
                null,
                bytes));
    }

    private Report take(String partner, String fileName, byte[] bytes, SheetMappings known, @Nullable UUID delivery) {
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
        long fresh = (delivery == null
                        ? evidences.record(sorted.traces())
                        : evidences.recordReading(delivery, sorted.traces()))
                .fresh();
        Set<UUID> complete = new HashSet<>();
        sorted.sessionIds().stream().filter(completion::now).forEach(complete::add);
        completion.consider(sorted.bySession().keySet());
        if (delivery != null) {
            deliveries.processed(
                    delivery, outcomes.traces(sorted.traces().size()).and(outcomes.note(sorted)));
        }
        if (fresh > 0 && delivery != null) {
            record("evidence.signaturesImported", partner, Map.of("file", fileName, "traces", fresh));
        }
        return reports.of(partner, delivery == null, sorted, fresh, complete);
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<SavedMapping> mappings(String partner) {
        return mappings.of(SignInPartners.required(partner)).stream()
                .map(one -> new SavedMapping(one.partner(), one.mapping(), one.by(), one.at()))
                .toList();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public void save(String partner, SheetMapping mapping) {
        String name = SignInPartners.required(partner);
        mapping.require();
        mappings.save(name, mapping, actor.nameOrSystem());
        record("partner.mapped", name, Map.of("headings", mapping.headings(), "columns", mapping.columns()));
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public Proposal propose(String partner, List<String> headings) {
        return mappings.ofPartner(SignInPartners.required(partner))
                .of(headings)
                .map(mapping -> new Proposal(mapping, true, false))
                .orElseGet(() -> PartnerPresets.propose(partner, headings));
    }

    private void record(String action, String partner, Map<String, Object> after) {
        journal.record(JournalRecord.of(action, "partner", partner)
                .by(
                        actor.nameOrSystem(),
                        actor.find().map(person -> person.role().name()).orElse(null))
                .after(after));
    }
}
