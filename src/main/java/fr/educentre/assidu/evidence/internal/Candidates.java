package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who among the learners expected a participant may be, by name. Never more than a proposal. */
@Component
class Candidates {

    private static final double WORTH_SHOWING = 0.6;
    private static final double SAME = 1;
    private static final int MOST = 5;

    private final Texts texts;

    Candidates(Texts texts) {
        this.texts = texts;
    }

    List<Candidate> among(Collection<ExpectedLearner> expected, @Nullable String name, @Nullable String email) {
        FoldedName shown = FoldedName.of(name == null ? "" : name);
        FoldedName mailbox = FoldedName.of(email == null ? "" : email.replaceFirst("@.*", ""));
        List<Candidate> found = new ArrayList<>();
        for (ExpectedLearner one : expected) {
            LearnerInfo learner = one.learner();
            FoldedName known = FoldedName.of(learner.name());
            double byName = known.likeness(shown);
            double byMailbox = known.likeness(mailbox) * 0.9;
            double score = Math.max(byName, byMailbox);
            if (score >= WORTH_SHOWING) {
                String why = byMailbox > byName ? "mailbox" : byName == SAME ? "sameName" : "closeName";
                found.add(new Candidate(
                        learner.id(),
                        learner.name(),
                        Math.round(score * 100) / 100.0,
                        texts.in(Texts.FRENCH, "evidence.candidate." + why)));
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(Candidate::name)
                .thenComparing(Candidate::learnerId));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}
