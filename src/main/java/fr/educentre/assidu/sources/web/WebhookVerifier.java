package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.sources.core.DeliveryIntake;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Lets deliveries in whose sender is known; of the others a counter alone is kept. */
@Component
class WebhookVerifier {

    private final DeliveryIntake intake;
    private final MeterRegistry meters;

    WebhookVerifier(DeliveryIntake intake, MeterRegistry meters) {
        this.intake = intake;
        this.meters = meters;
    }

    /** To be called for a delivery that proves its sender. */
    void receive(String connector, String sender, WebhookRequest request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        intake.receive(connector, sender, request.mediaType(), headers, request.body());
        meters.counter("assidu.hooks.received", "connector", connector).increment();
    }

    /** @param reason one of a few fixed words, for the counter */
    BadCredentialsException refuse(String connector, String reason) {
        meters.counter("assidu.hooks.refused", "connector", connector, "reason", reason)
                .increment();
        return new BadCredentialsException(connector + ": " + reason);
    }

    /** In a time that does not tell how much is right. */
    static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** @param algorithm e.g. {@code HmacSHA256} */
    static String hmacHex(String algorithm, String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
