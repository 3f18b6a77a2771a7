package fr.educentre.assidu.sources.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes and signatures of what sources send, and their comparison. */
public final class Digests {

    private static final String SHA_256 = "SHA-256";

    private Digests() {}

    public static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] sha256(byte[]... parts) {
        return hash(SHA_256, parts);
    }

    public static String sha256Hex(String text) {
        return hex(sha256(bytes(text)));
    }

    /** @param algorithm e.g. {@code HmacSHA256} */
    public static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String hmacHex(String algorithm, String secret, byte[]... parts) {
        return hex(hmac(algorithm, bytes(secret), parts));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** In a time that does not tell how much is right. */
    public static boolean same(byte[] given, byte[] expected) {
        return MessageDigest.isEqual(given, expected);
    }

    /** In a time that does not tell how much is right. */
    public static boolean same(String given, String expected) {
        return same(bytes(given), bytes(expected));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
