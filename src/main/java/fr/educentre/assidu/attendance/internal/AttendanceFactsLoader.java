package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.evidence.ActivityIntervals;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together all that speaks for the learners expected at some sessions. */
@Component
class AttendanceFactsLoader {

    private final Sessions sessions;
    private final Evidences evidences;
    private final Enrolments enrolments;
    private final RuleParameters parameters;

    AttendanceFactsLoader(Sessions sessions, Evidences evidences, Enrolments enrolments, RuleParameters parameters) {
        this.sessions = sessions;
        this.evidences = evidences;
        this.enrolments = enrolments;
        this.parameters = parameters;
    }

    record Loaded(Map<UUID, SessionInfo> sessions, List<Situation> situations) {}

    /**
     * A learner expected at a session, and what speaks for them.
     *
     * @param observation what is retained, a person's mark included
     * @param traced what the traces alone show
     */
    record Situation(
            SessionInfo session,
            UUID learnerId,
            @Nullable EnrolmentInfo enrolment,
            PresenceObservation observation,
            PresenceObservation traced,
            @Nullable PersonMark mark,
            Context context,
            Instant at) {

        /**
         * What is known of the session beside the learner's own traces.
         *
         * @param othersSigned learners signed at this session
         * @param logged a connection log of the session is known, whomever it shows
         */
        record Context(boolean openProposal, boolean trainerSigned, boolean othersSigned, boolean logged) {}

        String key() {
            return VerdictStore.key(session.id(), learnerId);
        }

        PresenceScope scope() {
            return AttendanceFactsLoader.scope(session, enrolment);
        }

        boolean closed() {
            return session.state() == SessionState.CLOSED;
        }

        boolean sourceComplete() {
            return closed() || session.dataCompleteAt() != null;
        }
    }

    /**
     * What was loaded for all sessions at once.
     *
     * @param activity on the platform, by learner
     * @param rules by which sources are believed
     */
    private record Shared(
            Map<UUID, List<Trace>> activity,
            Duration idleCap,
            Map<UUID, EnrolmentInfo> byEnrolment,
            PresenceRules.InForce rules) {}

    /** @param rules by which sources are believed */
    Loaded of(Collection<UUID> sessionIds, Function<SessionInfo, Instant> at, PresenceRules.InForce rules) {
        return ofGiven(sessions.byIds(sessionIds), at, rules);
    }

