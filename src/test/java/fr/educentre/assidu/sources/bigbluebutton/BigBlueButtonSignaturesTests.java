package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BigBlueButtonSignaturesTests {

    private static final String SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
    private static final String URL = "https://app.example.com/hooks/bbb";
    private static final String EVENT =
            "[{\"data\":{\"type\":\"event\",\"id\":\"meeting-ended\",\"attributes\":{\"meeting\":"
                    + "{\"internal-meeting-id\":\"44ea85d9684005d3b0af3c49e8a271a683cedb79-1532718208098\","
                    + "\"external-meeting-id\":\"random-3800337\"}},\"event\":{\"ts\":1532718316938}}}]";
    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void a_call_is_signed_as_the_documentation_shows() {
        String query = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
        assertThat(BigBlueButtonSignatures.ofCall("SHA-1", "create", query, SECRET))
                .isEqualTo("1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17");
        assertThat(BigBlueButtonSignatures.ofCall("SHA-256", "create", query, SECRET))
                .isEqualTo("da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e");
    }

    @Test
    void a_web_hook_is_known_by_the_checksum_of_its_address_body_and_secret() {
        byte[] body = ("domain=bbb.example.com&event=" + URLEncoder.encode(EVENT, StandardCharsets.UTF_8)
                        + "&timestamp=1532718316953")
                .getBytes(StandardCharsets.UTF_8);
        String checksum = "9cb668774f4c5d4fcc208328f8d4d9a160ce2f80";
        assertThat(BigBlueButtonSignatures.hook(checksum, List.of("https://other.example.com", URL), body, SECRET))
                .isTrue();
        assertThat(BigBlueButtonSignatures.hook(
                        checksum.toUpperCase(java.util.Locale.ROOT), List.of(URL), body, SECRET))
                .isTrue();
        assertThat(BigBlueButtonSignatures.hook(checksum, List.of(URL + "/"), body, SECRET))
                .isFalse();
        assertThat(BigBlueButtonSignatures.hook(checksum, List.of(URL), body, SECRET + "x"))
                .isFalse();
        body[body.length - 1]++;
        assertThat(BigBlueButtonSignatures.hook(checksum, List.of(URL), body, SECRET))
                .isFalse();
        assertThat(BigBlueButtonSignatures.hook("", List.of(URL), body, SECRET)).isFalse();
        assertThat(BigBlueButtonSignatures.hook("9cb668", List.of(URL), body, SECRET))
                .isFalse();
    }

    @Test
    void an_analytics_token_is_taken_in_hs512_alone_and_until_it_expires() throws Exception {
        long soon = NOW.getEpochSecond() + 60;
        String good = token("{\"typ\":\"JWT\",\"alg\":\"HS512\"}", "{\"exp\":" + soon + "}", "HmacSHA512", SECRET);
        assertThat(BigBlueButtonSignatures.analytics(good, SECRET, NOW)).isTrue();
        assertThat(BigBlueButtonSignatures.analytics(good, SECRET, NOW.plusSeconds(90)))
                .isTrue();
        assertThat(BigBlueButtonSignatures.analytics(good, SECRET, NOW.plusSeconds(130)))
                .isFalse();
        assertThat(BigBlueButtonSignatures.analytics(good, "other", NOW)).isFalse();
        assertThat(BigBlueButtonSignatures.analytics(good + "A", SECRET, NOW)).isFalse();
        for (String[] wrong : new String[][] {
            {"{\"alg\":\"HS256\"}", "{\"exp\":" + soon + "}", "HmacSHA256"},
            {"{\"alg\":\"HS256\"}", "{\"exp\":" + soon + "}", "HmacSHA512"},
            {"{\"alg\":\"none\"}", "{\"exp\":" + soon + "}", "HmacSHA512"},
            {"{\"alg\":\"HS512\"}", "{}", "HmacSHA512"},
            {"{\"alg\":\"HS512\"}", "{\"exp\":\"" + soon + "\"}", "HmacSHA512"},
            {"no json", "{\"exp\":" + soon + "}", "HmacSHA512"}
        }) {
            assertThat(BigBlueButtonSignatures.analytics(token(wrong[0], wrong[1], wrong[2], SECRET), SECRET, NOW))
                    .as(String.join(" ", wrong))
                    .isFalse();
        }
        String[] parts = good.split("\\.");
        assertThat(BigBlueButtonSignatures.analytics(parts[0] + "." + parts[1] + ".", SECRET, NOW))
                .isFalse();
        assertThat(BigBlueButtonSignatures.analytics("", SECRET, NOW)).isFalse();
        assertThat(BigBlueButtonSignatures.analytics("a.b", SECRET, NOW)).isFalse();
        assertThat(BigBlueButtonSignatures.analytics("é.é.é", SECRET, NOW)).isFalse();
    }

    @Test
    void the_address_a_meetings_end_calls_is_good_for_that_meeting_alone() {
        String token = BigBlueButtonSignatures.endToken("abc", SECRET);
        assertThat(BigBlueButtonSignatures.end(token, "abc", SECRET)).isTrue();
        assertThat(BigBlueButtonSignatures.end(token, "abd", SECRET)).isFalse();
        assertThat(BigBlueButtonSignatures.end("", "abc", SECRET)).isFalse();
    }

    static String token(String header, String claims, String algorithm, String secret) throws Exception {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return signed + "." + encoder.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
