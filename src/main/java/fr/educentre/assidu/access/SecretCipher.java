package fr.educentre.assidu.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in GCM: what is sealed opens with the same key and label alone, and not at all when a bit was changed. */
public class SecretCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SecretCipher(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "assidu.secrets.key holds " + bytes.length + " bytes; give 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    public Sealed seal(byte[] plain, String label) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Sealed(run(Cipher.ENCRYPT_MODE, plain, nonce, label), nonce);
    }

    public byte[] open(Sealed sealed, String label) {
        return run(Cipher.DECRYPT_MODE, sealed.cipher(), sealed.nonce(), label);
    }

    /** A keyed hash (HMAC-SHA256) that nobody makes without the key; what it is for goes into the key. */
    public byte[] mac(byte[] content, String label) {
        byte[] labelled = mac(key.getEncoded(), label.getBytes(StandardCharsets.UTF_8));
        return mac(labelled, content);
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, byte[] input, byte[] nonce, String label) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What was sealed does not open: wrong key, or changed since it was kept", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record Sealed(byte[] cipher, byte[] nonce) {}
}
