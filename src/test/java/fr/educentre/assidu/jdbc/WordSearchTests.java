package fr.educentre.assidu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSearchTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Dup Mar,'dup':* & 'mar':*",
                "ÉLÉONORE,'eleonore':*",
                "Nguyễn,'nguyen':*",
                "Sœur,'soeur':*",
                "GRP-2026-014,'grp':* & '2026':* & '014':*",
                "l'œuf,'l':* & 'oeuf':*",
                "\"a' | !b:* & (c\",'a':* & 'b':* & 'c':*",
                "\" '; -- \",\"\"",
                "1 2 3 4 5 6 7 8 9,'1':* & '2':* & '3':* & '4':* & '5':* & '6':* & '7':* & '8':*"
            })
    void each_word_is_begun_and_nothing_typed_is_an_operator(String typed, String words) {
        assertThat(WordSearch.of(typed)).isEqualTo(words);
    }
}
