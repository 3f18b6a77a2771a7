package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.internal.ProposalStore.StoredProposal;
import fr.educentre.assidu.shell.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which proposals a person may decide together. */
class OwnProposalsTests {

    private static final Actor TRAINER = new Actor(null, "ana", "Ana", Role.TRAINER, new UUID(1, 1));

    private final StoredProposal monday = proposal(1, EvidenceSource.ZOOM, "lou");
    private final StoredProposal tuesday = proposal(2, EvidenceSource.ZOOM, "lou");
    private final ProposalStore proposals = mock(ProposalStore.class);
    private final AliasStore aliases = mock(AliasStore.class);
    private final CurrentActor current = mock(CurrentActor.class);
    private final Ownership ownership = mock(Ownership.class);
    private final OwnProposals own = new OwnProposals(proposals, aliases, current, ownership);

    @BeforeEach
    void aTrainerIsSignedIn() {
        when(current.find()).thenReturn(Optional.of(TRAINER));
        when(proposals.find(id(monday))).thenReturn(Optional.of(monday));
    }

    @Test
    void those_of_one_participant_are_decided_together_and_the_participant_is_locked_first() {
        found(monday, tuesday);

        assertThat(own.locked(ids(monday, tuesday))).containsExactly(monday, tuesday);

        var order = inOrder(aliases, proposals);
        order.verify(aliases).lock(EvidenceSource.ZOOM, "lou");
        order.verify(proposals).lock(ids(monday, tuesday));
    }

    @Test
    void none_or_one_that_is_gone_is_not_found() {
        refused(List.of(), Refusal.Kind.NOT_FOUND);
        found(monday);
        refused(ids(monday, tuesday), Refusal.Kind.NOT_FOUND);
    }

    @Test
    void those_of_two_participants_are_not_decided_together() {
        for (var other : List.of(proposal(3, EvidenceSource.ZOOM, "zoe"), proposal(4, EvidenceSource.TEAMS, "lou"))) {
            found(monday, other);
            refused(ids(monday, other), Refusal.Kind.NOT_FOUND);
        }
        verify(ownership, never()).requireSession(TRAINER, monday.proposal().sessionId());
    }

    @Test
    void one_of_them_in_a_session_of_somebody_else_is_enough_to_refuse_all() {
        found(monday, tuesday);
        doThrow(Refusal.notYours())
                .when(ownership)
                .requireSession(TRAINER, tuesday.proposal().sessionId());
        refused(ids(monday, tuesday), Refusal.Kind.NOT_YOURS);
    }

    @Test
    void the_system_decides_in_every_session() {
        when(current.find()).thenReturn(Optional.empty());
        found(monday);

        assertThat(own.locked(ids(monday))).containsExactly(monday);
        verifyNoInteractions(ownership);
    }

    private void found(StoredProposal... some) {
        when(proposals.lock(anyCollection())).thenReturn(Arrays.asList(some));
    }

    private void refused(List<UUID> proposalIds, Refusal.Kind kind) {
        assertThatThrownBy(() -> own.locked(proposalIds))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static UUID id(StoredProposal one) {
        return one.proposal().id();
    }

    private static List<UUID> ids(StoredProposal... some) {
        return Arrays.stream(some).map(OwnProposalsTests::id).toList();
    }

    private static StoredProposal proposal(int number, EvidenceSource source, String personKey) {
        return new StoredProposal(
                new Proposal(new UUID(2, number), new UUID(3, number), source, personKey, personKey, List.of(), ""),
                ProposalStore.State.OPEN,
                null,
                null,
                false,
                false,
                null);
    }
}
