package fr.educentre.assidu.sources.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;

class LenientJsonProperties {

    private static final LenientJson JSON = LenientJson.upTo(20);

    private static JsonNode read(String text) {
        return LenientJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @Property
    void whatever_the_bytes_nothing_is_thrown(@ForAll @Size(max = 100) byte[] bytes) {
        LenientJson.read(bytes).ifPresent(node -> {
            JSON.text(node, "a");
            JSON.instant(node);
            JSON.inAnyCase().items(node, "a");
            JSON.millis(node, "a");
            JSON.flag(node, "a");
        });
    }

    @Property
    void text_is_one_line_within_its_length_and_never_blank(@ForAll String given) {
        JsonNode node = LenientJson.read(LenientJson.write(Map.of("a", given))).orElseThrow();
        String text = JSON.text(node, "a");
        if (text == null) {
            assertThat(given.replaceAll("\\p{Cntrl}+", " ")).isBlank();
        } else {
            assertThat(text).isNotEmpty().hasSizeLessThanOrEqualTo(20).doesNotContainPattern("\\p{Cntrl}");
        }
        String whole = LenientJson.whole().text(node, "a");
        assertThat(whole == null ? "" : whole).isEqualTo(given.strip());
    }

    @Property
    void a_moment_reads_the_same_in_every_form(
            @ForAll @LongRange(min = 1_262_304_000L, max = 4_102_444_799L) long second,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        Instant at = Instant.ofEpochSecond(second);
        OffsetDateTime there = at.atOffset(ZoneOffset.ofHours(hours));
        List<String> forms = List.of(
                at.toString(),
                at.toString().replace("Z", ""),
                at.toString().replace('T', ' '),
                there.toString(),
                String.valueOf(second),
                String.valueOf(second * 1000),
                second + ".0");
        for (String form : forms) {
            assertThat(LenientJson.instant(form)).as(form).isEqualTo(at);
        }
        JsonNode numbers = LenientJson.read(LenientJson.write(Map.of("s", second, "ms", second * 1000)))
                .orElseThrow();
        assertThat(JSON.instant(numbers, "s")).isEqualTo(at);
        assertThat(JSON.millis(numbers, "ms")).isEqualTo(at);
    }

    @Example
    void a_moment_no_session_may_have_is_none() {
        for (String text : List.of(
                "0001-01-01T00:00:00Z",
                "2009-12-31T23:59:59Z",
                "2100-01-01T00:00:01Z",
                "+999999999-01-01T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "soon",
                "12",
                "99999999999999")) {
            assertThat(LenientJson.instant(text)).as(text).isNull();
        }
        assertThat(JSON.millis(read("{'a':'1648038809439'}"), "a")).isNull();
    }

    @Example
    void a_moment_is_as_fine_as_it_is_stored() {
        Instant at = LenientJson.instant("2026-10-05T07:00:00.1234567Z");
        assertThat(at).isNotNull();
        assertThat(at.truncatedTo(ChronoUnit.MICROS)).isEqualTo(at);
    }

    @Example
    void null_blank_absent_and_another_shape_read_alike() {
        JsonNode node = read("{'a':null,'b':'  ','c':{},'d':[],'n':12,'f':1.5,'t':true}");
        for (String name : List.of("a", "b", "c", "d", "x")) {
            assertThat(JSON.text(node, name)).isNull();
            assertThat(JSON.items(node, name)).isEmpty();
            assertThat(JSON.flag(node, name)).isFalse();
        }
        assertThat(JSON.text(node, "n")).isEqualTo("12");
        assertThat(JSON.text(node, "f")).isEqualTo("1.5");
        assertThat(JSON.first(node, "a", "b", "n")).isEqualTo("12");
        assertThat(JSON.flag(node, "t")).isTrue();
        assertThat(JSON.text(node, "x", "none")).isEqualTo("none");
        assertThat(LenientJson.readObject("[]".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(LenientJson.read("{".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Example
    void names_may_come_in_either_case_where_that_is_said() {
        JsonNode node = read("{'Id':'x','id2':'y','ID2':'z'}");
        assertThat(JSON.text(node, "id")).isNull();
        assertThat(JSON.inAnyCase().text(node, "id")).isEqualTo("x");
        assertThat(JSON.inAnyCase().text(node, "ID2")).isEqualTo("z");
    }
}
