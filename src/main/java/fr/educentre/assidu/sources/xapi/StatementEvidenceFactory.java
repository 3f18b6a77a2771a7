package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.evidence.ActivityIntervals;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes traces of statements: finds the learner, and the online session that the statement falls into. */
@Component
class StatementEvidenceFactory {

    private final Learners learners;
    private final Sessions sessions;

    StatementEvidenceFactory(Learners learners, Sessions sessions) {
        this.learners = learners;
        this.sessions = sessions;
    }

    List<NewTrace> of(List<Statement> statements, UUID delivery) {
        Map<String, LearnerInfo> byAccount = byAccount(statements);
        Map<String, LearnerInfo> byEmail = byEmail(statements);
        Map<UUID, List<Statement>> ofLearner = new HashMap<>();
        for (Statement statement : statements) {
            LearnerInfo learner = learner(statement, byAccount, byEmail);
            if (learner != null) {
                ofLearner.computeIfAbsent(learner.id(), id -> new ArrayList<>()).add(statement);
            }
        }
        Map<UUID, List<SessionInfo>> online = new HashMap<>();
        ofLearner.forEach((id, theirs) -> online.put(id, sessions.onlineSessionsOf(id, span(theirs))));
        return statements.stream()
                .map(statement -> {
                    LearnerInfo learner = learner(statement, byAccount, byEmail);
                    return trace(statement, learner, delivery, sessionOf(statement, learner, online));
                })
                .toList();
    }

    private static @Nullable LearnerInfo learner(
            Statement statement, Map<String, LearnerInfo> byAccount, Map<String, LearnerInfo> byEmail) {
        ActorIdentifier actor = statement.actor();
        if (actor.accountName() != null) {
            return byAccount.get(actor.accountName());
        }
        return actor.email() == null ? null : byEmail.get(actor.email());
    }

    private static @Nullable UUID sessionOf(
            Statement statement, @Nullable LearnerInfo learner, Map<UUID, List<SessionInfo>> online) {
        return learner == null || statement.voids()
                ? null
                : nearest(online.getOrDefault(learner.id(), List.of()), statement.timestamp())
                        .map(SessionInfo::id)
                        .orElse(null);
    }

    private static NewTrace trace(
            Statement statement, @Nullable LearnerInfo learner, UUID delivery, @Nullable UUID session) {
        ActorIdentifier actor = statement.actor();
        return new NewTrace(
                new NewTrace.Origin(EvidenceSource.XAPI, Channel.API, statement.id(), delivery),
                TraceKind.ACTIVITY,
                new TraceTime(statement.timestamp(), statement.timestamp(), null),
                new NewTrace.Person(
                        actor.key(),
                        actor.name() == null ? actor.accountName() : actor.name(),
                        actor.email(),
                        actor.accountName()),
                new NewTrace.Subject(session, null, statement.about(), statement.verb()),
                statement.content(),
                new TraceMatch(
                        learner == null ? null : learner.id(),
                        learner == null
                                ? null
                                : actor.accountName() != null ? MatchMethod.ISSUED_ID : MatchMethod.EMAIL));
    }

    /** With some room around: what is done just before or after a session bounds what was done in it. */
    private static TimeSlot span(Collection<Statement> statements) {
        Instant first = statements.stream()
                .map(Statement::timestamp)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = statements.stream()
                .map(Statement::timestamp)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration room = ActivityIntervals.DEFAULT_IDLE_CAP;
        return new TimeSlot(first.minus(room), last.plus(room));
    }

    private static Optional<SessionInfo> nearest(List<SessionInfo> online, Instant at) {
        return online.stream()
                .filter(session -> away(session, at).compareTo(ActivityIntervals.DEFAULT_IDLE_CAP) < 0)
                .min(Comparator.comparing(session -> away(session, at)));
    }

    private static Duration away(SessionInfo session, Instant at) {
        if (at.isBefore(session.startsAt())) {
            return Duration.between(at, session.startsAt());
        }
        return at.isBefore(session.endsAt())
                ? Duration.ZERO
                : Duration.between(session.endsAt(), at).plusMillis(1);
    }

    private Map<String, LearnerInfo> byAccount(List<Statement> statements) {
        Set<String> names = statements.stream()
                .map(statement -> statement.actor().accountName())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return names.isEmpty() ? Map.of() : learners.byExternalIds(names);
    }

    private Map<String, LearnerInfo> byEmail(List<Statement> statements) {
        Set<String> emails = statements.stream()
                .map(statement -> statement.actor().email())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return emails.isEmpty() ? Map.of() : learners.byEmails(emails);
    }
}
