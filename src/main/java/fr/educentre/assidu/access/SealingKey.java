package fr.educentre.assidu.access;

import fr.educentre.assidu.access.SecretCipher.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of 32 bytes. What it seals bears its mark, which tells it from other keys and says nothing about it. */
final class SealingKey {

    static final int NONCE_BYTES = 12;
    static final int MARK_BYTES = 4;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] mark;

    SealingKey(String base64, String setting) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(setting + " holds " + bytes.length + " bytes; give 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "AES");
        mark = Arrays.copyOf(mac(new byte[0], "mark"), MARK_BYTES);
    }

    byte[] mark() {
        return mark.clone();
    }

    Sealed seal(byte[] plain, byte[] nonce, String label) {
        try {
            byte[] marked = ByteBuffer.allocate(MARK_BYTES + NONCE_BYTES)
                    .put(mark)
                    .put(nonce)
                    .array();
            return new Sealed(cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(plain), marked);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key may have sealed it; what was sealed before keys had marks may be of any. */
    boolean mayOpen(Sealed sealed) {
        byte[] nonce = sealed.nonce();
        return nonce.length == NONCE_BYTES || Arrays.equals(mark, Arrays.copyOf(nonce, MARK_BYTES));
    }

    /** Empty when another key sealed it, for something else, or when it was changed. */
    Optional<byte[]> open(Sealed sealed, String label) {
        byte[] nonce = sealed.nonce();
        byte[] own = Arrays.copyOfRange(nonce, Math.max(0, nonce.length - NONCE_BYTES), nonce.length);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, own, label).doFinal(sealed.cipher()));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] mac(byte[] content, String label) {
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

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
