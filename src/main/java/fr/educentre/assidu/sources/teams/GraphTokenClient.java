package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.AccessToken;
import fr.educentre.assidu.sources.core.AccessTokens;
import fr.educentre.assidu.sources.core.RemoteClient;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.TokenGrant;
import fr.educentre.assidu.sources.teams.TeamsSettings.Credentials;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Access tokens of Entra for Graph, by client credentials. */
@Component
class GraphTokenClient {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final TeamsSettings settings;
    private final AccessTokens<Application> tokens;

    private record Application(Credentials credentials, String url) {}

    GraphTokenClient(RemoteClient http, TeamsSettings settings, Clock clock) {
        this.settings = settings;
        this.tokens = new AccessTokens<>(new Grant(), MARGIN, http, clock);
    }

    private static final class Grant implements TokenGrant<Application> {

        @Override
        public HttpRequest request(Application application) {
            return RemoteClient.request(URI.create(application.url()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            application.credentials().client(),
                            "client_secret",
                            application.credentials().secret(),
                            "scope",
                            "https://graph.microsoft.com/.default"))))
                    .build();
        }

        @Override
        public RemoteFailure badAddress(Application application) {
            return GraphProtocol.notAsked("address", application.url());
        }

        @Override
        public RemoteFailure refusal(Application application, int status, String body) {
            return GraphProtocol.tokenRefusal(status, body, application.credentials());
        }

        @Override
        public RemoteFailure noToken(String what) {
            return GraphProtocol.notAsked("token.none");
        }

        private static String form(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    }

    <T> RemoteResult<T> call(Credentials credentials, Function<String, RemoteResult<T>> call) {
        return tokens.call(application(credentials), token -> call.apply(token.value()));
    }

    /** A new one, to try the credentials. */
    RemoteResult<AccessToken> renewed(Credentials credentials) {
        return tokens.renewed(application(credentials));
    }

    private Application application(Credentials credentials) {
        return new Application(credentials, settings.tokenUrl(credentials));
    }
}
