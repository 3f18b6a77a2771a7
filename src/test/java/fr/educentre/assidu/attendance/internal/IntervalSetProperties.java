package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntervalSetProperties {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final TimeSlot SLOT = new TimeSlot(START, START.plus(Duration.ofMinutes(210)));
    private static final List<TimeSlot> BREAKS = List.of(at(90 * 60, 15 * 60));

    @Provide
    Arbitrary<List<TimeSlot>> intervals() {
        return Combinators.combine(
                        Arbitraries.integers().between(-7200, 20_000),
                        Arbitraries.integers().between(1, 9000))
                .as(IntervalSetProperties::at)
                .list()
                .ofMaxSize(12);
    }

    @Property
    void order_does_not_matter(@ForAll("intervals") List<TimeSlot> any, @ForAll Random random) {
        List<TimeSlot> shuffled = new ArrayList<>(any);
        Collections.shuffle(shuffled, random);
        assertThat(IntervalSet.of(shuffled)).isEqualTo(IntervalSet.of(any));
    }

    @Property
    void merging_again_changes_nothing(@ForAll("intervals") List<TimeSlot> any) {
        IntervalSet once = IntervalSet.of(any);
        assertThat(IntervalSet.of(once.slots())).isEqualTo(once);
        assertThat(once.and(once)).isEqualTo(once);
        IntervalSet taught = taught(once);
        assertThat(taught(taught)).isEqualTo(taught);
    }

    @Property
    void what_is_merged_neither_overlaps_nor_touches(@ForAll("intervals") List<TimeSlot> any) {
        List<TimeSlot> slots = IntervalSet.of(any).slots();
        for (int i = 1; i < slots.size(); i++) {
            assertThat(slots.get(i).from()).isAfter(slots.get(i - 1).to());
        }
    }

    @Property
    void nobody_was_there_longer_than_was_taught(@ForAll("intervals") List<TimeSlot> any) {
        assertThat(taught(IntervalSet.of(any)).minutes()).isBetween(0, 195);
    }

    @Property
    void more_traces_never_give_fewer_minutes(
            @ForAll("intervals") List<TimeSlot> some, @ForAll("intervals") List<TimeSlot> more) {
        IntervalSet fewer = IntervalSet.of(some);
        assertThat(taught(fewer.and(IntervalSet.of(more))).minutes())
                .isGreaterThanOrEqualTo(taught(fewer).minutes());
    }

    @Property
    void counted_second_by_second_it_is_the_same(@ForAll("intervals") List<TimeSlot> any) {
        long seconds = 0;
        for (int second = 0; second < 210 * 60; second++) {
            Instant instant = START.plusSeconds(second);
            if (any.stream().anyMatch(s -> holds(s, instant)) && BREAKS.stream().noneMatch(s -> holds(s, instant))) {
                seconds++;
            }
        }
        assertThat(taught(IntervalSet.of(any)).duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Example
    void seconds_are_kept_until_the_end() {
        List<TimeSlot> tenTimesThirtySeconds = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tenTimesThirtySeconds.add(at(i * 100, 30));
        }
        assertThat(IntervalSet.of(tenTimesThirtySeconds).minutes()).isEqualTo(5);
        assertThat(IntervalSet.of(List.of(at(0, 59))).minutes()).isZero();
    }

    @Example
    void days_of_clock_change_and_the_island_are_right_to_the_minute() {
        assertThat(local("Europe/Paris", "2026-03-29T01:00", "2026-03-29T04:00"))
                .isEqualTo(120);
        assertThat(local("Europe/Paris", "2026-10-25T01:00", "2026-10-25T04:00"))
                .isEqualTo(240);
        assertThat(local("Europe/Paris", "2026-03-29T09:00", "2026-03-29T12:30"))
                .isEqualTo(210);
        assertThat(local("Indian/Reunion", "2026-03-29T01:00", "2026-03-29T04:00"))
                .isEqualTo(180);
    }

    private static int local(String zone, String from, String to) {
        ZoneId at = ZoneId.of(zone);
        var slot = new TimeSlot(
                LocalDateTime.parse(from).atZone(at).toInstant(),
                LocalDateTime.parse(to).atZone(at).toInstant());
        return IntervalSet.of(List.of(slot)).within(slot).minutes();
    }

    private static IntervalSet taught(IntervalSet any) {
        return any.within(SLOT).without(BREAKS);
    }

    private static boolean holds(TimeSlot slot, Instant instant) {
        return !instant.isBefore(slot.from()) && instant.isBefore(slot.to());
    }

    private static TimeSlot at(int second, int seconds) {
        Instant from = START.plusSeconds(second);
        return new TimeSlot(from, from.plusSeconds(seconds));
    }
}
