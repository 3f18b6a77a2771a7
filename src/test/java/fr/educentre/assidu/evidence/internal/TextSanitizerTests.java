package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSanitizerTests {

    @Test
    void nul_characters_do_not_reach_the_database() {
        assertThat(TextSanitizer.text("a\u0000b\tc")).isEqualTo("a b c");
        assertThat(TextSanitizer.json("{\"a\":\"x\\u0000y\"}")).isEqualTo("{\"a\":\"x\\uFFFDy\"}");
        assertThat(TextSanitizer.json("{\"a\":\"x\\\\u0000y\"}")).isEqualTo("{\"a\":\"x\\\\u0000y\"}");
    }
}
