package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.core.SourceSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is known of the BigBlueButton server, and where it calls us back. */
@Component
public class BigBlueButtonSettings {

    public static final String CONNECTOR = "bigbluebutton";
    static final String URL = "url";
    static final String SECRET = "secret";
    private static final String HOOK = "/hooks/bigbluebutton";

    private final SourceSettings settings;
    private final String baseUrl;

    BigBlueButtonSettings(SourceSettings settings, @Value("${assidu.base-url}") String baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
    }

    /** What the server's shared secret is. */
    public Optional<String> secret() {
        return settings.find(CONNECTOR, SECRET);
    }

    /** Where web hooks are sent: the checksum of each covers this address. */
    public String hookUrl() {
        return baseUrl + HOOK;
    }

    Optional<Server> server() {
        return settings.find(CONNECTOR, URL)
                .flatMap(BigBlueButtonSettings::root)
                .flatMap(url -> secret().map(secret -> new Server(url, secret)));
    }

    /** The address as people know it, with or without {@code /api} at its end; empty when it is no address. */
    static Optional<String> root(String url) {
        String plain = url.strip().replaceAll("/+$", "").replaceAll("/api$", "");
        try {
            URI uri = URI.create(plain);
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return Optional.empty();
            }
            boolean bare = uri.getPath() == null || uri.getPath().isEmpty();
            return Optional.of(bare ? plain + "/bigbluebutton" : plain);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String analyticsUrl() {
        return baseUrl + HOOK + "/analytics";
    }

    String endUrl(String meetingId, String secret) {
        return baseUrl + HOOK + "/end?meeting=" + URLEncoder.encode(meetingId, StandardCharsets.UTF_8) + "&token="
                + BigBlueButtonSignatures.endToken(meetingId, secret);
    }

    String baseUrl() {
        return baseUrl;
    }

    /** @param url up to and without {@code /api} */
    record Server(String url, String secret) {}
}
