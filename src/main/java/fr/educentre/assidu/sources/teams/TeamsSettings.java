package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.training.SessionInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is known of the connection to Teams. */
@Component
class TeamsSettings {

    static final String CONNECTOR = "teams";
    static final String TENANT = "tenant-id";
    static final String CLIENT = "client-id";
    static final String SECRET = "client-secret";
    static final String STATE = "client-state";
    static final String ORGANIZER = "organizer-id";
    static final String CERTIFICATE = "certificate";
    private static final String HOOK = "/hooks/teams";

    private final SourceSettings settings;
    private final String baseUrl;

    TeamsSettings(SourceSettings settings, @Value("${assidu.base-url}") String baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    record Credentials(String tenant, String client, String secret) {
        @Override
        public String toString() {
            return "Credentials[" + tenant + ", " + client + "]";
        }
    }

    Optional<String> find(String name) {
        return settings.find(CONNECTOR, name);
    }

    Optional<Credentials> credentials() {
        return find(TENANT)
                .flatMap(tenant -> find(CLIENT)
                        .flatMap(client -> find(SECRET).map(secret -> new Credentials(tenant, client, secret))));
    }

    String tokenUrl(Credentials credentials) {
        return find("token-url")
                .orElse("https://login.microsoftonline.com/" + credentials.tenant() + "/oauth2/v2.0/token");
    }

    /** Without the version. */
    String apiUrl() {
        return find("api-url").orElse("https://graph.microsoft.com").replaceAll("(/(v1\\.0|beta))?/*$", "");
    }

    /** Where Graph sends its notifications; empty where it could not: it wants HTTPS. */
    Optional<String> notificationUrl() {
        return find("notification-url")
                .or(() -> baseUrl.startsWith("https://") ? Optional.of(baseUrl + HOOK) : Optional.empty());
    }

    String hookAddress() {
        return baseUrl + HOOK;
    }

    /** Who organised the meeting, by its join link, else the usual organiser. */
    Optional<String> organizer(SessionInfo.@Nullable Meeting meeting) {
        return (meeting == null ? Optional.<String>empty() : MeetingReference.organizer(meeting.url()))
                .or(() -> find(ORGANIZER));
    }
}
