package fr.educentre.assidu.connectors.bigbluebutton;

import fr.educentre.assidu.connectors.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.connectors.peers.PeerAnswer;
import fr.educentre.assidu.connectors.peers.PeerHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls to BigBlueButton, each with the checksum of the very query that is sent. */
@Component
class ServerApi {

    private static final String SHA_256 = "SHA-256";

    private final PeerHttp http;

    ServerApi(PeerHttp http) {
        this.http = http;
    }

    ServerAnswer call(Server server, String call, Map<String, String> parameters) {
        return send(url(server, call, parameters, SHA_256));
    }

    /** To tell a server that does not take SHA-256 from a wrong secret. */
    ServerAnswer callWithSha1(Server server, String call) {
        return send(url(server, call, Map.of(), "SHA-1"));
    }

    /** What the server answers to anybody. */
    ServerAnswer version(Server server) {
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
                + Proof.ofCall(algorithm, call, query, server.secret());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ServerAnswer send(String url) {
        return switch (http.send(PeerHttp.request(URI.create(url)).GET().build())) {
            case PeerAnswer.Ok ok -> read(ok.body());
            case PeerAnswer.Busy busy -> new ServerAnswer.Away("HTTP 429/503", busy.retryAfter());
            case PeerAnswer.Unreachable away -> new ServerAnswer.Away(away.why(), null);
            case PeerAnswer.Refused refused ->
                refused.body().contains("<response>")
                        ? read(refused.body().getBytes(StandardCharsets.UTF_8))
                        : new ServerAnswer.Failed("http" + refused.status(), "HTTP " + refused.status(), new byte[0]);
        };
    }

    private static ServerAnswer read(byte[] body) {
        try {
            Xml xml = Xml.parse(body);
            return xml.success()
                    ? new ServerAnswer.Success(xml, body)
                    : new ServerAnswer.Failed(xml.text("messageKey"), xml.text("message"), body);
        } catch (Unreadable e) {
            return new ServerAnswer.Failed("notXml", "", new byte[0]);
        }
    }
}
