package fr.educentre.assidu.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * AES-256 in GCM: what is sealed opens with the same key and label alone, and not at all when a bit was changed. Keys that
 * were in use before open and verify what they made, and make nothing more.
 */
public class SecretCipher {

    private final SealingKey key;
    private final List<SealingKey> former;
    private final SecureRandom random = new SecureRandom();

    SecretCipher(String base64Key) {
        this(base64Key, List.of());
    }

    /** @param formerBase64Keys keys that were in use before, oldest first */
    SecretCipher(String base64Key, List<String> formerBase64Keys) {
        key = new SealingKey(base64Key, "assidu.secrets.key");
        former = formerBase64Keys.stream()
                .map(one -> new SealingKey(one, "assidu.secrets.former-keys"))
                .toList();
    }

    public Sealed seal(byte[] plain, String label) {
        byte[] nonce = new byte[SealingKey.NONCE_BYTES];
        random.nextBytes(nonce);
        return key.seal(plain, nonce, label);
    }

    /** @throws IllegalStateException when it opens with none of the keys, or was changed */
    public byte[] open(Sealed sealed, String label) {
        return opened(sealed, label)
                .orElseThrow(() -> new IllegalStateException("What was sealed does not open: wrong key"
                        + " (assidu.secrets.key, assidu.secrets.former-keys), or changed since it was kept"));
    }

    /**
     * Seals what a row holds with the key in use.
     *
     * @param row empty where it holds nothing sealed
     * @param write given what is to stand there
     * @return false when it opens with none of the keys: nothing is written
     */
    public boolean sealAnew(Optional<Sealed> row, String label, Consumer<Sealed> write) {
        Optional<Sealed> anew = row.flatMap(one -> sealAnew(one, label));
        anew.ifPresent(write);
        return anew.isPresent();
    }

    /** The same, sealed with the key in use; empty when it opens with none of the keys. */
    Optional<Sealed> sealAnew(Sealed sealed, String label) {
        return opened(sealed, label).map(plain -> seal(plain, label));
    }

    /** The first bytes of the nonce of all that the key in use sealed. */
    public byte[] mark() {
        return key.mark();
    }

    /** Whether there are keys that were in use before. */
    public boolean hasFormerKeys() {
        return !former.isEmpty();
    }

    /** A keyed hash (HMAC-SHA256) that nobody makes without the key; what it is for goes into the key. */
    public byte[] mac(byte[] content, String label) {
        return key.mac(content, label);
    }

    /** The keyed hashes that the keys in use before would make of it, oldest key first. */
    public List<byte[]> formerMacs(byte[] content, String label) {
        return former.stream().map(one -> one.mac(content, label)).toList();
    }

    private Optional<byte[]> opened(Sealed sealed, String label) {
        return Stream.concat(Stream.of(key), former.reversed().stream())
                .filter(one -> one.mayOpen(sealed))
                .flatMap(one -> one.open(sealed, label).stream())
                .findFirst();
    }

    /** @param nonce of 12 bytes, after the mark of the key where it has one */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sealed(byte[] cipher, byte[] nonce) {}
}
