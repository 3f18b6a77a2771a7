package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Élodie LEFÈVRE | Lefevre Elodie",
                "12345_Student One | student ONE",
                "JANSSENS JAN (EXT) | Jan Janssens",
                "Zoé Faure (Invité) | zoe faure",
                "Jean-Luc d'Arc (Guest) | Jean Luc D’Arc",
                "Đorđe Müller-Œuvrard | Dorde Muller-Oeuvrard",
                "Nguyễn Thị Minh | NGUYEN THI MINH",
                "Camille Roy (she/her) | Camille Roy",
                "Camille Roy elle/elle | Roy, Camille",
            })
    void spellings_of_one_name_fold_to_the_same_words(String one, String other) {
        assertThat(NormalizedName.of(one)).isEqualTo(NormalizedName.of(other));
        assertThat(NormalizedName.of(one).likeness(NormalizedName.of(other))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Virginia Woolf, vwoolf",
        "Victor Durand, Victor Durant",
        "Alice Martin, Alice",
        "Marie Claire Petit, Marie Petit",
    })
    void close_names_are_alike_but_never_the_same(String one, String other) {
        assertThat(NormalizedName.of(one).likeness(NormalizedName.of(other))).isBetween(0.6, 0.99);
    }

    @ParameterizedTest
    @CsvSource({"Alice Martin, Bruno Petit", "iPhone, Alice Martin", "Paul Dirac, Lady Gaga", "Victor, Bernard Dupont"})
    void different_names_are_not_proposed(String one, String other) {
        assertThat(NormalizedName.of(one).likeness(NormalizedName.of(other))).isLessThan(0.6);
    }

    @Test
    void a_name_without_letters_is_like_nobody() {
        assertThat(NormalizedName.of("12345 ***").likeness(NormalizedName.of("Alice Martin")))
                .isZero();
        assertThat(NormalizedName.of("").words()).isEmpty();
    }
}
