package fr.educentre.assidu.documents.internal;

import java.security.SecureRandom;
import java.util.Locale;

/** 128 random bits in the letters and figures of base 32, so that it can be typed from paper and cannot be guessed. */
final class VerificationCode {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;

    private VerificationCode() {}

    static String random() {
        var random = new SecureRandom();
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As typed by a person: any case, with spaces or hyphens. */
    static String normalised(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
