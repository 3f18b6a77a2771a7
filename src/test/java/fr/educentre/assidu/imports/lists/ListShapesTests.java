package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.imports.tables.FileShapes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A list says the same in whatever shape a spreadsheet saved it. */
class ListShapesTests {

    static Stream<Arguments> shapes() {
        List<List<Object>> table = List.of(
                List.of("Matricule", "Nom", "Prénom", "Date de naissance", "Groupe"),
                List.of("LS-1", "Roÿ", "Zoé", LocalDate.of(2001, 2, 28), "G1"),
                List.of("LS-2", "D'Été", "Ève", LocalDate.of(1999, 12, 31), "G1"));
        return FileShapes.of(table).entrySet().stream().map(shape -> Arguments.of(shape.getKey(), shape.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void a_list_is_read_in_any_shape(String shape, byte[] content) {
        ListSheet sheet = ListSheet.of(content);
        ListTable table = ListTable.of(
                sheet, sheet.titles().stream().map(ListColumn::titled).toList());
        assertThat(table.kind()).isEqualTo("learners");
        assertThat(table.lines())
                .extracting(line -> line.get(ListColumn.EXTERNAL_ID)
                        + " " + line.get(ListColumn.LAST_NAME)
                        + " " + line.get(ListColumn.FIRST_NAME)
                        + " " + WrittenTimes.date(line.get(ListColumn.BIRTH_DATE))
                        + " " + line.get(ListColumn.GROUP))
                .containsExactly("LS-1 Roÿ Zoé 2001-02-28 G1", "LS-2 D'Été Ève 1999-12-31 G1");
    }
}
