package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Identities.Likelihood;
import fr.educentre.assidu.evidence.Identities.Ranked;
import fr.educentre.assidu.evidence.Identities.SeenAt;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who the participants of the inbox may be among the learners expected, likeliest first. */
@Component
class ParticipantRanking {

    private static final double VERY_LIKELY = 0.9;
    private static final double LIKELY = 0.75;

    private final ProposalStore proposals;
    private final CandidateFinder candidates;
    private final Sessions sessions;
    private final Groups groups;

    ParticipantRanking(ProposalStore proposals, CandidateFinder candidates, Sessions sessions, Groups groups) {
        this.proposals = proposals;
        this.candidates = candidates;
        this.sessions = sessions;
        this.groups = groups;
    }

    /** What the learners of these rows are ranked by, read at once. */
    Ranker ranker(List<IdentityInboxQueries.Row> open, Map<UUID, UUID> sessionOf, Map<UUID, SessionInfo> held) {
        if (open.isEmpty()) {
            return new Ranker(Map.of(), Map.of(), Map.of(), Map.of());
        }
        Set<UUID> ids = open.stream()
                .flatMap(row -> row.proposalIds().stream())
                .map(sessionOf::get)
                .collect(Collectors.toSet());
        Map<UUID, List<ExpectedLearner>> expected = sessions.expected(ids);
        Map<UUID, GroupInfo> groupOf = ids.stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .map(SessionInfo::plannedOn)
                .max(Comparator.naturalOrder())
                .map(day -> groups.groupsOf(
                        expected.values().stream()
                                .flatMap(List::stream)
                                .map(one -> one.learner().id())
                                .collect(Collectors.toSet()),
                        day))
                .orElse(Map.of());
        var said = proposals.confirmations(
                open.stream().map(one -> one.participant().personKey()).collect(Collectors.toSet()));
        return new Ranker(expected, held, groupOf, said);
    }

    /** Ranks the learners expected where a participant was seen. */
    final class Ranker {

        private final Map<UUID, List<ExpectedLearner>> expected;
        private final Map<UUID, SessionInfo> held;
        private final Map<UUID, GroupInfo> groupOf;
        private final Map<String, Map<UUID, Integer>> said;

        Ranker(
                Map<UUID, List<ExpectedLearner>> expected,
                Map<UUID, SessionInfo> held,
                Map<UUID, GroupInfo> groupOf,
                Map<String, Map<UUID, Integer>> said) {
            this.expected = expected;
            this.held = held;
            this.groupOf = groupOf;
            this.said = said;
        }

        List<Ranked> rank(IdentityInboxQueries.Row row, List<SeenAt> at) {
            Map<UUID, LearnerInfo> among = new LinkedHashMap<>();
            Map<UUID, Integer> times = new HashMap<>();
            Set<UUID> ownGroups = new HashSet<>();
            for (SeenAt one : at) {
                SessionInfo session = held.get(one.sessionId());
                if (session != null) {
                    ownGroups.add(session.groupId());
                }
                expected.getOrDefault(one.sessionId(), List.of()).forEach(learner -> {
                    among.put(learner.learner().id(), learner.learner());
                    times.merge(learner.learner().id(), 1, Integer::sum);
                });
            }
            Set<UUID> same = among.keySet().stream()
                    .filter(id -> Optional.ofNullable(groupOf.get(id))
                            .map(GroupInfo::id)
                            .filter(ownGroups::contains)
                            .isPresent())
                    .collect(Collectors.toSet());
            // Where all are of the group it tells nobody apart.
            var clues = new CandidateRanking.Clues(
                    row.participant().name(),
                    row.participant().email(),
                    said.getOrDefault(row.participant().personKey(), Map.of()),
                    same.size() == among.size() ? Set.of() : same);
            return CandidateRanking.of(among.values(), clues).stream()
                    .map(one -> new Ranked(
                            one.learner().id(),
                            one.learner().name(),
                            one.score(),
                            likelihood(one.score()),
                            candidates.read(one),
                            times.getOrDefault(one.learner().id(), 0)))
                    .toList();
        }
    }

    private static Likelihood likelihood(double score) {
        return score >= VERY_LIKELY
                ? Likelihood.VERY_LIKELY
                : score >= LIKELY ? Likelihood.LIKELY : Likelihood.POSSIBLE;
    }
}
