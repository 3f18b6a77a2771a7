package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.imports.evidence.SheetMapping;
import fr.educentre.assidu.imports.evidence.SheetMappings;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.UnpacksFile;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.SignatureFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Deliveries deliveries;
    private final SignatureFileProcessor processor;
    private final ActorJournal journal;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SignatureImport(
            SignInPartners partners,
            ColumnMappingStore mappings,
            Deliveries deliveries,
            SignatureFileProcessor processor,
            ActorJournal journal,
            CurrentActor actor,
            PlatformTransactionManager transactions) {
        this.partners = partners;
        this.mappings = mappings;
        this.deliveries = deliveries;
        this.processor = processor;
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
    @UnpacksFile
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
                return processor.process(name, fileName, bytes, known, delivery);
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
        journal.record(JournalRecord.of("partner.mapped", "partner", name)
                .after(Map.of("headings", mapping.headings(), "columns", mapping.columns())));
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public Proposal propose(String partner, List<String> headings) {
        return mappings.ofPartner(SignInPartners.required(partner))
                .of(headings)
                .map(mapping -> new Proposal(mapping, true, false))
                .orElseGet(() -> PartnerPresets.propose(partner, headings));
    }
}
