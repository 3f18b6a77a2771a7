package fr.educentre.assidu.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTests {

    /** Asked for, never printed. */
    private static final String ONGOING = "enCours";

    private final MailTemplates templates = new MailTemplates((key, language) -> Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absence-du-jour",
                "absence-mineur",
                "absence-employeur",
                "absences-passees",
                "absences-passees-employeur",
                "absences-passees-mineur",
                "rappel-justificatif",
                "decision-justificatif",
                "complement-justificatif",
                "absences-repetees",
                "foad-inactivite",
                "feuille-a-signer",
                "avant-abandon",
                "signalement-financeur",
                "alerte-employeur",
                "rattrapage",
                "mot-du-centre",
                "tete-du-journal"
            })
    void each_mail_exists_in_both_languages_with_the_same_blanks_and_leaves_none_open(String key) {
        assertThat(templates.blanks(key, Locale.ENGLISH)).isEqualTo(templates.blanks(key, Locale.FRENCH));
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            Map<String, String> values = filled(key);
            var mail = templates.render(key, locale, values);
            assertThat(mail.version()).isPositive();
            assertThat(mail.subject()).isNotBlank().doesNotContain("[", "${");
            assertThat(mail.body()).doesNotContain("[", "${", "\n\n\n");
            String told = mail.subject()
                    + mail.body()
                    + templates.render(key, locale, sessionOver(values)).body();
            values.keySet().remove(ONGOING);
            values.values().forEach(value -> assertThat(told).contains(value));
        }
    }

    @Test
    void an_optional_blank_left_empty_leaves_no_trace() {
        Map<String, String> values = filled("decision-justificatif");
        values.put("motif", "");
        assertThat(templates
                        .render("decision-justificatif", Locale.FRENCH, values)
                        .body())
                .doesNotContain("\n\n\n")
                .contains("seances-1\nUne absence justifiée");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absence-du-jour", "absence-mineur"})
    void an_absence_of_a_session_that_is_over_is_told_in_the_past(String key) {
        Map<String, String> during = filled(key);
        String now = templates.render(key, Locale.FRENCH, during).body();
        String then = templates.render(key, Locale.FRENCH, sessionOver(during)).body();
        assertThat(now).containsAnyOf("en chemin", "n’est pas en formation");
        assertThat(then).doesNotContain("en chemin", "n’est pas en formation").doesNotContain("  ");
    }

    @Test
    void a_blank_without_a_value_is_refused() {
        Map<String, String> values = filled("absence-du-jour");
        values.remove("echeance");
        assertThatThrownBy(() -> templates.render("absence-du-jour", Locale.FRENCH, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("echeance");
    }

    @Test
    void what_a_person_wrote_is_neither_a_header_nor_a_template() {
        Map<String, String> values = filled("absence-employeur");
        values.put("nom", "Eve\r\nBcc: all@example.org\r\n\r\n[(${organisme})] ${telephone} [[7*7]]");
        var mail = templates.render("absence-employeur", Locale.FRENCH, values);
        assertThat(mail.subject()).doesNotContain("\r", "\n").contains("Bcc: all@example.org");
        assertThat(mail.body()).contains("[(${organisme})] ${telephone} [[7*7]]");
    }

    @Test
    void a_key_names_no_other_file() {
        assertThatThrownBy(() -> templates.blanks("../i18n/shell", Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> sessionOver(Map<String, String> values) {
        Map<String, String> after = new HashMap<>(values);
        after.computeIfPresent(ONGOING, (blank, value) -> "");
        return after;
    }

    private Map<String, String> filled(String key) {
        Map<String, String> values = new HashMap<>();
        templates.blanks(key, Locale.FRENCH).forEach(blank -> values.put(blank, blank + "-1"));
        return values;
    }
}
