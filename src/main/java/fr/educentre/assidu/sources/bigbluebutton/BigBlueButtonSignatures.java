package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.core.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How BigBlueButton shows that it is the sender, and how we show it to BigBlueButton. */
public final class BigBlueButtonSignatures {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int LONGEST_TOKEN = 4000;

    private BigBlueButtonSignatures() {}

    /**
     * Whether the checksum is that of a web hook sent to one of the addresses. All are tried whatever the first gives, so
     * that the time does not tell which is right.
     *
     * @param urls those under which the hook may have been registered
     */
    public static boolean hook(String checksum, Collection<String> urls, byte[] body, String secret) {
        Optional<String> algorithm = algorithm(checksum.length());
        if (algorithm.isEmpty()) {
            return false;
        }
        byte[] given = Digests.bytes(checksum.toLowerCase(Locale.ROOT));
        boolean right = false;
        for (String url : urls) {
            String expected =
                    Digests.hex(Digests.hash(algorithm.get(), Digests.bytes(url), body, Digests.bytes(secret)));
            right |= Digests.same(given, Digests.bytes(expected));
        }
        return right;
    }

    /** As said by its length in hexadecimal digits. */
    private static Optional<String> algorithm(int length) {
        return switch (length) {
            case 40 -> Optional.of("SHA-1");
            case 64 -> Optional.of("SHA-256");
            case 96 -> Optional.of("SHA-384");
            case 128 -> Optional.of("SHA-512");
            default -> Optional.empty();
        };
    }

    public static boolean bearer(String given, String secret) {
        return Digests.same(given, secret);
    }

    /**
     * Whether the token of an analytics callback was made with the secret and still stands. Nothing but HS512 is taken,
     * whatever the token says of itself; common libraries refuse secrets as short as BigBlueButton's.
     */
    public static boolean analytics(String token, String secret, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > LONGEST_TOKEN || parts.length != 3) {
            return false;
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            if (!Digests.same(signature, mac("HmacSHA512", secret, parts[0] + "." + parts[1]))) {
                return false;
            }
            JsonMapper json = JsonMapper.shared();
            JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode exp =
                    json.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
            return "HS512".equals(header.path("alg").asString(""))
                    && exp.isNumber()
                    && now.isBefore(Instant.ofEpochSecond(Math.min(exp.asLong(0), Integer.MAX_VALUE * 2L))
                            .plus(SKEW));
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    /** What we put into the address that the end of a meeting calls, which BigBlueButton does not sign. */
    public static String endToken(String meetingId, String secret) {
        return Digests.hex(mac("HmacSHA256", secret, "assidu-end\n" + meetingId));
    }

    public static boolean end(String token, String meetingId, String secret) {
        return Digests.same(token, endToken(meetingId, secret));
    }

    /** @param query exactly as it is sent */
    static String ofCall(String algorithm, String call, String query, String secret) {
        return Digests.hex(Digests.hash(algorithm, Digests.bytes(call + query + secret)));
    }

    private static byte[] mac(String algorithm, String secret, String text) {
        return Digests.hmac(algorithm, Digests.bytes(secret), Digests.bytes(text));
    }
}
