package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteResult;
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

    private final BigBlueButtonProtocol protocol = new BigBlueButtonProtocol();
    private final RemoteClient http;

    BigBlueButtonClient(RemoteClient http) {
        this.http = http;
    }

    RemoteResult<BigBlueButtonXml> call(Server server, String call, Map<String, String> parameters) {
        return send(url(server, call, parameters, SHA_256));
    }

    /** To tell a server that does not take SHA-256 from a wrong secret. */
    RemoteResult<BigBlueButtonXml> callWithSha1(Server server, String call) {
        return send(url(server, call, Map.of(), "SHA-1"));
    }

    /** What the server answers to anybody. */
    RemoteResult<BigBlueButtonXml> version(Server server) {
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

    private RemoteResult<BigBlueButtonXml> send(String url) {
        return http.send(RemoteClient.request(URI.create(url)).GET().build(), protocol);
    }
}
