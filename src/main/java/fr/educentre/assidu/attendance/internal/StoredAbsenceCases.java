package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredAbsenceCases implements AbsenceCases {

    private final AbsenceCaseStore cases;
    private final Sessions sessions;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Texts texts;

    StoredAbsenceCases(
            AbsenceCaseStore cases,
            Sessions sessions,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            Texts texts) {
        this.texts = texts;
        this.cases = cases;
        this.sessions = sessions;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<AbsenceCase> find(UUID caseId) {
        return cases.byIds(List.of(caseId)).stream().findFirst();
    }

    @Override
    public List<AbsenceCase> ofLearner(UUID learnerId) {
        return cases.ofLearners(List.of(learnerId));
    }

    @Override
    public Map<UUID, List<AbsenceCase>> ofLearners(Collection<UUID> learnerIds) {
        return cases.ofLearners(learnerIds).stream().collect(Collectors.groupingBy(AbsenceCase::learnerId));
    }

    @Override
    public Map<UUID, List<AbsenceCase>> ofLearnersAsKnownAt(Collection<UUID> learnerIds, Instant knownAt) {
        return cases.ofLearnersAsKnownAt(learnerIds, knownAt).stream()
                .collect(Collectors.groupingBy(AbsenceCase::learnerId));
    }

    @Override
    public List<AbsenceCase> ofHalfDay(UUID learnerId, String halfDay) {
        return cases.ofHalfDay(learnerId, halfDay);
    }

    @Override
    public List<AbsenceCase> ofSessions(UUID learnerId, Collection<UUID> sessionIds) {
        return cases.ofLearnerSessions(learnerId, sessionIds);
    }

    @Override
    public List<AbsenceCase> open(@Nullable UUID trainerId, int limit, int offset) {
        return cases.open(trainerId == null ? null : sessionsOf(trainerId), limit, offset);
    }

    /** Sessions with open cases that the trainer gives. */
    private Set<UUID> sessionsOf(UUID trainerId) {
        Map<UUID, SessionInfo> concerned = sessions.byIds(cases.sessionsOfOpenCases());
        if (concerned.isEmpty()) {
            return Set.of();
        }
        Instant from = concerned.values().stream()
                .map(SessionInfo::startsAt)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant to = concerned.values().stream()
                .map(SessionInfo::startsAt)
                .max(Instant::compareTo)
                .orElseThrow();
        var query = new Sessions.Query(null, trainerId, null, from, to.plusSeconds(1), Set.of());
        Set<UUID> found = new HashSet<>();
        for (int page = 0; ; page++) {
            PageOf<SessionInfo> some = sessions.search(query, page, PageOf.MAX_SIZE);
            some.items().forEach(session -> found.add(session.id()));
            if (some.items().size() < PageOf.MAX_SIZE) {
                found.retainAll(concerned.keySet());
                return found;
            }
        }
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "who may file a justification is decided where it is filed")
    public void underReview(Collection<UUID> caseIds, UUID justificationId, String by) {
        move(
                caseIds,
                new AbsenceCaseStore.Move(JustificationState.UNDER_REVIEW, null, justificationId, null, null),
                null,
                by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void justified(
            Collection<UUID> caseIds, UUID justificationId, String reasonCode, Map<String, String> effects, String by) {
        move(
                caseIds,
                new AbsenceCaseStore.Move(JustificationState.JUSTIFIED, null, justificationId, reasonCode, effects),
                null, // a reason may be medical: the case alone keeps it
                by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void toJustify(Collection<UUID> caseIds, Instant deadline, String by) {
        move(caseIds, new AbsenceCaseStore.Move(JustificationState.TO_JUSTIFY, deadline, null, null, null), null, by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void unjustified(Collection<UUID> caseIds, Wording note, String by) {
        move(caseIds, new AbsenceCaseStore.Move(JustificationState.UNJUSTIFIED, null, null, null, null), note, by);
    }

    private void move(Collection<UUID> caseIds, AbsenceCaseStore.Move move, @Nullable Wording note, String by) {
        if (caseIds.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<AbsenceCase> moving =
                cases.locked(caseIds).stream().filter(one -> changes(one, move)).toList();
        if (moving.isEmpty()) {
            return;
        }
        List<UUID> ids = moving.stream().map(AbsenceCase::id).toList();
        cases.move(ids, move, now);
        cases.tell(ids, move.state().name(), by, note == null ? null : note.stored(), now);
        for (AbsenceCase one : moving) {
            journal.record(JournalRecord.of("absence.moved", "absence", one.id().toString())
                    .by(by)
                    .learner(one.learnerId())
                    .before(Map.of("state", one.state().name()))
                    .after(
                            note == null
                                    ? Map.of("state", move.state().name())
                                    : Map.of("state", move.state().name(), "note", note.in(Texts.FRENCH, texts))));
            events.publishEvent(new AbsenceMoved(one.id(), one.missed().sessionId(), one.learnerId(), move.state()));
        }
    }

    private static boolean changes(AbsenceCase one, AbsenceCaseStore.Move move) {
        return one.state() != move.state()
                || (move.deadline() != null && !move.deadline().equals(one.deadline()))
                || (move.justificationId() != null
                        && !move.justificationId().equals(one.justification().id()));
    }
}
