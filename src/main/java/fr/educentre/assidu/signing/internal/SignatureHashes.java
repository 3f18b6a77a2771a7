package fr.educentre.assidu.signing.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that anybody can compute anew with usual tools; what keeps them from being all made anew is the journal, where each stands. */
final class SignatureHashes {

    /** Before the first of a session. */
    static final String BEGINNING = "0".repeat(64);

    private SignatureHashes() {}

    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the hash before and of the statement's, one after the other, as bytes; nothing's where they are no hashes. */
    static String ofLink(String previous, String statement) {
        try {
            return HexFormat.of().formatHex(sha256(HexFormat.of().parseHex(previous + statement)));
        } catch (IllegalArgumentException changed) {
            return "";
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
