package fr.educentre.assidu.sources.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What BigBlueButton sends of itself, signed as it signs. */
final class BbbSender {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String secret;

    BbbSender(String secret) {
        this.secret = secret;
    }

    /** @param url as registered, which the checksum covers; @param to where it is really sent */
    int hook(String url, URI to, String event, long timestamp) {
        String body = "domain=bbb.example.com&event=" + URLEncoder.encode(event, StandardCharsets.UTF_8) + "&timestamp="
                + timestamp;
        String checksum = hex("SHA-1", url + body + secret);
        URI signed = URI.create(to + (to.getRawQuery() == null ? "?" : "&") + "checksum=" + checksum);
        return send(HttpRequest.newBuilder(signed)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    int analytics(URI to, String body, Instant now) {
        String header = base64("{\"typ\":\"JWT\",\"alg\":\"HS512\"}".getBytes(StandardCharsets.UTF_8));
        String claims =
                base64(("{\"exp\":" + now.plusSeconds(86_400).getEpochSecond() + "}").getBytes(StandardCharsets.UTF_8));
        String token = header + "." + claims + "." + base64(mac(header + "." + claims));
        return send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .header("User-Agent", "BigBlueButton Analytics Callback")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    int get(URI to) {
        return send(HttpRequest.newBuilder(to).build());
    }

    private int send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static String hex(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
