package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.Digests;
import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.SourceSettings;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Content that Graph encrypted for our certificate: a key of its own for each notification, under RSA-OAEP; the content
 * under AES-CBC with that key, signed with HMAC-SHA256.
 */
@Component
class NotificationDecryptor {

    static final String PRIVATE_KEY = "private-key";
    private static final int IV_BYTES = 16;

    private final SourceSettings settings;

    NotificationDecryptor(SourceSettings settings) {
        this.settings = settings;
    }

    sealed interface Result {}

    record Opened(JsonNode content) implements Result {}

    /** @param problem end of the text's key */
    record Closed(String problem) implements Result {}

    Result open(JsonNode encrypted) {
        Optional<String> pem = settings.find("teams", PRIVATE_KEY);
        if (pem.isEmpty()) {
            return new Closed("encrypted");
        }
        try {
            byte[] key = key(pem.get(), decoded(encrypted, "dataKey"));
            byte[] data = decoded(encrypted, "data");
            if (!Digests.same(Digests.hmac("HmacSHA256", key, data), decoded(encrypted, "dataSignature"))) {
                return new Closed("signature");
            }
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(Arrays.copyOf(key, IV_BYTES)));
            return LenientJson.readObject(cipher.doFinal(data))
                    .<Result>map(Opened::new)
                    .orElse(new Closed("noContent"));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Closed("otherKey");
        }
    }

    /** A key of PKCS#8, between the lines of a PEM file or bare. */
    static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static byte[] key(String pem, byte[] encrypted) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, privateKey(pem));
        byte[] key = cipher.doFinal(encrypted);
        if (key.length < IV_BYTES) {
            throw new IllegalArgumentException("key");
        }
        return key;
    }

    private static byte[] decoded(JsonNode encrypted, String name) {
        JsonNode child = GraphProtocol.JSON.child(encrypted, name);
        return Base64.getDecoder().decode(child.isString() ? child.stringValue() : "");
    }
}
