package fr.educentre.assidu.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One node of the application, as a centre runs it. */
final class KilledNode extends KilledProcess {

    private final String address;
    private final HttpClient http;

    KilledNode(Path jar, int port, Map<String, String> settings, Path log, HttpClient http) {
        super(List.of("-Xmx640m", "-jar", jar.toString(), "--server.port=" + port), settings, log);
        this.address = "http://127.0.0.1:" + port;
        this.http = http;
    }

    URI uri(String path) {
        return URI.create(address + path);
    }

    /** Whether it serves. */
    boolean isUp() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return isAlive()
                    && http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
