package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.shell.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/** A file accepted by what it holds, whatever its name says. */
@SuppressWarnings("ArrayRecordComponent")
record DetectedFile(String fileName, String mediaType, byte[] bytes) {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int MAX_NAME = 120;
    private static final Map<String, String> EXTENSIONS = Map.of(
            "application/pdf",
            ".pdf",
            "image/jpeg",
            ".jpg",
            "image/png",
            ".png",
            "image/heic",
            ".heic",
            "image/heif",
            ".heif");

    /** Refused TOO_LARGE, INVALID when empty, UNSUPPORTED when neither PDF nor photo: JPEG, PNG, or HEIC as iPhones take them. */
    static DetectedFile of(@Nullable String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.justification.tooLarge");
        }
        if (bytes.length == 0) {
            throw Refusal.invalid("refusal.justification.emptyFile");
        }
        String type = new Tika().detect(bytes);
        if (!EXTENSIONS.containsKey(type)) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.justification.fileType");
        }
        return new DetectedFile(cleanName(name, type), type, bytes);
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cleanName(@Nullable String given, String type) {
        String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>|:*?]", "");
        name = name.strip();
        if (name.isEmpty()) {
            name = "justificatif" + EXTENSIONS.get(type);
        }
        return name.length() > MAX_NAME ? name.substring(name.length() - MAX_NAME) : name;
    }
}
