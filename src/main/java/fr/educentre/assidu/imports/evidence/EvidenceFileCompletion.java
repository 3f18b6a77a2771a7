package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** Where nothing is told for longer than that, breaks aside, the meeting was opened again: a report of its own is missing. */
    private static final Duration UNTOLD = Duration.ofMinutes(15);

    private static final int SEVERAL = 2;

    /** "En cours" is no time that can be read. */
    private static final Set<String> WITHOUT_LEAVE = Set.of("noLeave", "unreadableTime");

    /** So many strangers to one of the class, and it is another class that somebody entered by mistake. */
    private static final int MANY_TIMES = 4;

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
        if (session.modality() == Modality.IN_PERSON) {
            return Optional.of(Wording.of("connectors.file.inPerson", Wording.of("evidence.source." + file.source())));
        }
        Optional<Wording> strangers = strangers(people);
        if (strangers.isPresent()) {
            return strangers;
        }
        if (file.sightings().stream().anyMatch(EvidenceFileCompletion::stillThere)) {
            return Optional.of(Wording.of("connectors.file.takenBeforeTheEnd"));
        }
        return interruption(session, file);
    }

    /** A report of another class: nobody of this one in it, or so few that they are there by mistake. */
    private static Optional<Wording> strangers(List<Participant> people) {
        long known =
                people.stream().filter(person -> person.learnerId() != null).count();
        long named = people.stream().filter(EvidenceFileCompletion::bearsAName).count();
        long unknown = people.stream()
                .filter(person -> person.learnerId() == null && !person.dismissed() && !bearsAName(person))
                .count();
        boolean staffAlone = unknown + named == 0 && !people.isEmpty();
        if (known == 0 && named < SEVERAL && !staffAlone) {
            return Optional.of(Wording.of("connectors.file.nobodyExpected", people.size()));
        }
        return unknown >= MANY_TIMES * Math.max(1, known + named)
                ? Optional.of(Wording.of("connectors.file.mostlyStrangers", unknown, known + named))
                : Optional.empty();
    }

    /** Whose very name is a learner's, or several learners': one such may be a stranger, several are the class. */
    private static boolean bearsAName(Participant person) {
        return person.learnerId() == null
                && Optional.ofNullable(person.proposal()).stream()
                        .flatMap(proposal -> proposal.candidates().stream())
                        .anyMatch(Candidate::likeliest);
    }

    /** When the report was taken, someone had not left: others may have come later. */
    private static boolean stillThere(Sighting one) {
        return one.kind() == TraceKind.SEEN
                && one.to() == null
                && one.from() != null
                && WITHOUT_LEAVE.contains(String.valueOf(one.payload().get("why")));
    }

    /** Neither this file nor another one of its provider tells of the session's beginning, or of a part of it. */
    private Optional<Wording> interruption(SessionInfo session, Understood file) {
        Reach reach = Objects.requireNonNull(file.reach());
        List<TimeSlot> known = new ArrayList<>(session.breaks());
        if (reach.to().isAfter(reach.from())) {
            known.add(new TimeSlot(reach.from(), reach.to()));
        }
        evidences.ofSession(session.id()).stream()
                .filter(trace -> trace.origin().source() == file.source() && trace.kind() == TraceKind.INTERVAL)
                .map(Trace::time)
                .forEach(time -> slot(time.from(), time.to()).ifPresent(known::add));
        known.sort(Comparator.comparing(TimeSlot::from));
        Instant told = session.startsAt();
        for (TimeSlot one : known) {
            if (one.from().isAfter(told.plus(UNTOLD)) && told.isBefore(session.endsAt())) {
                return Optional.of(
                        told.equals(session.startsAt())
                                ? Wording.of("connectors.file.beginsLate")
                                : Wording.of(
                                        "connectors.file.hole",
                                        ReaderFormats.time(told, session.zone()),
                                        ReaderFormats.time(one.from(), session.zone())));
            }
            told = one.to().isAfter(told) ? one.to() : told;
        }
        return Optional.empty();
    }

    private static Optional<TimeSlot> slot(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || !to.isAfter(from) ? Optional.empty() : Optional.of(new TimeSlot(from, to));
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
