package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.ExpectedLearner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who among the learners expected a participant may be, with why in words. Never more than a proposal. */
@Component
class CandidateFinder {

    private final Texts texts;

    CandidateFinder(Texts texts) {
        this.texts = texts;
    }

    List<Candidate> among(Collection<ExpectedLearner> expected, @Nullable String name, @Nullable String email) {
        return among(expected, name, email, Map.of());
    }

    /** @param said how often people said of this key that it is each learner */
    List<Candidate> among(
            Collection<ExpectedLearner> expected,
            @Nullable String name,
            @Nullable String email,
            Map<UUID, Integer> said) {
        var clues = new CandidateRanking.Clues(name, email, said, Set.of());
        return CandidateRanking.of(
                        expected.stream().map(ExpectedLearner::learner).toList(), clues)
                .stream()
                .map(one -> new Candidate(one.learner().id(), one.learner().name(), one.score(), why(one).stored()))
                .toList();
    }

    /** The reasons, strongest first, in the reader's language. */
    String read(CandidateRanking.Ranked ranked) {
        return why(ranked).read(texts);
    }

    private static Wording why(CandidateRanking.Ranked ranked) {
        return ranked.reasons().stream()
                .map(reason -> Wording.of("evidence.candidate." + reason.key(), ranked.times()))
                .reduce((first, then) -> Wording.of("shell.also", first, then))
                .orElse(Wording.NONE);
    }
}
