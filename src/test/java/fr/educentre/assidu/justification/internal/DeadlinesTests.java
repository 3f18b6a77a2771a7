package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.training.WorkingDays;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlinesTests {

    private static final WorkingDays PARIS = WorkingDays.of(ZoneId.of("Europe/Paris"));

    @Test
    void the_reminder_goes_at_noon_of_the_working_day_before() {
        assertThat(Deadlines.reminder(
                        Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-25T22:59:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-11-24T11:00:00Z"));
        assertThat(Deadlines.reminder(
                        Instant.parse("2026-11-26T15:00:00Z"), Instant.parse("2026-11-30T22:59:00Z"), PARIS))
                .as("a Friday before a Monday")
                .isEqualTo(Instant.parse("2026-11-27T11:00:00Z"));
    }

    @Test
    void a_deadline_is_recalled_halfway_when_that_noon_is_past() {
        assertThat(Deadlines.reminder(
                        Instant.parse("2026-11-24T12:59:00Z"), Instant.parse("2026-11-25T22:59:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-11-25T05:59:00Z"));
    }
}
