package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.internal.CandidateRanking.Clues;
import fr.educentre.assidu.evidence.internal.CandidateRanking.Ranked;
import fr.educentre.assidu.evidence.internal.CandidateRanking.Reason;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateRankingTests {

    private final LearnerInfo marie = learner("Marie-Christine", "Lefèvre", "mimi.lefevre@horizon.example");
    private final LearnerInfo marc = learner("Marc", "Lefebvre", "m.lefebvre@horizon.example");
    private final LearnerInfo jean = learner("Jean", "Dupont", null);
    private final List<LearnerInfo> all = List.of(marie, marc, jean);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "LEFEVRE Marie Christine (Guest)  | -                        | Marie-Christine Lefèvre | SAME_NAME",
                "Mme Marie-Christine LEFÈVRE EXT  | -                        | Marie-Christine Lefèvre | SAME_NAME",
                "Jean Dupont (il/lui)             | -                        | Jean Dupont             | SAME_NAME",
                "jean dupont - il                 | -                        | Jean Dupont             | SAME_NAME",
                "Jean Dupont (Lyon)               | -                        | Jean Dupont             | SAME_NAME",
                "jd (Jean Dupont)                 | -                        | Jean Dupont             | SAME_NAME",
                "Jean Dupont (DWWM groupe B)      | -                        | Jean Dupont             | SAME_NAME",
                "iPhone de Jean Dupont            | -                        | Jean Dupont             | SAME_NAME",
                "J. Dupont                        | -                        | Jean Dupont             | CLOSE_NAME",
                "J. D.                            | -                        | Jean Dupont             | INITIALS",
                "JD                               | -                        | Jean Dupont             | INITIALS",
                "Mimi Lefevre                     | -                        | Marie-Christine Lefèvre | OWN_MAILBOX",
                "Poste 12                         | jdupont@gmail.com        | Jean Dupont             | MAILBOX",
                "Poste 12                         | jeandupont2@gmail.com    | Jean Dupont             | MAILBOX",
                "Poste 12                         | m.lefebvre@gmail.com     | Marc Lefebvre           | SAME_MAILBOX",
            })
    void the_best_candidate_and_why(String shown, String email, String best, Reason why) {
        Ranked first = CandidateRanking.of(all, Clues.of(shown, email)).getFirst();
        assertThat(first.learner().name()).isEqualTo(best);
        assertThat(first.reasons()).containsExactly(why);
    }

    @Test
    void somebody_like_nobody_has_no_candidate() {
        assertThat(CandidateRanking.of(all, Clues.of("Virginia Woolf", "vwoolf@example.org")))
                .isEmpty();
        assertThat(CandidateRanking.of(all, Clues.of(null, null))).isEmpty();
    }

    @Test
    void what_people_said_before_ranks_above_a_close_name_and_stays_below_certain() {
        var clues = new Clues("Marc Lefèvre", null, Map.of(marie.id(), 3), Set.of());
        List<Ranked> ranked = CandidateRanking.of(all, clues);
        assertThat(ranked).extracting(one -> one.learner().name()).startsWith("Marie-Christine Lefèvre");
        assertThat(ranked.getFirst().reasons()).contains(Reason.SAID);
        assertThat(ranked.getFirst().times()).isEqualTo(3);
        assertThat(ranked.getFirst().score()).isLessThan(1);
    }

    @Test
    void a_name_like_nobodys_that_people_named_is_proposed() {
        var clues = new Clues("iPad du couloir", null, Map.of(jean.id(), 2, marc.id(), 1), Set.of());
        assertThat(CandidateRanking.of(all, clues))
                .extracting(one -> one.learner().name())
                .containsExactly("Jean Dupont", "Marc Lefebvre");
    }

    @Test
    void the_group_of_the_session_tells_two_of_the_same_name_apart() {
        LearnerInfo other = learner("Jean", "Dupont", null);
        var clues = new Clues("J Dupont", null, Map.of(), Set.of(other.id()));
        List<Ranked> ranked = CandidateRanking.of(List.of(jean, other), clues);
        assertThat(ranked.getFirst().learner()).isEqualTo(other);
        assertThat(ranked.getFirst().reasons()).containsExactly(Reason.CLOSE_NAME, Reason.SAME_GROUP);
    }

    private static LearnerInfo learner(String first, String last, String email) {
        UUID id = UUID.randomUUID();
        return new LearnerInfo(id, "L-" + id, first, last, email, null, null);
    }
}
