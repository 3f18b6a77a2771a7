package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.internal.ProposalStore.State;
import fr.educentre.assidu.evidence.internal.ProposalStore.StoredProposal;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that may tell whose the traces of one participant are.
 *
 * @param inSession whether they are of a session; else of activity on the platform
 * @param decided what was decided before
 * @param byIssuedId whom the identifier that we issued names
 * @param byEmail whose address it is
 * @param expected at the session
 * @param trainer the participant bears the address or the identifier of the session's trainer
 * @param alias whom people said it is, in other sessions
 */
record IdentityClues(
        boolean inSession,
        @Nullable StoredProposal decided,
        @Nullable LearnerInfo byIssuedId,
        @Nullable LearnerInfo byEmail,
        List<ExpectedLearner> expected,
        boolean trainer,
        Optional<UUID> alias) {

    /** Whom something sure names. */
    Optional<LearnerInfo> sure() {
        return Optional.ofNullable(byIssuedId).or(() -> Optional.ofNullable(byEmail));
    }

    MatchMethod how() {
        return byIssuedId != null ? MatchMethod.ISSUED_ID : MatchMethod.EMAIL;
    }

    boolean isExpected(UUID learnerId) {
        return expected.stream().anyMatch(one -> one.learner().id().equals(learnerId));
    }

    /** Whom it was confirmed to be. */
    Optional<UUID> confirmed() {
        return Optional.ofNullable(decided)
                .filter(before -> before.state() == State.CONFIRMED)
                .map(StoredProposal::learnerId);
    }

    boolean confirmedByAPerson() {
        return decided != null && !decided.bySystem() && confirmed().isPresent();
    }

    boolean dismissed() {
        return decided != null && decided.state() == State.DISMISSED;
    }

    /** A person took a match back: nothing but a person matches again. */
    boolean takenBack() {
        return decided != null && decided.reopened();
    }
}
