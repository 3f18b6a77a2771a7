package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what speaks for the learners of a session, for its page. */
@org.springframework.stereotype.Component
class SessionEvidenceLoader {

    private final Evidences evidences;
    private final Attendance attendance;
    private final Sessions sessions;
    private final PresenceRules rules;
    private final Enrolments enrolments;
    private final Clock clock;

    SessionEvidenceLoader(
            Evidences evidences,
            Attendance attendance,
            Sessions sessions,
            PresenceRules rules,
            Enrolments enrolments,
            Clock clock) {
        this.evidences = evidences;
        this.attendance = attendance;
        this.sessions = sessions;
        this.rules = rules;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** What speaks for each learner, where it is contradictory, and the threshold that makes each present. */
    SessionEvidence of(SessionInfo session) {
        List<Trace> own = evidences.ofSession(session.id());
        return new SessionEvidence(
                session,
                own.stream()
                        .filter(trace -> trace.match().learnerId() != null)
                        .collect(Collectors.groupingBy(
                                trace -> Objects.requireNonNull(trace.match().learnerId()))),
                Stream.concat(own.stream(), activity(session)).toList(),
                evidences.openProposals(session.id()),
                attendance.discordances(session.id()),
                thresholds(session),
                clock.instant());
    }

    /** What the platform tells of the learners while the session is held there; such traces are of no session. */
    private Stream<Trace> activity(SessionInfo session) {
        if (session.modality() != Modality.ONLINE) {
            return Stream.empty();
        }
        List<UUID> learners = sessions.expected(session.id()).stream()
                .map(one -> one.learner().id())
                .toList();
        return evidences.activityOf(learners, session.startsAt(), session.endsAt()).values().stream()
                .flatMap(List::stream)
                .filter(trace -> trace.time().occurredAt().isBefore(session.endsAt()));
    }

    private Map<UUID, Double> thresholds(SessionInfo session) {
        List<ExpectedLearner> expected = sessions.expected(session.id());
        Map<UUID, EnrolmentInfo> known = enrolments.byIds(expected.stream()
                .map(ExpectedLearner::enrolmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        PresenceRules.InForce inForce = rules.inForce();
        return expected.stream()
                .collect(Collectors.toMap(
                        one -> one.learner().id(),
                        one -> inForce.threshold(
                                scope(session, one.enrolmentId() == null ? null : known.get(one.enrolmentId()))),
                        (first, second) -> first));
    }

    private static PresenceScope scope(SessionInfo session, @Nullable EnrolmentInfo enrolment) {
        return new PresenceScope(
                session.modality().name(),
                enrolment == null ? "" : enrolment.programme().code(),
                enrolment == null ? List.of() : enrolment.funderKinds(session.localDay()));
    }
}
