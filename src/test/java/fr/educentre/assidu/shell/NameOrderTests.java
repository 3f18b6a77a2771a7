package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTests {

    /** As PostgreSQL has them in its collation of French. */
    static final List<String> IN_ORDER = List.of(
            "Abel",
            "Ábel",
            "Bernard",
            "D'Hondt",
            "de Bary",
            "Deschamps",
            "Élodie",
            "Emile",
            "Émile",
            "Le Goff",
            "Le-Goff",
            "Leblanc",
            "Œuvrard",
            "Ozanne",
            "zola");

    @Test
    void an_apostrophe_is_one_whichever_was_typed() {
        assertThat(List.of("d’Almeida", "d'Zola", "d'Abbe", "d’Zed").stream().sorted(NameOrder.by(name -> name)))
                .containsExactly("d'Abbe", "d’Almeida", "d’Zed", "d'Zola");
    }

    @Test
    void names_stand_where_a_french_reader_looks_for_them() {
        assertThat(IN_ORDER.reversed().stream().sorted(NameOrder.by(name -> name)))
                .containsExactlyElementsOf(IN_ORDER);
    }
}
