package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.internal.ProposalStore.State;
import fr.educentre.assidu.evidence.internal.ProposalStore.StoredProposal;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityPolicyTests {

    private static final UUID SESSION = new UUID(0, 9);
    private static final LearnerInfo LEA = learner(1, "Léa");
    private static final LearnerInfo TOM = learner(2, "Tom");
    private static final List<ExpectedLearner> LEA_IS_EXPECTED = List.of(new ExpectedLearner(SESSION, LEA, null));

    @Test
    void a_persons_word_comes_before_all_else() {
        var confirmed = decided(State.CONFIRMED, TOM, false, "ana");
        assertThat(IdentityPolicy.first(clues(confirmed, LEA, LEA, false, Optional.of(LEA.id()))))
                .contains(new IdentityMatch.Known(TOM.id(), MatchMethod.CONFIRMED));
        var dismissed = decided(State.DISMISSED, null, false, "ana");
        assertThat(IdentityPolicy.first(clues(dismissed, LEA, LEA, false, Optional.of(LEA.id()))))
                .contains(new IdentityMatch.Nobody());
    }

    @Test
    void an_identifier_that_we_issued_is_surer_than_an_address_and_both_than_an_alias() {
        assertThat(IdentityPolicy.first(clues(null, LEA, TOM, false, Optional.empty())))
                .contains(new IdentityMatch.Known(LEA.id(), MatchMethod.ISSUED_ID));
        assertThat(IdentityPolicy.first(clues(null, null, LEA, false, Optional.of(TOM.id()))))
                .contains(new IdentityMatch.Known(LEA.id(), MatchMethod.EMAIL));
        assertThat(IdentityPolicy.first(clues(null, null, null, false, Optional.of(LEA.id()))))
                .contains(new IdentityMatch.Known(LEA.id(), MatchMethod.ALIAS));
    }

    @Test
    void whoever_is_not_expected_is_for_a_person_to_say_and_their_alias_says_nothing() {
        assertThat(IdentityPolicy.first(clues(null, TOM, null, false, Optional.empty())))
                .contains(new IdentityMatch.Open(List.of(), UnmatchedReason.notExpected("Tom Roy")));
        assertThat(IdentityPolicy.first(clues(null, null, null, false, Optional.of(TOM.id()))))
                .isEmpty();
    }

    @Test
    void the_sessions_trainer_is_no_learner_unless_something_sure_names_one() {
        assertThat(IdentityPolicy.first(clues(null, null, null, true, Optional.of(LEA.id()))))
                .contains(new IdentityMatch.Trainer());
        assertThat(IdentityPolicy.first(clues(null, LEA, null, true, Optional.empty())))
                .contains(new IdentityMatch.Known(LEA.id(), MatchMethod.ISSUED_ID));
    }

    @Test
    void what_a_person_took_back_is_matched_by_nothing_but_a_person() {
        var reopened = decided(State.OPEN, null, true, null);
        assertThat(IdentityPolicy.first(clues(reopened, LEA, LEA, false, Optional.of(LEA.id()))))
                .isEmpty();
        assertThat(IdentityPolicy.first(clues(reopened, TOM, null, false, Optional.empty())))
                .contains(new IdentityMatch.Open(List.of(), UnmatchedReason.notExpected("Tom Roy")));
    }

    @Test
    void what_was_settled_without_a_person_stands_where_nothing_surer_speaks() {
        var settled = decided(State.CONFIRMED, TOM, false, ProposalStore.SYSTEM);
        assertThat(IdentityPolicy.first(clues(settled, null, null, false, Optional.empty())))
                .contains(new IdentityMatch.Known(TOM.id(), MatchMethod.CONFIRMED));
        assertThat(IdentityPolicy.first(clues(settled, LEA, null, false, Optional.empty())))
                .contains(new IdentityMatch.Known(LEA.id(), MatchMethod.ISSUED_ID));
    }

    @Test
    void work_on_the_platform_is_whoevers_is_named_and_else_nobodys() {
        assertThat(IdentityPolicy.first(new IdentityClues(false, null, null, TOM, List.of(), false, Optional.empty())))
                .contains(new IdentityMatch.Known(TOM.id(), MatchMethod.EMAIL));
        assertThat(IdentityPolicy.first(new IdentityClues(false, null, null, null, List.of(), false, Optional.empty())))
                .contains(new IdentityMatch.Nobody());
    }

    private static IdentityClues clues(
            @Nullable StoredProposal decided,
            @Nullable LearnerInfo byIssuedId,
            @Nullable LearnerInfo byEmail,
            boolean trainer,
            Optional<UUID> alias) {
        return new IdentityClues(true, decided, byIssuedId, byEmail, LEA_IS_EXPECTED, trainer, alias);
    }

    private static StoredProposal decided(
            State state, @Nullable LearnerInfo learner, boolean reopened, @Nullable String by) {
        return new StoredProposal(
                new Proposal(new UUID(0, 3), SESSION, EvidenceSource.ZOOM, "key", "L. R.", List.of(), ""),
                state,
                null,
                learner == null ? null : learner.id(),
                reopened,
                false,
                by);
    }

    private static LearnerInfo learner(long id, String firstName) {
        return new LearnerInfo(new UUID(0, id), "A" + id, firstName, "Roy", null, null, null);
    }
}
