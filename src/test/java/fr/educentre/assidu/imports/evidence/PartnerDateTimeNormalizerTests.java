package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.imports.evidence.SignInColumns.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerDateTimeNormalizerTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy|05/11/2026|2026-11-05",
                "d MMM yyyy|5 nov. 2026|2026-11-05",
                "dd.MM.yy|05.11.26|2026-11-05",
                "dd/MM/yyyy|31/02/2026|? 31/02/2026",
                "dd/MM/yyyy|29/02/2027|? 29/02/2027",
                "yyyy-MM-dd|2026-04-31|? 2026-04-31"
            })
    void a_partner_s_days_exist_or_are_unreadable(String format, String cell, String read) {
        var mapping = new SheetMapping(List.of("Jour"), Map.of(), format, null, null, Map.of());
        assertThat(PartnerDateTimeNormalizer.of(mapping).iso(Field.DATE, cell)).isEqualTo(read);
    }
}
