package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Identities.Seen;
import fr.educentre.assidu.evidence.Identities.SeenAt;
import fr.educentre.assidu.evidence.Identities.State;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The participants of the inbox as a person reads them: where they were seen, what was decided, who they may be. */
@Component
class SeenParticipants {

    private final IdentityInboxQueries rows;
    private final Sessions sessions;
    private final Learners learners;
    private final ParticipantRanking ranking;

    SeenParticipants(IdentityInboxQueries rows, Sessions sessions, Learners learners, ParticipantRanking ranking) {
        this.rows = rows;
        this.sessions = sessions;
        this.learners = learners;
        this.ranking = ranking;
    }

    /** A bounded number of statements for a page. */
    List<Seen> seen(List<IdentityInboxQueries.Row> found) {
        Map<UUID, UUID> sessionOf = rows.sessions(
                found.stream().flatMap(row -> row.proposalIds().stream()).toList());
        Map<UUID, SessionInfo> held = sessions.byIds(new HashSet<>(sessionOf.values()));
        Map<UUID, LearnerInfo> decided = learners.byIds(found.stream()
                .map(IdentityInboxQueries.Row::learnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<IdentityInboxQueries.Row> open =
                found.stream().filter(row -> row.state() == State.OPEN).toList();
        ParticipantRanking.Ranker ranker = ranking.ranker(open, sessionOf, held);
        return found.stream()
                .map(row -> seen(row, sessionOf, held, decided, ranker))
                .toList();
    }

    private Seen seen(
            IdentityInboxQueries.Row row,
            Map<UUID, UUID> sessionOf,
            Map<UUID, SessionInfo> held,
            Map<UUID, LearnerInfo> decided,
            ParticipantRanking.Ranker ranker) {
        List<SeenAt> at = row.proposalIds().stream()
                .map(id -> seenAt(id, held.get(sessionOf.get(id))))
                .flatMap(Optional::stream)
                .toList();
        LearnerInfo learner = row.learnerId() == null ? null : decided.get(row.learnerId());
        return new Seen(
                row.proposalIds().getFirst(),
                new Seen.SeenParticipant(
                        row.participant().source(),
                        row.participant().personKey(),
                        row.participant().name(),
                        row.participant().email(),
                        row.participant().lasting()),
                row.state(),
                new Seen.SeenMatch(row.learnerId(), learner == null ? null : learner.name()),
                new Seen.SeenDecision(row.decision().by(), row.decision().at()),
                at,
                row.state() == State.OPEN ? ranker.rank(row, at) : List.of(),
                row.note());
    }

    private static Optional<SeenAt> seenAt(UUID proposalId, @Nullable SessionInfo session) {
        return Optional.ofNullable(session)
                .map(held -> new SeenAt(
                        proposalId,
                        held.id(),
                        held.title(),
                        held.groupName(),
                        OffsetDateTime.ofInstant(held.startsAt(), held.zone())));
    }
}
