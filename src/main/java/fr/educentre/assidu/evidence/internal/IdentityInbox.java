package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.OffsetDateTime;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class IdentityInbox implements Identities {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final double VERY_LIKELY = 0.9;
    private static final double LIKELY = 0.75;

    private final IdentityInboxQueries rows;
    private final ProposalStore proposals;
    private final AliasStore aliases;
    private final AliasGuard guard;
    private final IdentityDecisions decisions;
    private final MatchRevocation takingBack;
    private final CandidateFinder candidates;
    private final Sessions sessions;
    private final Learners learners;
    private final Groups groups;
    private final CurrentActor actor;

    IdentityInbox(
            IdentityInboxQueries rows,
            ProposalStore proposals,
            AliasStore aliases,
            AliasGuard guard,
            IdentityDecisions decisions,
            MatchRevocation takingBack,
            CandidateFinder candidates,
            Sessions sessions,
            Learners learners,
            Groups groups,
            CurrentActor actor) {
        this.rows = rows;
        this.proposals = proposals;
        this.aliases = aliases;
        this.guard = guard;
        this.decisions = decisions;
        this.takingBack = takingBack;
        this.candidates = candidates;
        this.sessions = sessions;
        this.learners = learners;
        this.groups = groups;
        this.actor = actor;
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    public PageOf<Seen> search(Query query, int page, int size) {
        UUID trainer = trainer();
        long total = rows.count(query, trainer);
        List<IdentityInboxQueries.Row> found = rows.page(query, trainer, page, size);
        return new PageOf<>(found.isEmpty() ? List.of() : seen(found), page, size, total);
    }

    @Override
    public long waiting() {
        Actor reads = actor.find().orElse(null);
        return reads == null || !reads.is(Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR)
                ? 0
                : rows.count(new Query(State.OPEN, null, null), trainer());
    }

    private @Nullable UUID trainer() {
        Actor reads = actor.get();
        return reads.is(Role.TRAINER) ? Objects.requireNonNullElse(reads.personId(), NOBODY) : null;
    }

    /** A bounded number of statements for a page. */
    private List<Seen> seen(List<IdentityInboxQueries.Row> found) {
        Map<UUID, UUID> sessionOf = rows.sessions(
                found.stream().flatMap(row -> row.proposalIds().stream()).toList());
        Map<UUID, SessionInfo> held = sessions.byIds(new HashSet<>(sessionOf.values()));
        Map<UUID, LearnerInfo> decided = learners.byIds(found.stream()
                .map(IdentityInboxQueries.Row::learnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<IdentityInboxQueries.Row> open =
                found.stream().filter(row -> row.state() == State.OPEN).toList();
        Ranker ranker = ranker(open, sessionOf, held);
        return found.stream()
                .map(row -> seen(row, sessionOf, held, decided, ranker))
                .toList();
    }

    private Seen seen(
            IdentityInboxQueries.Row row,
            Map<UUID, UUID> sessionOf,
            Map<UUID, SessionInfo> held,
            Map<UUID, LearnerInfo> decided,
            Ranker ranker) {
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

    private Ranker ranker(List<IdentityInboxQueries.Row> open, Map<UUID, UUID> sessionOf, Map<UUID, SessionInfo> held) {
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
                .max(java.util.Comparator.naturalOrder())
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

    private final class Ranker {

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

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public Decided confirm(Collection<UUID> proposalIds, UUID learnerId, String by) {
        return decisions.confirm(proposalIds, learnerId, by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void dismiss(Collection<UUID> proposalIds, String by) {
        decisions.dismiss(proposalIds, by);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void undo(Collection<UUID> proposalIds, String by) {
        decisions.undo(proposalIds, by);
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    public PageOf<Alias> aliases(AliasQuery query, int page, int size) {
        UUID trainer = trainer();
        UUID account = actor.get().accountId();
        return new PageOf<>(
                rows.aliases(query, trainer, account, page, size),
                page,
                size,
                rows.countAliases(query, trainer, account));
    }

    @Override
    public Optional<Alias> alias(UUID aliasId) {
        return rows.alias(aliasId).stream().findFirst();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void withdrawAlias(UUID aliasId, String by) {
        AliasStore.StoredAlias alias = aliases.find(aliasId).orElseThrow(() -> Refusal.notFound("alias"));
        actor.find().ifPresent(person -> guard.check(person, aliasId));
        aliases.lock(alias.participant().source(), alias.participant().personKey());
        takingBack.alias(alias, by);
    }
}
