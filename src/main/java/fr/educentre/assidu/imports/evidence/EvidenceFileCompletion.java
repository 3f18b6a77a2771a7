package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whether a file says the last word of its session, so that whoever it does not show was not there. A report does not where
 * it shows nobody expected, comes from another provider than the session's, begins in its middle, or was taken before its end.
 */
@Component
class EvidenceFileCompletion {

    /** A class that stops a little before its planned end is over all the same. */
    private static final Duration ENDS_EARLY = Duration.ofMinutes(10);

    /** A meeting that begins later than that was opened again, and the first one has a report of its own. */
    private static final Duration BEGINS_LATE = Duration.ofMinutes(15);

    private static final int SEVERAL = 2;

    private final Sessions sessions;
    private final Evidences evidences;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EvidenceFileCompletion(Sessions sessions, Evidences evidences, Clock clock, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.evidences = evidences;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Completes the session's source where the file does.
     *
     * @param people whom the file shows, once it is recorded
     * @return why a file that reaches the session's end decides nothing all the same; empty where there is nothing to say
     */
    Optional<Wording> consider(SessionInfo session, Understood file, List<Participant> people) {
        Instant nearlyOver = session.endsAt().minus(ENDS_EARLY);
        Instant reaches = file.reaches();
        if (session.dataCompleteAt() != null || clock.instant().isBefore(nearlyOver) || reaches == null) {
            return Optional.empty();
        }
        if (file.sheet()) {
            if (tellsOfEverybody(session, people)) {
                complete(session);
            }
            return Optional.empty();
        }
        if (reaches.isBefore(nearlyOver)) {
            return Optional.empty();
        }
        Optional<Wording> why = whyNotComplete(session, file, people);
        if (why.isEmpty()) {
            complete(session);
        }
        return why;
    }

    private Optional<Wording> whyNotComplete(SessionInfo session, Understood file, List<Participant> people) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting != null && !meeting.provider().name().equals(file.source().name())) {
            return Optional.of(Wording.of(
                    "connectors.file.otherProvider",
                    Wording.of("evidence.source." + file.source()),
                    Wording.of("evidence.source." + meeting.provider())));
        }
        if (people.stream().noneMatch(EvidenceFileCompletion::expected) && namesakes(people) < SEVERAL) {
            return Optional.of(Wording.of("connectors.file.nobodyExpected", people.size()));
        }
        if (file.sightings().stream().anyMatch(EvidenceFileCompletion::stillThere)) {
            return Optional.of(Wording.of("connectors.file.takenBeforeTheEnd"));
        }
        return beginsLate(session, file) ? Optional.of(Wording.of("connectors.file.beginsLate")) : Optional.empty();
    }

    /** Someone who is expected, or teaches the session. */
    private static boolean expected(Participant person) {
        return person.learnerId() != null || person.dismissed();
    }

    /** Learners whose very name somebody bears: one may be a stranger's too, several are the class. */
    private static long namesakes(List<Participant> people) {
        return people.stream()
                .flatMap(person -> Optional.ofNullable(person.proposal()).stream())
                .flatMap(proposal -> proposal.candidates().stream())
                .filter(Candidate::likeliest)
                .map(Candidate::learnerId)
                .distinct()
                .count();
    }

    /** When the report was taken, someone had not left: others may have come later. */
    private static boolean stillThere(Sighting one) {
        return one.kind() == TraceKind.SEEN && "noLeave".equals(one.payload().get("why"));
    }

    /** Neither this file nor another one of its provider tells of the session's beginning. */
    private boolean beginsLate(SessionInfo session, Understood file) {
        Instant late = session.startsAt().plus(BEGINS_LATE);
        return Objects.requireNonNull(file.reach()).from().isAfter(late)
                && evidences.ofSession(session.id()).stream()
                        .filter(trace -> trace.origin().source() == file.source() && trace.kind() == TraceKind.INTERVAL)
                        .map(Trace::time)
                        .flatMap(time -> Optional.ofNullable(time.from()).stream())
                        .allMatch(from -> from.isAfter(late));
    }

    /** A sheet says nothing of those it does not name. */
    private boolean tellsOfEverybody(SessionInfo session, List<Participant> people) {
        Set<UUID> told = people.stream()
                .map(Participant::learnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return sessions.expected(session.id()).stream()
                .allMatch(one -> told.contains(one.learner().id()));
    }

    private void complete(SessionInfo session) {
        events.publishEvent(new Evidences.SourceCompleted(session.id()));
    }
}
