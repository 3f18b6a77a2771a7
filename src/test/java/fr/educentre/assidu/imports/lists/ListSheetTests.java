package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.imports.tables.RawWorkbook;
import fr.educentre.assidu.imports.tables.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line of titles is found wherever the list begins. */
class ListSheetTests {

    private static final List<String> TITLES = List.of("Matricule", "Nom", "Prénom", "Groupe");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Matricule;Nom;Prénom;Groupe\nLS-1;Roy;Zoé;G1\n",
                "sep=,\r\nMatricule,Nom,Prénom,Groupe\r\nLS-1,Roy,Zoé,G1\r\n",
                "Promotion 2026 - liste des inscrits;;;\n;;;\nMatricule;Nom;Prénom;Groupe\nLS-1;Roy;Zoé;G1\n;;;\n",
                "Formation;TP;Groupe;G1\n"
                        + "Responsable: Anne, Ida, Lou, Max, Zoé, Ève\n"
                        + "Matricule;Nom;Prénom;Groupe\n"
                        + "LS-1;Roy;Zoé;G1",
                "Matricule\tNom\tPrénom\tGroupe\rLS-1\tRoy\tZoé\tG1\r",
                "\u200BMatricule\u00A0;Nom\u202F;Prénom;Groupe\nLS-1;\u202ARoy\u202C;\u2066Zoé\u2069;G1\u00A0\n",
            })
    void titles_are_found(String text) {
        ListSheet sheet = ListSheet.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.titles()).isEqualTo(TITLES);
        assertThat(sheet.rows()).extracting(TableRow::cells).containsExactly(List.of("LS-1", "Roy", "Zoé", "G1"));
    }

    @Test
    void the_sheet_of_the_list_is_found_and_lines_keep_their_numbers() {
        byte[] workbook = new RawWorkbook()
                .sheet(row(1, "Consignes", "Nom du centre", "Ville", "Pays", "Site"))
                .sheet(row(3, "Inscrits", "", "", "")
                        + row(5, "Matricule", "Nom", "Prénom", "Groupe")
                        + row(6, "LS-1", "Roy", "Zoé", "G1")
                        + row(9, "LS-2", "Roy", "Ève", "G1"))
                .sheet(row(1, "Matricule", "Nom", "Prénom", "Courriel"))
                .bytes();
        ListSheet sheet = ListSheet.of(workbook);
        assertThat(sheet.titles()).isEqualTo(TITLES);
        assertThat(sheet.rows()).extracting(TableRow::line).containsExactly(6, 9);
    }

    @Test
    void titles_that_nobody_knows_are_the_first_line_that_is_full() {
        ListSheet sheet = ListSheet.of("Liste 2026\n\nRéf.,\"Élève, majuscules\",Cursus\n1,Roy,TP\n2,Ben,TP\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.titles()).containsExactly("Réf.", "Élève, majuscules", "Cursus");
        assertThat(sheet.rows()).extracting(TableRow::line).containsExactly(4, 5);
    }

    @Test
    void too_large_a_list_is_refused_with_its_place() {
        String cells = "<c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c>";
        byte[] wide = new RawWorkbook().sheet("<row r='1'>" + cells + "</row>").bytes();
        assertThatThrownBy(() -> ListSheet.of(wide)).hasMessageContaining("refusal.table.columns");
    }

    private static String row(int line, String... cells) {
        var row = new StringBuilder("<row r='" + line + "'>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
