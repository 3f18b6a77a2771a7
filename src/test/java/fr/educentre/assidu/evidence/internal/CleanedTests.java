package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanedTests {

    @Test
    void nul_characters_do_not_reach_the_database() {
        assertThat(Cleaned.text("a\u0000b\tc")).isEqualTo("a b c");
        assertThat(Cleaned.json("{\"a\":\"x\\u0000y\"}")).isEqualTo("{\"a\":\"x\\uFFFDy\"}");
        assertThat(Cleaned.json("{\"a\":\"x\\\\u0000y\"}")).isEqualTo("{\"a\":\"x\\\\u0000y\"}");
    }
}
