package fr.educentre.assidu.progress.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class ConnectionTimeProperties {

    private static final Instant START = Instant.parse("2026-03-28T06:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration CAP = Duration.ofMinutes(15);

    @Property(tries = 300)
    void order_and_repeats_change_nothing(
            @ForAll @Size(max = 40) List<@IntRange(max = 4000) Integer> minutes, @ForAll Random random) {
        List<Trace> traces = traces(minutes);
        var told = ConnectionTime.byDay(traces, PARIS, CAP);
        var again = new ArrayList<>(traces);
        again.addAll(traces);
        Collections.shuffle(again, random);
        assertThat(ConnectionTime.byDay(again, PARIS, CAP)).isEqualTo(told);
    }

    @Property(tries = 300)
    void never_more_than_the_span_nor_than_the_cap_for_each_gap(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 4000) Integer> minutes) {
        int total = total(minutes, CAP);
        assertThat(total).isLessThanOrEqualTo(Collections.max(minutes) - Collections.min(minutes));
        assertThat(total).isLessThanOrEqualTo(15 * (minutes.size() - 1));
    }

    @Property(tries = 300)
    void one_more_activity_never_takes_time_away(
            @ForAll @Size(max = 40) List<@IntRange(max = 700) Integer> minutes, @ForAll @IntRange(max = 700) int more) {
        var longer = new ArrayList<>(minutes);
        longer.add(more);
        assertThat(total(longer, CAP)).isGreaterThanOrEqualTo(total(minutes, CAP));
    }

    @Example
    void an_idle_gap_counts_for_the_cap_and_the_last_activity_for_nothing() {
        assertThat(total(List.of(0, 10, 60), CAP)).isEqualTo(25);
        assertThat(total(List.of(0), CAP)).isZero();
    }

    @Example
    void a_night_adds_nothing_and_midnight_splits() {
        assertThat(total(List.of(0, 24 * 60), CAP)).isZero();
        int beforeMidnight = 17 * 60 - 5;
        var days = ConnectionTime.byDay(traces(List.of(beforeMidnight, beforeMidnight + 10)), PARIS, CAP);
        assertThat(days.values()).extracting(ConnectionTime.Day::minutes).containsExactly(5, 5);
    }

    @Example
    void a_video_counts_as_long_as_it_plays() {
        String session = "https://w3id.org/xapi/video/extensions/session-id";
        Map<String, Object> payload = Map.of("context", Map.of("extensions", Map.of(session, "s1")));
        var traces = List.of(
                trace(0, "https://w3id.org/xapi/video/verbs/played", payload),
                trace(40, "https://w3id.org/xapi/video/verbs/paused", payload),
                trace(55, "https://w3id.org/xapi/video/verbs/played", payload),
                trace(60, "http://adlnet.gov/expapi/verbs/terminated", payload));
        assertThat(sum(ConnectionTime.byDay(traces, PARIS, CAP).values())).isEqualTo(45);
    }

    @Example
    void a_video_counts_what_its_player_says_it_played() {
        assertThat(played(60, "0[.]600", null)).as("asleep after ten minutes").isEqualTo(10);
        assertThat(played(9, "0[.]600", null)).as("no longer than the clock").isEqualTo(9);
        assertThat(played(60, "0[.]600[,]900[.]1500", null)).isEqualTo(20);
        assertThat(played(60, "0[.]600[,]900[.]", null))
                .as("a tail without end")
                .isEqualTo(10);
        assertThat(played(60, "0[.]1800", 600.0)).as("within the video").isEqualTo(10);
        assertThat(played(600, null, 1200.0))
                .as("no longer than the video lasts")
                .isEqualTo(20);
        assertThat(played(600, null, null)).as("a night of no known video").isEqualTo(15);
    }

    @Example
    void what_was_played_again_is_no_longer_than_the_video() {
        assertThat(played(360, "0[.]3600[,]0[.]3600[,]0[.]3600", 3600.0)).isEqualTo(60);
    }

    @Example
    void segments_told_again_at_the_next_stop_count_once() {
        var traces = List.of(
                video(0, "https://w3id.org/xapi/video/verbs/played", null, null),
                video(10, "https://w3id.org/xapi/video/verbs/paused", "0[.]600", null),
                video(30, "https://w3id.org/xapi/video/verbs/played", null, null),
                video(60, "https://w3id.org/xapi/video/verbs/paused", "0[.]600[,]600[.]900", null));
        assertThat(sum(ConnectionTime.byDay(traces, PARIS, CAP).values())).isEqualTo(15);
    }

    /** Of the day before it, the night the clocks go back, the night they go forward, and where they never change. */
    private static final List<Midnight> MIDNIGHTS = List.of(
            new Midnight(PARIS, Instant.parse("2026-11-30T23:00:00Z")),
            new Midnight(PARIS, Instant.parse("2026-10-24T22:00:00Z")),
            new Midnight(PARIS, Instant.parse("2026-10-25T23:00:00Z")),
            new Midnight(PARIS, Instant.parse("2026-03-28T23:00:00Z")),
            new Midnight(PARIS, Instant.parse("2026-03-29T22:00:00Z")),
            new Midnight(ZoneId.of("Indian/Reunion"), Instant.parse("2026-11-30T20:00:00Z")));

    private record Midnight(ZoneId zone, Instant at) {}

    @Property(tries = 300)
    void a_video_watched_over_midnight_counts_on_each_day_what_was_played_on_it(
            @ForAll @IntRange(min = 1, max = 300) int before,
            @ForAll @IntRange(min = 1, max = 400) int after,
            @ForAll @IntRange(min = 1, max = 800) int length,
            @ForAll @IntRange(max = 5) int midnight) {
        Midnight night = MIDNIGHTS.get(midnight);
        int started = (int) Duration.between(START, night.at()).toMinutes() - before;
        double seconds = length * 60.0;
        String segments = "0[.]" + length * 60;
        int played = Math.min(before + after, length);
        for (String told : Arrays.asList(segments, null)) {
            var traces = List.of(
                    video(started, "https://w3id.org/xapi/video/verbs/played", null, seconds),
                    video(started + before + after, "https://w3id.org/xapi/video/verbs/paused", told, seconds));
            var days = ConnectionTime.byDay(traces, night.zone(), CAP);
            LocalDate eve = night.at().atZone(night.zone()).toLocalDate().minusDays(1);
            assertThat(days.firstKey()).isEqualTo(eve);
            assertThat(days.get(eve).minutes()).isEqualTo(Math.min(before, played));
            assertThat(days.get(eve.plusDays(1)).minutes()).isEqualTo(Math.max(0, played - before));
            assertThat(days).hasSize(2);
        }
    }

    @Example
    void a_course_over_midnight_counts_and_the_night_between_two_chapters_does_not() {
        String session = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
        Map<String, Object> context = Map.of("context", Map.of("extensions", Map.of(session, "s1")));
        int midnight = 17 * 60;
        var told = new HashMap<>(context);
        told.put("result", Map.of("duration", "PT90M"));
        assertThat(ConnectionTime.byDay(
                                List.of(
                                        trace(midnight - 60, "http://adlnet.gov/expapi/verbs/initialized", context),
                                        trace(midnight + 30, "http://adlnet.gov/expapi/verbs/terminated", told)),
                                PARIS,
                                CAP)
                        .values())
                .extracting(ConnectionTime.Day::minutes)
                .containsExactly(60, 30);
        assertThat(sum(ConnectionTime.byDay(
                                List.of(
                                        trace(midnight - 60, "http://adlnet.gov/expapi/verbs/initialized", context),
                                        trace(midnight + 500, "http://adlnet.gov/expapi/verbs/experienced", context)),
                                PARIS,
                                CAP)
                        .values()))
                .isZero();
    }

    @Example
    void a_day_on_which_a_video_only_went_on_was_last_active_when_it_ended() {
        int midnight = 17 * 60;
        var days = ConnectionTime.byDay(
                List.of(
                        video(midnight - 10, "https://w3id.org/xapi/video/verbs/played", null, 1800.0),
                        video(midnight + 48 * 60, "https://w3id.org/xapi/video/verbs/paused", null, 1800.0)),
                PARIS,
                CAP);
        assertThat(days.get(LocalDate.parse("2026-03-29")))
                .isEqualTo(new ConnectionTime.Day(20, START.plus(Duration.ofMinutes(midnight + 20))));
    }

    private static int played(int minutes, @Nullable String segments, @Nullable Double length) {
        var traces = List.of(
                video(0, "https://w3id.org/xapi/video/verbs/played", null, length),
                video(minutes, "https://w3id.org/xapi/video/verbs/paused", segments, length));
        return sum(ConnectionTime.byDay(traces, PARIS, CAP).values());
    }

    private static Trace video(int minute, String verb, @Nullable String segments, @Nullable Double length) {
        String video = "https://w3id.org/xapi/video/extensions/";
        Map<String, Object> context = new HashMap<>(Map.of(video + "session-id", "s1"));
        if (length != null) {
            context.put(video + "length", length);
        }
        Map<String, Object> result = segments == null ? Map.of() : Map.of(video + "played-segments", segments);
        return trace(
                minute, verb, Map.of("context", Map.of("extensions", context), "result", Map.of("extensions", result)));
    }

    @Example
    void a_course_session_counts_what_it_tells_within_its_span() {
        String session = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
        Map<String, Object> context = Map.of("extensions", Map.of(session, "s1"));
        var traces = List.of(
                trace(0, "http://adlnet.gov/expapi/verbs/initialized", Map.of("context", context)),
                trace(
                        50,
                        "http://adlnet.gov/expapi/verbs/terminated",
                        Map.of("context", context, "result", Map.of("duration", "PT45M"))));
        assertThat(sum(ConnectionTime.byDay(traces, PARIS, CAP).values())).isEqualTo(45);
    }

    private static int total(List<Integer> minutes, Duration cap) {
        return sum(ConnectionTime.byDay(traces(minutes), PARIS, cap).values());
    }

    private static int sum(Collection<ConnectionTime.Day> days) {
        return days.stream().mapToInt(ConnectionTime.Day::minutes).sum();
    }

    private static List<Trace> traces(List<Integer> minutes) {
        return minutes.stream()
                .map(minute -> trace(minute, "http://adlnet.gov/expapi/verbs/experienced", Map.of()))
                .toList();
    }

    private static Trace trace(int minute, String verb, Map<String, Object> payload) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return new Trace(
                new UUID(minute, verb.hashCode()),
                new Trace.Origin(EvidenceSource.XAPI, Channel.API, at),
                TraceKind.ACTIVITY,
                new TraceTime(at, at, null),
                new Trace.Person("someone", null),
                new Trace.Subject(null, "http://a/b", verb),
                payload,
                TraceMatch.NONE);
    }
}
