package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.internal.CandidateRanking.Clues;
import fr.educentre.assidu.evidence.internal.CandidateRanking.Ranked;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CandidateRankingProperties {

    @Property(tries = 500)
    void the_order_of_the_parts_of_a_name_changes_nothing(
            @ForAll("parts") List<String> shown,
            @ForAll("learners") List<LearnerInfo> learners,
            @ForAll Random random) {
        List<String> mixed = new ArrayList<>(shown);
        Collections.shuffle(mixed, random);
        assertThat(CandidateRanking.of(learners, Clues.of(String.join(" ", mixed), null)))
                .isEqualTo(CandidateRanking.of(learners, Clues.of(String.join(" ", shown), null)));
    }

    @Property(tries = 500)
    void no_likeness_is_ever_certain(
            @ForAll("parts") List<String> shown,
            @ForAll("learners") List<LearnerInfo> learners,
            @ForAll @IntRange(min = 0, max = 50) int times) {
        Map<UUID, Integer> said =
                times == 0 ? Map.of() : Map.of(learners.getFirst().id(), times);
        var clues = new Clues(
                String.join(" ", shown),
                "x@example.org",
                said,
                Set.of(learners.getLast().id()));
        for (Ranked ranked : CandidateRanking.of(learners, clues)) {
            assertThat(ranked.score()).isBetween(0.6, Candidate.MOST);
            assertThat(ranked.reasons()).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void likeness_is_the_same_both_ways(@ForAll("parts") List<String> one, @ForAll("parts") List<String> other) {
        NormalizedName a = NormalizedName.of(String.join(" ", one));
        NormalizedName b = NormalizedName.of(String.join("-", other));
        assertThat(a.likeness(b)).isEqualTo(b.likeness(a)).isBetween(0.0, 1.0);
    }

    @Property(tries = 200)
    void saying_so_once_more_never_ranks_lower(
            @ForAll("parts") List<String> shown,
            @ForAll("learners") List<LearnerInfo> learners,
            @ForAll @IntRange(min = 1, max = 20) int times) {
        LearnerInfo named = learners.getFirst();
        assertThat(score(learners, shown, named, times + 1))
                .isGreaterThanOrEqualTo(score(learners, shown, named, times));
    }

    private static double score(List<LearnerInfo> learners, List<String> shown, LearnerInfo named, int times) {
        var clues = new Clues(String.join(" ", shown), null, Map.of(named.id(), times), Set.of());
        return CandidateRanking.of(learners, clues).stream()
                .filter(one -> one.learner().equals(named))
                .mapToDouble(Ranked::score)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.of(
                        "Jean",
                        "Zoé",
                        "Marie",
                        "LEFÈVRE",
                        "Lefebvre",
                        "Dupont",
                        "J.",
                        "d'Arc",
                        "Müller",
                        "Nguyễn",
                        "(Guest)",
                        "ext",
                        "mimi",
                        "iPhone",
                        "O'Neil",
                        "Ły",
                        "a",
                        "Jeanne")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<LearnerInfo>> learners() {
        Arbitrary<String> first = Arbitraries.of("Jean", "Zoé", "Marie Christine", "Jeanne", "Anh");
        Arbitrary<String> last = Arbitraries.of("Lefèvre", "Lefebvre", "Dupont", "d'Arc", "Müller", "Nguyễn");
        return net.jqwik.api.Combinators.combine(
                        first, last, Arbitraries.longs().between(1, 9))
                .as((a, b, n) ->
                        new LearnerInfo(new UUID(0, n), "L" + n, a, b, a.charAt(0) + b + "@x.example", null, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
