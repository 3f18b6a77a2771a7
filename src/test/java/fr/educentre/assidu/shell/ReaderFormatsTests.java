package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReaderFormatsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:05:00Z");

    @Test
    void a_line_never_breaks_inside_a_figure() {
        assertThat(ReaderFormats.percent(0.925, Locale.FRENCH)).isEqualTo("92,5\u00a0%");
        assertThat(ReaderFormats.percent(12.5, Locale.FRENCH)).isEqualTo("1\u00a0250\u00a0%");
        assertThat(ReaderFormats.duration(750)).isEqualTo("12\u00a0h\u00a030");
        assertThat(ReaderFormats.duration(45)).isEqualTo("45\u00a0min");
        assertThat(ReaderFormats.decimalHours(60_375)).isEqualTo("1\u00a0006,25");
        assertThat(ReaderFormats.hour(MONDAY, PARIS, Locale.FRENCH)).isEqualTo("09\u00a0h\u00a005");
    }

    @Test
    void a_moment_is_said_in_the_readers_language() {
        assertThat(ReaderFormats.longDateTime(MONDAY, PARIS, Locale.FRENCH))
                .isEqualTo("lundi 23 novembre 2026 à 09\u00a0h\u00a005");
        assertThat(ReaderFormats.longDateTime(MONDAY, PARIS, Locale.ENGLISH))
                .isEqualTo("Monday 23 November 2026 at 09:05");
        assertThat(ReaderFormats.numericDateTime(MONDAY, PARIS, Locale.FRENCH)).isEqualTo("23/11/2026 à 09:05");
        assertThat(ReaderFormats.day(LocalDate.of(2026, 11, 23), Locale.FRENCH)).isEqualTo("lun. 23 nov.");
    }
}
