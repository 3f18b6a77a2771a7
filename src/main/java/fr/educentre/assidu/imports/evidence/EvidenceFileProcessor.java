package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.imports.EvidenceFiles.Report;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes evidence of a file dropped at a session, and says what came of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EvidenceFileProcessor {

    private final EvidenceFileReader reader = new EvidenceFileReader();
    private final SheetMappings mappings;
    private final Evidences evidences;
    private final Deliveries deliveries;
    private final EvidenceFileCompletion completion;
    private final ActorJournal journal;
    private final Texts texts;
    private final Clock clock;

    EvidenceFileProcessor(
            SheetMappings mappings,
            Evidences evidences,
            Deliveries deliveries,
            EvidenceFileCompletion completion,
            ActorJournal journal,
            Texts texts,
            Clock clock) {
        this.mappings = mappings;
        this.evidences = evidences;
        this.deliveries = deliveries;
        this.completion = completion;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param delivery what it was stored as, null where it is only tried */
    Report process(
            SessionInfo session, String fileName, byte[] bytes, @Nullable ZoneId stated, @Nullable UUID delivery) {
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            throw Refusal.invalid("refusal.evidenceFile.notHeld");
        }
        if (!session.begunAt(clock.instant())) {
            throw Refusal.invalid("refusal.evidenceFile.notBegun");
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
        var traces = new FileEvidenceFactory(session, file, delivery, zone);
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
                    .after(Map.of("file", fileName, "format", file.format(), "traces", fresh)));
        }
        Stream<Wording> rounded = FileSessionMatcher.rounded(file, session)
                ? Stream.of(Wording.of(
                        "connectors.file.roundedMeeting",
                        Objects.requireNonNull(file.meetingId()),
                        Objects.requireNonNull(session.meeting()).id()))
                : Stream.empty();
        Stream<Wording> otherZone =
                stated == null ? Stream.empty() : OtherZone.remark(file, session.slot(), zone).stream();
        List<String> remarks = Stream.of(rounded, otherZone, completion.consider(session, file, people).stream())
                .flatMap(said -> said)
                .map(wording -> wording.read(texts))
                .toList();
        return new EvidenceFileReport(texts).of(file, traces, recorded, people, remarks);
    }
}
