package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TableFileTests {

    private static final TableFile TABLE = new TableFile(
            "absents-2027-11-09-de-tout-le-centre",
            List.of("Nom", "Note"),
            List.of(List.of("Zoé ; Ali", "=1+1"), List.of("Lou", "")));

    @Test
    void a_french_spreadsheet_opens_it_with_its_accents_and_takes_nothing_for_a_formula() {
        assertThat(new String(TABLE.csv(), StandardCharsets.UTF_8))
                .isEqualTo("\ufeffNom;Note\r\n\"Zoé ; Ali\";'=1+1\r\nLou;\r\n");
    }

    @Test
    void a_workbook_has_the_same_lines_below_its_headings() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(TABLE.xlsx()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).hasSize(31);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Note");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Zoé ; Ali");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("'=1+1");
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
        }
    }
}
