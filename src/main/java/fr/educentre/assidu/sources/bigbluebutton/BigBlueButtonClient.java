package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls to BigBlueButton, each with the checksum of the very query that is sent. */
@Component
class BigBlueButtonClient {

    private static final String SHA_256 = "SHA-256";

    private final RemoteClient http;

    BigBlueButtonClient(RemoteClient http) {
        this.http = http;
    }

    BigBlueButtonResponse call(Server server, String call, Map<String, String> parameters) {
        return send(url(server, call, parameters, SHA_256));
    }

    /** To tell a server that does not take SHA-256 from a wrong secret. */
    BigBlueButtonResponse callWithSha1(Server server, String call) {
        return send(url(server, call, Map.of(), "SHA-1"));
    }

    /** What the server answers to anybody. */
    BigBlueButtonResponse version(Server server) {
        return send(server.url() + "/api");
    }

    /** Address that a person's browser opens. */
    static String url(Server server, String call, Map<String, String> parameters) {
        return url(server, call, parameters, SHA_256);
    }

    private static String url(Server server, String call, Map<String, String> parameters, String algorithm) {
        String query = parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return server.url() + "/api/" + call + "?" + query + (query.isEmpty() ? "" : "&") + "checksum="
                + BigBlueButtonSignatures.ofCall(algorithm, call, query, server.secret());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private BigBlueButtonResponse send(String url) {
        return switch (http.send(RemoteClient.request(URI.create(url)).GET().build())) {
            case RemoteResponse.Ok ok -> read(ok.body());
            case RemoteResponse.Busy busy -> new BigBlueButtonResponse.Away("HTTP 429/503", busy.retryAfter());
            case RemoteResponse.Unreachable away -> new BigBlueButtonResponse.Away(away.why(), null);
            case RemoteResponse.Refused refused ->
                refused.body().contains("<response>")
                        ? read(refused.body().getBytes(StandardCharsets.UTF_8))
                        : new BigBlueButtonResponse.Failed(
                                "http" + refused.status(), "HTTP " + refused.status(), new byte[0]);
        };
    }

    private static BigBlueButtonResponse read(byte[] body) {
        try {
            BigBlueButtonXml xml = BigBlueButtonXml.parse(body);
            return xml.success()
                    ? new BigBlueButtonResponse.Success(xml, body)
                    : new BigBlueButtonResponse.Failed(xml.text("messageKey"), xml.text("message"), body);
        } catch (UnreadablePayloadException e) {
            return new BigBlueButtonResponse.Failed("notXml", "", new byte[0]);
        }
    }
}
