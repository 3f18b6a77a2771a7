package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class IdentityInbox implements Identities {

    private static final UUID NOBODY = new UUID(0, 0);

    private final IdentityInboxQueries rows;
    private final SeenParticipants participants;
    private final AliasStore aliases;
    private final AliasGuard guard;
    private final IdentityDecisions decisions;
    private final MatchRevocation takingBack;
    private final CurrentActor actor;

    IdentityInbox(
            IdentityInboxQueries rows,
            SeenParticipants participants,
            AliasStore aliases,
            AliasGuard guard,
            IdentityDecisions decisions,
            MatchRevocation takingBack,
            CurrentActor actor) {
        this.rows = rows;
        this.participants = participants;
        this.aliases = aliases;
        this.guard = guard;
        this.decisions = decisions;
        this.takingBack = takingBack;
        this.actor = actor;
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    public PageOf<Seen> search(Query query, int page, int size) {
        UUID trainer = trainer();
        long total = rows.count(query, trainer);
        List<IdentityInboxQueries.Row> found = rows.page(query, trainer, page, size);
        return new PageOf<>(found.isEmpty() ? List.of() : participants.seen(found), page, size, total);
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
