package fr.educentre.assidu.rules.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccommodationsTests {

    @Test
    void what_is_copied_from_a_screen_reads_as_what_is_typed() {
        assertThat(Accommodations.of("retard toléré de 20\u00a0min, dispensé le mercredi"))
                .isEqualTo(Accommodations.of("retard toléré de 20 min, dispensé le mercredi"))
                .isNotEqualTo(Accommodations.of("dispensé le mercredi"));
    }
}
