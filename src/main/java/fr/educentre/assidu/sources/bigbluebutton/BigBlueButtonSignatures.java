package fr.educentre.assidu.sources.bigbluebutton;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        byte[] given = bytes(checksum.toLowerCase(Locale.ROOT));
        boolean right = false;
        for (String url : urls) {
            String expected = hex(algorithm.get(), bytes(url), body, bytes(secret));
            right |= MessageDigest.isEqual(given, bytes(expected));
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
        return MessageDigest.isEqual(bytes(given), bytes(secret));
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
            if (!MessageDigest.isEqual(signature, mac("HmacSHA512", secret, parts[0] + "." + parts[1]))) {
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
        return HexFormat.of().formatHex(mac("HmacSHA256", secret, "assidu-end\n" + meetingId));
    }

    public static boolean end(String token, String meetingId, String secret) {
        return MessageDigest.isEqual(bytes(token), bytes(endToken(meetingId, secret)));
    }

    /** @param query exactly as it is sent */
    static String ofCall(String algorithm, String call, String query, String secret) {
        return hex(algorithm, bytes(call + query + secret));
    }

    private static String hex(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(secret), algorithm));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
