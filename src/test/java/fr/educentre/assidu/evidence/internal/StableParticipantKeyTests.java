package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableParticipantKeyTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // key, issued, e-mail, name, lasting
                "zed@example.org, -, Zed@Example.org, Zed, true",
                "16778240, 16778240, -, Zed, true",
                "8f-account, 8f-account, -, -, true",
                "zed, -, -, Zed, false",
                "@zed, -, -, @zed, false",
                "zed@home, -, -, zed@home, false",
                "zed dupont, Zed Dupont, -, Zed Dupont, false",
                "dupont zed, dupont zed, -, Zed DUPONT, false",
                "iphone, -, zed@example.org, iPhone, false",
            })
    void only_what_the_source_vouches_for_lasts(
            String key, String issuedId, String email, String name, boolean lasting) {
        assertThat(StableParticipantKey.of(key, issuedId, email, name)).isEqualTo(lasting);
    }
}
