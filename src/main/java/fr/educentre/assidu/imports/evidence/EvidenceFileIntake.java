package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.ZoneId;
import java.util.List;
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

    private final EvidenceFileReader reader = new EvidenceFileReader();
    private final Sessions sessions;
    private final Evidences evidences;
    private final Deliveries deliveries;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final Journal journal;
    private final Texts texts;
    private final EvidenceFileCompletion completion;
    private final SheetMappings mappings;
    private final TransactionTemplate transaction;

    EvidenceFileIntake(
            Sessions sessions,
            Evidences evidences,
            Deliveries deliveries,
            CurrentActor actor,
            Ownership ownership,
            Journal journal,
            Texts texts,
            EvidenceFileCompletion completion,
            SheetMappings mappings,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.evidences = evidences;
        this.deliveries = deliveries;
        this.actor = actor;
        this.ownership = ownership;
        this.journal = journal;
        this.texts = texts;
        this.completion = completion;
        this.mappings = mappings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
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
                return take(session, fileName, bytes, zone, delivery);
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

    private Report take(
            SessionInfo session, String fileName, byte[] bytes, @Nullable ZoneId stated, @Nullable UUID delivery) {
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            throw Refusal.invalid("refusal.evidenceFile.notHeld");
        }
        ZoneId zone = stated == null ? session.zone() : stated;
        var context = new EvidenceFileContext(session.slot(), zone, session.externalId());
        Understood file = switch (reader.read(bytes, context, mappings)) {
            case NotUnderstood not ->
                throw Refusal.invalid(not.key(), not.arguments().toArray());
            case Understood understood -> understood;
        };
        if (stated == null) {
            OtherZone.require(file, session.slot(), zone);
        }
        FileSessionMatcher.require(file, session);
        var traces = new FileEvidenceFactory(session, file, delivery);
        List<NewTrace> given = traces.all();
        Evidences.Recorded recorded =
                delivery == null ? evidences.record(given) : evidences.recordReading(delivery, given);
        long fresh = recorded.fresh();
        List<Participant> people = evidences.participants(session.id(), file.source(), traces.personKeys());
        if (delivery != null) {
            deliveries.processed(delivery);
        }
        if (fresh > 0) {
            journal.record(JournalRecord.of(
                            "evidence.fileReceived", "session", session.id().toString())
                    .by(
                            actor.nameOrSystem(),
                            actor.find().map(person -> person.role().name()).orElse(null))
                    .after(Map.of("file", fileName, "format", file.format(), "traces", fresh)));
        }
        List<String> remarks = completion.consider(session, file, people).stream()
                .map(wording -> wording.read(texts))
                .toList();
        return new EvidenceFileReport(texts).of(file, traces, fresh, people, remarks);
    }
}
