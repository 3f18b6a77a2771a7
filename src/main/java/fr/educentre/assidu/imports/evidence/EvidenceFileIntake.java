package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.UnpacksFile;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class EvidenceFileIntake implements EvidenceFiles {

    private static final String CONNECTOR = "files";

    private final Sessions sessions;
    private final Deliveries deliveries;
    private final EvidenceFileProcessor processor;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final TransactionTemplate transaction;

    EvidenceFileIntake(
            Sessions sessions,
            Deliveries deliveries,
            EvidenceFileProcessor processor,
            CurrentActor actor,
            Ownership ownership,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.processor = processor;
        this.actor = actor;
        this.ownership = ownership;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @UnpacksFile
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public Report drop(UUID sessionId, String fileName, byte[] bytes, @Nullable ZoneId zone, boolean dryRun) {
        actor.find().ifPresent(person -> ownership.requireSession(person, sessionId));
        SessionInfo session = sessions.get(sessionId);
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.evidenceFile.tooLarge", MAX_BYTES / (1024 * 1024));
        }
        UUID delivery = dryRun ? null : store(sessionId, fileName, bytes);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                if (dryRun) {
                    status.setRollbackOnly();
                }
                return processor.process(session, fileName, bytes, zone, delivery);
            }));
        } catch (Refusal refusal) {
            if (delivery != null) {
                deliveries.failed(delivery, Wording.of(refusal));
            }
            throw refusal;
        }
    }

    private UUID store(UUID sessionId, String fileName, byte[] bytes) {
        return deliveries
                .findSame(CONNECTOR, sessionId, bytes)
                .orElseGet(() -> deliveries.receive(new Deliveries.Received(
                        CONNECTOR, actor.nameOrSystem(), fileName, null, Map.of(), sessionId, bytes)));
    }
}
