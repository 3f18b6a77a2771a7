package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Line;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Page;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a learner sees who opens the link of a request. */
@Component
class JustificationPages {

    private final AbsenceCases cases;
    private final Sessions sessions;
    private final ReasonCatalogue reasons;
    private final JustificationRepository justifications;
    private final Clock clock;

    JustificationPages(
            AbsenceCases cases,
            Sessions sessions,
            ReasonCatalogue reasons,
            JustificationRepository justifications,
            Clock clock) {
        this.cases = cases;
        this.sessions = sessions;
        this.reasons = reasons;
        this.justifications = justifications;
        this.clock = clock;
    }

    /** @param halfDay that the link asks about */
    Page of(LearnerInfo learner, String halfDay) {
        List<AbsenceCase> all = cases.ofLearner(learner.id());
        Map<UUID, SessionInfo> slots =
                sessions.byIds(all.stream().map(one -> one.missed().sessionId()).toList());
        Map<UUID, String> notes = justifications.findByLearnerIdOrderByCreatedAtDesc(learner.id()).stream()
                .filter(one -> one.decisionNote() != null)
                .collect(java.util.stream.Collectors.toMap(
                        Justification::id, one -> String.valueOf(one.decisionNote())));
        Instant now = clock.instant();
        List<Line> lines = all.stream()
                .filter(absence -> slots.containsKey(absence.missed().sessionId()))
                .filter(absence ->
                        absence.missed().halfDay().equals(halfDay) || absence.state() == JustificationState.TO_JUSTIFY)
                .map(absence -> {
                    UUID by = absence.justification().id();
                    return new Line(
                            java.util.Objects.requireNonNull(
                                    slots.get(absence.missed().sessionId())),
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
        return new Page(learner.firstName(), lines, zone, reasons.offered());
    }

    private static boolean late(AbsenceCase absence, Instant now) {
        return switch (absence.state()) {
            case TO_JUSTIFY, UNJUSTIFIED -> !absence.deadline().isAfter(now);
            case UNDER_REVIEW, JUSTIFIED -> false;
        };
    }
}
