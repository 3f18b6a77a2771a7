package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.training.FunderKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunderWordsTests {

    @ParameterizedTest
    @CsvSource({
        "OPCO Atlas,OPCO",
        "AFDAS,OPCO",
        "Uniformation,OPCO",
        "CPF,CPF",
        "Mon Compte personnel de formation,CPF",
        "Pôle emploi Rhône,FRANCE_TRAVAIL",
        "Région Auvergne-Rhône-Alpes,REGION",
        "Atlas Menuiserie SARL,OTHER",
        "Fondation inconnue,OTHER"
    })
    void a_funders_kind_is_read_from_its_name_and_nothing_is_guessed(String name, FunderKind kind) {
        assertThat(FunderWords.kind(name)).isEqualTo(kind);
    }
}
