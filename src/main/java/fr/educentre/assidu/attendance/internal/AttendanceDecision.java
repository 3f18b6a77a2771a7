package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.AttendanceChanged;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Traces to verdicts, through the presence rules. A number of statements that does not depend on the number of sessions or
 * learners; two runs about the same session wait for each other.
 */
@Component
class AttendanceDecision {

    private static final String SYSTEM = "Assidu";

    private final AttendanceFactsLoader gathering;
    private final PresenceRules rules;
    private final VerdictStore verdicts;
    private final AbsenceCaseUpdater cases;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    AttendanceDecision(
            AttendanceFactsLoader gathering,
            PresenceRules rules,
            VerdictStore verdicts,
            AbsenceCaseUpdater cases,
            Journal journal,
            ApplicationEventPublisher events) {
        this.gathering = gathering;
        this.rules = rules;
        this.verdicts = verdicts;
        this.cases = cases;
        this.journal = journal;
        this.events = events;
    }

    /** A learner's verdict before and after. */
    record Change(
            SessionInfo session,
            UUID learnerId,
            @Nullable Verdict before,
            @Nullable Verdict after) {}

    /**
     * @param onlyLearners whom to decide about; null for everyone expected
     * @param at when each session is decided
     * @param tell whether others are told of what changed
     */
    @Transactional
    void decide(
            Collection<UUID> sessionIds,
            @Nullable Set<UUID> onlyLearners,
            Function<SessionInfo, Instant> at,
            boolean tell) {
        if (sessionIds.isEmpty()) {
            return;
        }
        verdicts.lock(sessionIds);
        PresenceRules.InForce inForce = rules.inForce();
        AttendanceFactsLoader.Loaded gathered = gathering.of(sessionIds, at, inForce);
        List<Change> changes = changes(
                gathered,
                verdicts.current(gathered.sessions().values()),
                learner -> onlyLearners == null || onlyLearners.contains(learner),
                inForce);
        write(changes, gathered.sessions(), at, tell);
    }

    /**
     * What there is to change, of the learners meant; nothing is written.
     *
     * @param verdicts current ones of the sessions
     */
    static List<Change> changes(
            AttendanceFactsLoader.Loaded gathered,
            Collection<Verdict> verdicts,
            Predicate<UUID> meant,
            PresenceRules.InForce inForce) {
        Map<String, Verdict> current = new HashMap<>();
        for (Verdict verdict : verdicts) {
            if (meant.test(verdict.subject().learnerId())) {
                current.put(
                        VerdictStore.key(
                                verdict.subject().sessionId(), verdict.subject().learnerId()),
                        verdict);
            }
        }
        Map<String, Case> open = new LinkedHashMap<>();
        for (AttendanceFactsLoader.Situation situation : gathered.situations()) {
            if (meant.test(situation.learnerId())) {
                open.put(situation.key(), new Case(situation, current.remove(situation.key())));
            }
        }
        Map<String, PresenceOutcome> outcomes = inForce.decide(
                open.values().stream().map(one -> facts(one.situation)).toList());
        List<Change> changes = new ArrayList<>();
        open.forEach((key, one) -> {
            Verdict next = next(one, Objects.requireNonNull(outcomes.get(key), "No outcome for " + key), inForce);
            if (next != null) {
                changes.add(new Change(one.situation.session(), one.situation.learnerId(), one.before, next));
            }
        });
        current.values()
                .forEach(gone -> changes.add(new Change(
                        Objects.requireNonNull(
                                gathered.sessions().get(gone.subject().sessionId())),
                        gone.subject().learnerId(),
                        gone,
                        null)));
        return changes;
    }

    private record Case(
            AttendanceFactsLoader.Situation situation,
            @Nullable Verdict before) {}

    private static PresenceFacts facts(AttendanceFactsLoader.Situation situation) {
        PresenceObservation seen = situation.observation();
        SessionInfo session = situation.session();
        PersonMark mark = situation.mark();
        return new PresenceFacts(
                situation.key(),
                situation.scope(),
                new PresenceFacts.Presence(
                        session.taughtMinutes(),
                        seen.presence().minutes(),
                        seen.fromConnections(),
                        session.taughtMinutes() == 0
                                ? 0
                                : (double) seen.presence().minutes() / session.taughtMinutes(),
                        seen.presence().firstArrival(),
                        seen.presence().lastDeparture()),
                new PresenceFacts.Received(
                        situation.context().logged(),
                        situation.sourceComplete(),
                        situation.context().openProposal(),
                        seen.connected(),
                        !Discordances.of(situation, situation.traced()).isEmpty(),
                        seen.proof().partly(),
                        seen.proof().sources()),
                mark == null
                        ? null
                        : new PresenceFacts.Mark(
                                mark.status().name(),
                                mark.author().by(),
                                mark.author().reason(),
                                mark.correction()),
                new PresenceFacts.Signatures(seen.signed(), situation.context().trainerSigned()));
    }

