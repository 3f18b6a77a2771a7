package fr.educentre.assidu.imports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedNumberTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,34E+10|93412345678|true",
                "9,34 E+10|93412345678|true",
                "9,34\u00A0E+10|93412345678|true",
                "9.34E+10|934 1234 5678|true",
                "9,34E+10|93512345678|false",
                "9,34E+10|9341234567|false",
                "9,34123E+10|93412345678|true",
                "9E+10|93412345678|true",
                "9,34E+10|19:meeting_x@thread.v2|false"
            })
    void a_number_that_was_rounded_may_be_those_that_round_to_it(String written, String number, boolean may) {
        assertThat(RoundedNumber.of(written).orElseThrow().mayBe(number)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93412345678", "3E10", "1E2", "9,34", "E+10", "", "GR-9,34E+10", "12,3E+10"})
    void codes_and_whole_numbers_are_none(String text) {
        assertThat(RoundedNumber.of(text)).isEmpty();
    }

    @Test
    void a_photo_of_a_telephone_is_a_picture() {
        byte[] photo = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(FileKind.of(photo)).isEqualTo(FileKind.PICTURE);
    }
}
