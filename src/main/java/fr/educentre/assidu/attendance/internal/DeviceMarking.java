package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.DeviceMarks;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
class DeviceMarking implements DeviceMarks {

    /** A device that was without a connection for longer has lost more than its connection. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private final ManualMarking marking;
    private final DeviceMarkStore received;
    private final VerdictStore verdicts;
    private final Evidences evidences;
    private final MarkRecorder recorder;
    private final Sessions sessions;
    private final Clock clock;

    DeviceMarking(
            ManualMarking marking,
            DeviceMarkStore received,
            VerdictStore verdicts,
            Evidences evidences,
            MarkRecorder recorder,
            Sessions sessions,
            Clock clock) {
        this.marking = marking;
        this.received = received;
        this.verdicts = verdicts;
        this.evidences = evidences;
        this.recorder = recorder;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Outcome> receive(UUID sessionId, Batch batch) {
        marking.writer(sessionId);
        if (batch.marks().size() > MOST) {
            throw Refusal.invalid("refusal.attendance.device.tooMany", MOST);
        }
        // Two windows of one device may send the same marks at the same moment: one after the other, each is known.
        verdicts.lock(List.of(sessionId));
        SessionInfo session = sessions.get(sessionId);
        Instant now = clock.instant();
        List<Outcome> outcomes = new ArrayList<>();
        for (DeviceMark mark : batch.marks()) {
            outcomes.add(outcome(session, mark, time(mark, batch.sentAt(), now)));
        }
        return outcomes;
    }

    /** How long ago it was made is what the device knows; when that is, our clock says. One of the future was made just now. */
    private static MarkTime time(DeviceMark mark, Instant sentAt, Instant now) {
        Duration ago = Duration.between(mark.at(), sentAt);
        return new MarkTime(
                ago.isNegative() ? now : now.minus(ago), new MarkTime.Device(mark.key(), mark.at(), sentAt, now));
    }

    private Outcome outcome(SessionInfo session, DeviceMark mark, MarkTime time) {
        if (received.knows(mark.key())) {
            return new Outcome(mark.key(), mark.learnerId(), Result.ALREADY_KNOWN, null);
        }
        try {
            check(session, mark, time);
            boolean added = marking.mark(session.id(), mark.learnerId(), mark.mark(), time);
            received.add(mark.key(), clock.instant());
            return new Outcome(mark.key(), mark.learnerId(), added ? Result.RECORDED : Result.ALREADY_KNOWN, null);
        } catch (Refusal refusal) {
            return new Outcome(mark.key(), mark.learnerId(), Result.REFUSED, Wording.of(refusal));
        }
    }

    private void check(SessionInfo session, DeviceMark mark, MarkTime time) {
        if (session.state() == SessionState.CLOSED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.attendance.device.closed");
        }
        if (time.at().isBefore(clock.instant().minus(OLDEST))) {
            throw Refusal.invalid("refusal.attendance.device.tooOld", OLDEST.toDays());
        }
        if (!session.begunAt(time.at())) {
            throw Refusal.invalid("refusal.attendance.device.beforeStart");
        }
        PersonMark.lastSaid(evidences.ofSession(session.id()), mark.learnerId())
                .filter(said -> said.time().occurredAt().isAfter(time.at()))
                .filter(said -> !same(said, mark))
                .ifPresent(said -> {
                    throw PersonMark.TAKEN_BACK.equals(said.payload().get("status"))
                            ? recorder.takenBack(said, session)
                            : recorder.contradiction(said, session);
                });
    }

    private static boolean same(Trace said, DeviceMark mark) {
        return mark.mark().status().name().equals(said.payload().get("status"));
    }
}