    /** The next version, or null when nothing changed. */
    private static @Nullable Verdict next(Case one, PresenceOutcome outcome, PresenceRules.InForce inForce) {
        Verdict before = one.before;
        Verdict next = verdict(one.situation, outcome, inForce);
        if (before == null) {
            boolean nothingToSay = next.status() == AttendanceStatus.AWAITING_DATA
                    && next.proof().evidence().isEmpty();
            return nothingToSay ? null : next;
        }
        PersonMark mark = one.situation.mark();
        if (mark != null
                && before.decidedBy() instanceof Verdict.ByPerson
                && before.proof().evidence().contains(mark.traceId())
                && before.minutes().taught() == next.minutes().taught()) {
            boolean proofFound = next.proof().sufficient() && !before.proof().sufficient();
            return proofFound && !one.situation.closed() ? VerdictVersioning.withProof(before, next) : null;
        }
        return VerdictVersioning.same(before, next) ? null : VerdictVersioning.after(before, next);
    }

    private static Verdict verdict(
            AttendanceFactsLoader.Situation situation, PresenceOutcome outcome, PresenceRules.InForce inForce) {
        AttendanceStatus status = AttendanceStatus.valueOf(outcome.status());
        PresenceObservation seen = situation.observation();
        SessionInfo session = situation.session();
        EnrolmentInfo enrolment = situation.enrolment();
        CreditingPolicy credited = CreditingPolicy.of(
                enrolment, session.localDay(), status, seen.presence().minutes(), inForce::crediting);
        boolean measured = status == AttendanceStatus.LATE
                || status == AttendanceStatus.LEFT_EARLY
                || status == AttendanceStatus.PARTIAL;
        return new Verdict(
                new Verdict.Subject(session.id(), situation.learnerId(), enrolment == null ? null : enrolment.id()),
                status,
                new Verdict.Minutes(
                        session.taughtMinutes(),
                        seen.presence().minutes(),
                        credited.minutes(),
                        measured ? Objects.requireNonNullElse(seen.presence().firstArrival(), 0) : 0,
                        measured ? Objects.requireNonNullElse(seen.presence().lastDeparture(), 0) : 0),
                credited.credits(),
                new Verdict.Proof(
                        outcome.proofSufficient(),
                        seen.presence().intervals(),
                        seen.proof().evidence()),
                decision(situation.mark(), outcome, credited.explained(outcome.why())),
                new Verdict.Version(1, situation.at(), null));
    }

    private static Verdict.Decision decision(@Nullable PersonMark mark, PresenceOutcome outcome, Wording why) {
        return mark != null && mark.author().person() && mark.status().name().equals(outcome.status())
                ? new Verdict.ByPerson(
                        mark.author().by(), mark.author().role(), mark.author().reason(), mark.documentId(), why)
                : new Verdict.ByRule(outcome.rule(), outcome.ruleVersion(), why);
    }

    private void write(
            List<Change> changes, Map<UUID, SessionInfo> sessions, Function<SessionInfo, Instant> at, boolean tell) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Integer> last = verdicts.lastVersions(
                changes.stream().map(Change::session).distinct().toList());
        List<Change> numbered = changes.stream()
                .map(change -> VerdictVersioning.numbered(change, last))
                .toList();
        verdicts.supersede(
                numbered.stream().map(Change::before).filter(Objects::nonNull).toList(),
                at.apply(numbered.getFirst().session()));
        verdicts.add(
                numbered.stream().map(Change::after).filter(Objects::nonNull).toList(), sessions);
        Map<SessionInfo, List<Change>> bySession = new LinkedHashMap<>();
        numbered.forEach(change -> bySession
                .computeIfAbsent(change.session(), s -> new ArrayList<>())
                .add(change));
        bySession.forEach(this::journal);
        cases.follow(numbered, at, tell);
        if (tell) {
            bySession.forEach((session, changed) -> events.publishEvent(new AttendanceChanged(
                    session.id(),
                    new HashSet<>(changed.stream().map(Change::learnerId).toList()))));
        }
    }

    private void journal(SessionInfo session, List<Change> changes) {
        journal.record(
                JournalRecord.of("attendance.decided", "session", session.id().toString())
                        .by(SYSTEM)
                        .learner(changes.size() == 1 ? changes.getFirst().learnerId() : null)
                        .before(counts(changes.stream().map(Change::before).toList()))
                        .after(counts(changes.stream().map(Change::after).toList())));
    }

    private static Map<String, Integer> counts(List<? extends @Nullable Verdict> verdicts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict != null) {
                counts.merge(verdict.status().name(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
