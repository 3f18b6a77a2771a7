package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlinesTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void the_reminder_goes_one_working_day_before() {
        assertThat(Deadlines.reminder(
                        Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-25T11:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-11-24T11:00:00Z"));
    }

    @Test
    void a_deadline_after_the_week_end_is_recalled_halfway_when_friday_noon_is_past() {
        assertThat(Deadlines.reminder(
                        Instant.parse("2026-11-20T13:00:00Z"), Instant.parse("2026-11-22T13:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
    }
}
