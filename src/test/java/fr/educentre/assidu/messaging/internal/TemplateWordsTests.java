package fr.educentre.assidu.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.shell.FieldProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TemplateWordsTests {

    static final List<String> KEYS = TemplateNames.KEYS;

    private static final Set<String> BLANKS = Set.of("prenom", "lien", "telephone");

    private final MailTemplates templates = new MailTemplates((key, language) -> Optional.empty());

    @ParameterizedTest
    @FieldSource("KEYS")
    void a_shipped_mail_reads_the_same_in_the_words_that_people_write(String key) {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var words = templates.words(key, locale);
            assertThat(words.subject() + words.body()).doesNotContain("[", "$", "th:");
            Set<String> blanks = templates.blanks(key, locale);
            assertThat(TemplateWords.problems("text", words.body(), blanks)).isEmpty();
            assertThat(TemplateWords.problems("subject", words.subject(), blanks))
                    .isEmpty();
            for (String filled : List.of("rempli", "")) {
                Map<String, String> values = new HashMap<>();
                blanks.forEach(name -> values.put(name, filled));
                assertThat(templates.tried(key, locale, words.subject(), words.body(), values))
                        .isEqualTo(templates.render(key, locale, values));
            }
        }
    }

    @Test
    void every_mail_that_ships_can_be_worded_unless_it_is_the_services_own() {
        assertThat(TemplateNames.KEYS)
                .containsExactlyInAnyOrderElementsOf(shipped().stream()
                        .filter(key -> !Set.of("courriel-d-essai", "modele-d-essai", "tete-du-journal")
                                .contains(key))
                        .toList());
    }

    private static List<String> shipped() {
        var folder = new java.io.File(TemplateWordsTests.class
                        .getResource("/mail/absence-du-jour_fr.txt")
                        .getPath())
                .getParentFile();
        return java.util.Arrays.stream(folder.list())
                .filter(name -> name.endsWith("_fr.txt"))
                .map(name -> name.replace("_fr.txt", ""))
                .toList();
    }

    @Test
    void what_looks_like_the_engines_language_is_text() {
        String tricky = "[[1+1]] [('x')] [(T(String))] [# th:text=\"'x'\"] [/] /*[+ +]*/ <b>&amp;</b> [($" + "{lien})]";
        var mail =
                templates.tried("absence-du-jour", Locale.FRENCH, "Objet [('x')]", tricky, filled("absence-du-jour"));
        assertThat(mail.body()).isEqualTo(tricky.replace("{lien}", "LIEN") + "\n");
        assertThat(mail.subject()).isEqualTo("Objet [('x')]");
    }

    private Map<String, String> filled(String key) {
        Map<String, String> values = new HashMap<>();
        templates.blanks(key, Locale.FRENCH).forEach(name -> values.put(name, name.toUpperCase(Locale.ROOT)));
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Bonjour {prenom}{si telephone} au {telephone}{/}{sauf telephone}.{/} | ",
                "Bonjour {nom} | messaging.template.wrong.blank",
                "Bonjour {pre nom} | messaging.template.wrong.blank",
                "Bonjour {si nom}x{/} | messaging.template.wrong.blank",
                "Bonjour {} | messaging.template.wrong.blank",
                "Bonjour {T(java.lang.Runtime)} | messaging.template.wrong.blank",
                "Bonjour {si telephone}au {telephone} | messaging.template.wrong.open",
                "Bonjour {/} | messaging.template.wrong.end",
                "Bonjour {prenom | messaging.template.wrong.brace",
                "Bonjour prenom} | messaging.template.wrong.brace"
            })
    void what_is_wrong_is_named(String words, String problem) {
        assertThat(TemplateWords.problems("text", words, BLANKS).stream().map(FieldProblem::key))
                .containsExactlyElementsOf(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void the_line_is_named() {
        assertThat(TemplateWords.problems("text", "un\ndeux\n{trois}", BLANKS)
                        .getFirst()
                        .arguments())
                .startsWith(3L, "trois");
    }
}
