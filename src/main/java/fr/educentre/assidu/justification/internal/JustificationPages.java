package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Complement;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Line;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Page;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Sent;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a learner sees who opens the link of a request. */
@Component
class JustificationPages {

    private final AbsenceCases cases;
    private final Sessions sessions;
    private final ReasonCatalogue reasons;
    private final JustificationRepository justifications;
    private final DocumentVault documents;
    private final Clock clock;

    JustificationPages(
            AbsenceCases cases,
            Sessions sessions,
            ReasonCatalogue reasons,
            JustificationRepository justifications,
            DocumentVault documents,
            Clock clock) {
        this.cases = cases;
        this.sessions = sessions;
        this.reasons = reasons;
        this.justifications = justifications;
        this.documents = documents;
        this.clock = clock;
    }

    /** @param halfDay that the link asks about */
    Page of(LearnerInfo learner, String halfDay) {
        List<AbsenceCase> all = cases.ofLearner(learner.id());
        Map<UUID, SessionInfo> slots =
                sessions.byIds(all.stream().map(one -> one.missed().sessionId()).toList());
        List<Justification> brought = justifications.findByLearnerIdOrderByCreatedAtDesc(learner.id());
        Map<UUID, String> notes = brought.stream()
                .filter(one -> one.decisionNote() != null)
                .collect(Collectors.toMap(Justification::id, one -> String.valueOf(one.decisionNote())));
        Instant now = clock.instant();
        List<Line> lines = all.stream()
                .filter(absence -> slots.containsKey(absence.missed().sessionId()))
                .filter(absence ->
                        absence.missed().halfDay().equals(halfDay) || absence.state() == JustificationState.TO_JUSTIFY)
                .map(absence -> {
                    UUID by = absence.justification().id();
                    return new Line(
                            Objects.requireNonNull(slots.get(absence.missed().sessionId())),
                            absence.state(),
                            absence.deadline(),
                            absence.state() == JustificationState.TO_JUSTIFY
                                    && absence.deadline().isAfter(now),
                            late(absence, now),
                            absence.missed().halfDay().equals(halfDay),
                            by == null ? null : notes.get(by));
                })
                .sorted(Comparator.comparing((Line line) -> line.session().startsAt()))
                .toList();
        ZoneId zone = lines.isEmpty()
                ? ZoneId.of("Europe/Paris")
                : lines.getFirst().session().zone();
        List<AbsenceCase> open = all.stream()
                .filter(absence -> absence.state() == JustificationState.TO_JUSTIFY
                        && absence.deadline().isAfter(now))
                .toList();
        return new Page(learner.firstName(), lines, complements(brought, open), zone, reasons.offered());
    }

    private List<Complement> complements(List<Justification> brought, List<AbsenceCase> open) {
        Map<UUID, Set<UUID>> asked = new HashMap<>();
        for (AbsenceCase absence : open) {
            UUID by = absence.justification().id();
            if (by != null) {
                asked.computeIfAbsent(by, id -> new HashSet<>())
                        .add(absence.missed().sessionId());
            }
        }
        List<Justification> waiting = brought.stream()
                .filter(one -> one.state() == ReviewState.MORE_ASKED && asked.containsKey(one.id()))
                .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> files =
                documents.names(waiting.stream().map(Justification::id).toList());
        return waiting.stream()
                .map(one -> new Complement(
                        Objects.requireNonNullElse(one.decisionNote(), ""),
                        Objects.requireNonNull(asked.get(one.id())),
                        new Sent(
                                one.submittedAt(),
                                one.reasonCode(),
                                reasons.label(reasons.get(one.reasonCode())),
                                one.comment(),
                                files.get(one.id()))))
                .toList();
    }

    private static boolean late(AbsenceCase absence, Instant now) {
        return switch (absence.state()) {
            case TO_JUSTIFY, UNJUSTIFIED -> !absence.deadline().isAfter(now);
            case UNDER_REVIEW, JUSTIFIED -> false;
        };
    }
}