    /** @param found the sessions as they are, or as they will be */
    Loaded ofGiven(Map<UUID, SessionInfo> found, Function<SessionInfo, Instant> at, PresenceRules.InForce rules) {
        List<SessionInfo> held = found.values().stream()
                .filter(s -> s.state() != SessionState.CANCELLED && s.state() != SessionState.POSTPONED)
                .toList();
        if (held.isEmpty()) {
            return new Loaded(found, List.of());
        }
        List<UUID> ids = held.stream().map(SessionInfo::id).toList();
        Map<UUID, List<ExpectedLearner>> expected = sessions.expected(ids);
        Map<UUID, List<Trace>> traces = evidences.ofSessions(ids);
        Map<UUID, List<Proposal>> proposals = evidences.openProposals(ids);
        Duration idleCap = idleCap(held);
        Map<UUID, List<Trace>> activity = activity(held, expected, idleCap);
        Map<UUID, EnrolmentInfo> byEnrolment = enrolments.byIds(expected.values().stream()
                .flatMap(List::stream)
                .map(ExpectedLearner::enrolmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var shared = new Shared(activity, idleCap, byEnrolment, rules);
        List<Situation> situations = new ArrayList<>();
        for (SessionInfo session : held) {
            situations.addAll(situations(
                    session,
                    at.apply(session),
                    expected.getOrDefault(session.id(), List.of()),
                    traces.getOrDefault(session.id(), List.of()),
                    proposals.getOrDefault(session.id(), List.of()),
                    shared));
        }
        return new Loaded(found, situations);
    }

    /** The most that counts after an activity on the platform, as published; of no consequence to other sessions. */
    private Duration idleCap(List<SessionInfo> held) {
        return held.stream().anyMatch(session -> session.modality() == Modality.ONLINE)
                ? parameters.idleCap()
                : ActivityIntervals.DEFAULT_IDLE_CAP;
    }

    private Map<UUID, List<Trace>> activity(
            List<SessionInfo> held, Map<UUID, List<ExpectedLearner>> expected, Duration idleCap) {
        List<SessionInfo> online =
                held.stream().filter(s -> s.modality() == Modality.ONLINE).toList();
        Set<UUID> learners = new HashSet<>();
        online.forEach(session -> expected.getOrDefault(session.id(), List.of())
                .forEach(one -> learners.add(one.learner().id())));
        if (learners.isEmpty()) {
            return Map.of();
        }
        Instant from = online.stream()
                .map(SessionInfo::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = online.stream()
                .map(SessionInfo::endsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration played = ActivityIntervals.LONGEST_PLAYED;
        Duration around = idleCap.compareTo(played) > 0 ? idleCap : played;
        return evidences.activityOf(learners, from.minus(around), to.plus(around));
    }

    private static List<Situation> situations(
            SessionInfo session,
            Instant at,
            List<ExpectedLearner> expected,
            List<Trace> traces,
            List<Proposal> proposals,
            Shared shared) {
        boolean trainerSigned = traces.stream().anyMatch(AttendanceFactsLoader::trainersSignature);
        Map<UUID, List<Trace>> byLearner = new HashMap<>();
        for (Trace trace : traces) {
            if (trace.match().learnerId() != null) {
                byLearner
                        .computeIfAbsent(trace.match().learnerId(), id -> new ArrayList<>())
                        .add(trace);
            }
        }
        boolean learnersSigned = traces.stream()
                .anyMatch(t -> t.kind() == TraceKind.SIGNATURE && t.match().learnerId() != null);
        boolean logged = traces.stream().anyMatch(PresenceCalculator::connection)
                || session.modality() == Modality.ONLINE && used(session, expected, shared.activity());
        var observing = new PresenceCalculator(
                session, at, trainerSigned, logged, shared.rules().trust());
        List<Situation> found = new ArrayList<>();
        for (ExpectedLearner one : expected) {
            UUID learnerId = one.learner().id();
            List<Trace> own = new ArrayList<>(byLearner.getOrDefault(learnerId, List.of()));
            List<TimeSlot> connections = List.of();
            if (session.modality() == Modality.ONLINE) {
                List<Trace> activity = shared.activity().getOrDefault(learnerId, List.of());
                connections = ActivityIntervals.around(session.slot(), activity, shared.idleCap());
                activity.stream()
                        .filter(trace -> within(session, trace.time().occurredAt()))
                        .forEach(own::add);
            }
            // Of a class that has not begun nobody can say who is missing, whichever file does.
            PersonMark mark = session.begunAt(at) ? PersonMark.last(own).orElse(null) : null;
            EnrolmentInfo enrolment =
                    one.enrolmentId() == null ? null : shared.byEnrolment().get(one.enrolmentId());
            int minimum = shared.rules().minimumConnection(scope(session, enrolment));
            PresenceObservation traced = observing.of(own, connections, null, minimum);
            found.add(new Situation(
                    session,
                    learnerId,
                    enrolment,
                    mark == null ? traced : observing.of(own, connections, mark, minimum),
                    traced,
                    mark,
                    new Situation.Context(
                            proposals.stream().anyMatch(proposal -> mayBe(proposal, learnerId, own)),
                            trainerSigned,
                            learnersSigned,
                            logged),
                    at));
        }
        return found;
    }

    private static PresenceScope scope(SessionInfo session, @Nullable EnrolmentInfo enrolment) {
        return new PresenceScope(
                session.modality().name(),
                enrolment == null ? "" : enrolment.programme().code(),
                enrolment == null ? List.of() : enrolment.funderKinds(session.localDay()));
    }

    /** Somebody was active on the platform while the session was held there. */
    private static boolean used(SessionInfo session, List<ExpectedLearner> expected, Map<UUID, List<Trace>> activity) {
        return expected.stream()
                .flatMap(one -> activity.getOrDefault(one.learner().id(), List.of()).stream())
                .anyMatch(trace -> within(session, trace.time().occurredAt()));
    }

    private static boolean within(SessionInfo session, Instant instant) {
        return !instant.isBefore(session.startsAt()) && instant.isBefore(session.endsAt());
    }

    /** Somebody whom the same source already shows is not also the unknown one, unless it is as likely as its very name. */
    private static boolean mayBe(Proposal proposal, UUID learnerId, List<Trace> own) {
        boolean shown =
                own.stream().anyMatch(t -> t.origin().source() == proposal.source() && t.kind() == TraceKind.INTERVAL);
        return proposal.candidates().stream()
                .anyMatch(c -> c.learnerId().equals(learnerId) && (!shown || c.likeliest()));
    }

    private static boolean trainersSignature(Trace trace) {
        return trace.kind() == TraceKind.SIGNATURE
                && trace.match().learnerId() == null
                && "TRAINER".equalsIgnoreCase(String.valueOf(trace.payload().get("role")));
    }
}
