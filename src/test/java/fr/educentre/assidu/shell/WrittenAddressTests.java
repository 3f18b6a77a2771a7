package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana.roy@example.org",
                "\u200Bana.roy@example.org",
                "ana.roy@example.org\u00A0",
                "\u202Aana.roy@example.org\u202C",
                "ana\u00AD.roy@example.org",
                "mailto:ana.roy@example.org",
                "MAILTO: ana.roy@example.org?subject=Cours",
                "Ana Roy <ana.roy@example.org>",
                "\"Roy, Ana\" <mailto:ana.roy@example.org>;",
                "ana.roy@example.org;"
            })
    void an_address_is_what_can_be_seen_of_it(String typed) {
        assertThat(WrittenAddress.of(typed)).isEqualTo("ana.roy@example.org");
        assertThat(WrittenAddress.valid(WrittenAddress.of(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "ana..roy@example.org",
                ".ana@example.org",
                "ana@-example.org",
                "ana@example..org",
                "ana roy@example.org",
                "ana@example.org, lou@example.org",
                "zoé@example.org",
                "ana@example.o",
                "ana@exam_ple.org"
            })
    void what_no_mail_would_reach_is_no_address(String typed) {
        assertThat(WrittenAddress.valid(WrittenAddress.of(typed))).isFalse();
    }

    @Test
    void a_name_keeps_what_can_be_seen_of_it() {
        assertThat(WrittenText.line("\u200F Jean\u00A0Paul \u202F\tLe\u200B  Goff\u2060\n"))
                .isEqualTo("Jean Paul Le Goff");
        assertThat(WrittenText.line("D’Été-Œuvré ʻAna")).isEqualTo("D’Été-Œuvré ʻAna");
        assertThat(WrittenText.visible("un\ndeux")).isEqualTo("un\ndeux");
    }
}
