package fr.educentre.assidu.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLettersTests {

    private final DocumentLetters letters = new DocumentLetters();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoé D’Été-Œuvré",
                "Nguyễn Thị Ánh",
                "Łukasz Żółć",
                "Ọláńrewájú Ẹ̀",
                "ʻAnahera Māori",
                "Đorđe Ćirić",
                "Олександр Ґудзь",
                "Αθηνά",
                "Անահիտ",
                "ნინო",
                "አበበ ቢቂላ",
                "สมชาย",
                "王小明",
                "さくら タロウ",
                "1 234,5 h – « été » ; oui ?"
            })
    void names_of_these_scripts_can_be_printed(String name) {
        assertThat(letters.missing(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Zoé محمد,م", "김민수,김", "தமிழ்,த", "अनिता,अ", "משה,מ", "Zoé 𓀀,𓀀"})
    void a_letter_that_cannot_be_printed_is_named(String name, String letter) {
        assertThat(letters.missing(name)).contains(letter);
    }

    @Test
    void a_page_with_a_letter_that_no_font_has_is_refused_by_the_letter() {
        assertThatThrownBy(() -> new LetterRuns(letters).page("<html><body><p>Roy <b>Zoéत</b> !</p></body></html>"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("refusal.documents.letter");
                    assertThat(refusal.arguments()).containsExactly("त", "U+0924", "Zoéत");
                });
    }

    @Test
    void letters_of_other_fonts_are_read_back_from_the_file() throws IOException {
        byte[] pdf = new PdfRenderer(letters).pdf("letters", Map.of("name", "Roy 王小明 አበበ \u200BŁukasz"));
        assertThat(Samples.text(Samples.written("letters.pdf", pdf))).contains("Roy", "王小明", "አበበ", "Łukasz");
    }

    @Test
    void what_is_not_printed_needs_no_font() {
        String page = "<html><head><style>p {content: \"त\"}</style></head><body title=\"त\">Zoé</body></html>";
        assertThat(new LetterRuns(letters).page(page)).isEqualTo(page);
    }
}
