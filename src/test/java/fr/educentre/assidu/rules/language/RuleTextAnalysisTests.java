package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.RuleBook.Blank;
import fr.educentre.assidu.rules.RuleBook.Piece;
import fr.educentre.assidu.testing.KeysAsTexts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is offered while a rule is written. */
class RuleTextAnalysisTests {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final String LATE = "l'apprenant cumule au moins 3 retards sur les 30 derniers jours";
    private static final String RULE = """
            règle "Essai"
            pour les apprenants du groupe GRP-2026-001
            quand
                %s
                et l'apprenant est mineur
            alors
                prévenir le référent""".formatted(LATE);

    private final RuleTextAnalysis analysis =
            new RuleTextAnalysis(VOCABULARY, new RuleReader(VOCABULARY), new KeysAsTexts());

    @Test
    void every_sentence_is_told_with_its_blanks() {
        var sentences = analysis.vocabulary();
        assertThat(sentences).hasSameSizeAs(VOCABULARY.all());
        var threshold = sentences.stream()
                .filter(one -> one.french().startsWith("présent à partir de"))
                .findFirst()
                .orElseThrow();
        assertThat(threshold.ruleSet()).isEqualTo("presence");
        assertThat(threshold.kind()).isEqualTo("PARAMETER");
        assertThat(threshold.english()).isEqualTo("present from {seuil} % of the taught time");
        assertThat(threshold.blanks()).containsExactly(new Blank("seuil", "PERCENT", "%", 1.0, 100.0, List.of(), "80"));
        var reason = sentences.stream()
                .filter(one -> one.id().equals("motif-recevable"))
                .findFirst()
                .orElseThrow();
        assertThat(reason.blanks().getLast().choices()).containsExactly("recevable", "non recevable");
        assertThat(reason.blanks().getLast().min()).isNull();
        assertThat(reason.blanks().getLast().max()).isNull();
    }

    @Test
    void a_text_without_a_problem_is_valid_and_a_problem_comes_with_its_line_and_its_correction() {
        assertThat(analysis.check("assiduity", RULE).valid()).isTrue();
        assertThat(analysis.check("assiduity", RULE).problems()).isEmpty();
        var checked = analysis.check("assiduity", RULE.replace("moins 3 ", "moins 0 "));
        assertThat(checked.valid()).isFalse();
        assertThat(checked.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.message()).startsWith("rules.problem.range [0, 1, ");
            assertThat(problem.corrected()).isEqualTo(RULE);
        });
        var unknown = analysis.check("assiduity", RULE.replace("et l'apprenant est mineur", "et le taux"));
        assertThat(unknown.problems().getFirst().suggestion())
                .startsWith("rules.suggestion [")
                .contains("est mineur");
        var nothing = analysis.check("assiduity", RULE.substring(0, RULE.indexOf("alors")));
        assertThat(nothing.problems().getFirst().corrected()).isNull();
        assertThat(nothing.problems().getFirst().suggestion()).isEqualTo("rules.suggestion [alors]");
    }

    @Test
    void lines_cut_at_their_blanks_are_the_text_when_put_together_again() {
        List<List<Piece>> pieces = analysis.pieces("assiduity", RULE);
        assertThat(pieces.stream()
                        .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                        .collect(Collectors.joining("\n")))
                .isEqualTo(RULE);
        assertThat(filled(pieces.get(3))).containsExactly("n=3", "jours=30");
        assertThat(pieces.get(3).getFirst()).isEqualTo(new Piece("    ", null));
        assertThat(filled(pieces.get(1))).hasSize(1).first().asString().endsWith("=GRP-2026-001");
        assertThat(pieces.get(0)).containsExactly(new Piece("règle \"Essai\"", null));
    }

    @Test
    void the_words_of_a_period_may_be_left_out_of_a_scope() {
        String scope = VOCABULARY.of("assiduity", SentenceKind.SCOPE).stream()
                .map(Sentence::withExamples)
                .filter(sentence -> sentence.startsWith("la période "))
                .findFirst()
                .orElseThrow();
        String line = "pour " + scope.substring("la période ".length());
        List<Piece> pieces =
                analysis.pieces("assiduity", line + "\nquand " + LATE).getFirst();
        assertThat(filled(pieces)).isNotEmpty();
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(line);
    }

    @Test
    void a_line_goes_on_as_the_sentences_that_begin_like_it_then_those_that_share_its_words() {
        List<String> offered = complete(RULE.replace(LATE, "l'apprenant cumule"), 4);
        assertThat(offered).hasSizeBetween(1, 8);
        assertThat(offered.getFirst()).startsWith("    l'apprenant cumule ");
        assertThat(complete(RULE.replace(LATE, "retards cumule"), 4))
                .isNotEmpty()
                .first()
                .asString()
                .contains("retards")
                .contains("cumule");
        assertThat(complete(RULE.replace("et l'apprenant est mineur", "et l'apprenant est min"), 5))
                .first()
                .isEqualTo("    et l'apprenant est mineur");
        assertThat(complete(RULE.replace(LATE, "zzz"), 4)).isEmpty();
    }

    @Test
    void what_is_already_written_and_what_belongs_elsewhere_is_not_offered() {
        assertThat(complete(RULE, 5)).doesNotContain("    et l'apprenant est mineur");
        assertThat(complete(RULE.replace("prévenir le référent", "prévenir"), 7))
                .contains("    prévenir le référent", "    prévenir le formateur")
                .allMatch(line -> line.startsWith("    prévenir"));
        assertThat(complete(RULE, 1)).as("the name is the person's").isEmpty();
        assertThat(complete(RULE, 3)).as("a line that opens a place").isEmpty();
    }

    private List<String> complete(String text, int line) {
        return analysis.complete("assiduity", text, line);
    }

    private static List<String> filled(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.blank() != null)
                .map(piece -> name(piece.blank()) + "=" + piece.text())
                .toList();
    }

    private static String name(@Nullable Blank blank) {
        return Objects.requireNonNull(blank).name();
    }
}
