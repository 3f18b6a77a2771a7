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
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class EvidenceFileIntake implements EvidenceFiles {

    private static final String CONNECTOR = "files";
    /** A class that stops a little before its planned end is over all the same. */
    private static final Duration ENDS_EARLY = Duration.ofMinutes(10);

    private final EvidenceFileReader reader = new EvidenceFileReader();
    private final Sessions sessions;
    private final Evidences evidences;
    private final Deliveries deliveries;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final Journal journal;
    private final Texts texts;
    private final Clock clock;
    private final ApplicationEventPublisher events;
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
            Clock clock,
            ApplicationEventPublisher events,
            SheetMappings mappings,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.evidences = evidences;
        this.deliveries = deliveries;
        this.actor = actor;
        this.ownership = ownership;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
        this.events = events;
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
                return take(session, fileName, bytes, zone == null ? session.zone() : zone, delivery);
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

    private Report take(SessionInfo session, String fileName, byte[] bytes, ZoneId zone, @Nullable UUID delivery) {
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            throw Refusal.invalid("refusal.evidenceFile.notHeld");
        }
        var context = new EvidenceFileContext(session.slot(), zone, session.externalId());
        Understood file = switch (reader.read(bytes, context, mappings)) {
            case NotUnderstood not ->
                throw Refusal.invalid(not.key(), not.arguments().toArray());
            case Understood understood -> understood;
        };
        FileSessionMatcher.require(file, session);
        var traces = new FileEvidenceFactory(session, file, delivery);
        List<NewTrace> given = traces.all();
        long fresh = evidences.record(given).fresh();
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
        if (complete(session, file, people)) {
            events.publishEvent(new Evidences.SourceCompleted(session.id()));
        }
        return new EvidenceFileReport(texts).of(file, traces, fresh, people);
    }

    /** A sheet completes only when it tells of everybody expected; a meeting's report when it reaches the end. */
    private boolean complete(SessionInfo session, Understood file, List<Participant> people) {
        Instant nearlyOver = session.endsAt().minus(ENDS_EARLY);
        if (session.dataCompleteAt() != null || clock.instant().isBefore(nearlyOver) || file.reaches() == null) {
            return false;
        }
        if (file.sheet()) {
            Set<UUID> expected = sessions.expected(session.id()).stream()
                    .map(ExpectedLearner::learner)
                    .map(learner -> learner.id())
                    .collect(Collectors.toSet());
            Set<UUID> told = new HashSet<>();
            people.forEach(person -> {
                if (person.learnerId() != null) {
                    told.add(person.learnerId());
                }
            });
            return told.containsAll(expected);
        }
        return !file.reaches().isBefore(nearlyOver);
    }
}
