package fr.educentre.assidu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the search for French texts finds, and what it leaves alone. */
class FrenchTextsTests {

    private final FrenchTexts texts = new FrenchTexts();

    @Test
    void a_french_text_is_found_alone_filled_beside_others_and_in_the_middle_of_a_line() {
        assertThat(texts.saidBy("Prendre en compte")).isPresent();
        assertThat(texts.saidBy("prendre en compte")).isPresent();
        assertThat(texts.saidBy("Mon 4 Oct 2027 | Prendre en compte | 3")).isPresent();
        assertThat(texts.saidBy("Règle « Trois absences », version 2")).isPresent();
        assertThat(texts.saidBy("Note: Aucune tâche en attente")).isPresent();
    }

    @Test
    void english_texts_and_names_are_left_alone() {
        assertThat(texts.saidBy("Acknowledge")).isEmpty();
        assertThat(texts.saidBy("Documents")).isEmpty();
        assertThat(texts.saidBy("Trois absences en un mois")).isEmpty();
        assertThat(texts.saidBy("Mon 4 Oct 2027 | Faisons le point sur votre assiduité"))
                .isEmpty();
    }
}
