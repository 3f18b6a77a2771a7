package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.sources.core.SourceSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The connection to Zoom: what it needs, and whether it works. */
@Component
class ZoomSetup implements SourceSetup {

    private static final String SECRET_TOKEN = "secret-token";

    /** No meeting has this number: with the right it is unknown, without it Zoom names the right that is missing. */
    private static final String NO_MEETING = "1";

    private static final Set<String> REGISTRANTS = Set.of(
            "meeting:write:registrant:admin", "meeting:write:registrant", "meeting:write:admin", "meeting:write");

    private final SourceSettings settings;
    private final ZoomTokenClient tokens;
    private final ZoomClient api;
    private final Texts texts;

    ZoomSetup(SourceSettings settings, ZoomTokenClient tokens, ZoomClient api, Texts texts) {
        this.settings = settings;
        this.tokens = tokens;
        this.api = api;
        this.texts = texts;
    }

    @Override
    public String connector() {
        return ZoomTranslator.CONNECTOR;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.secret(SECRET_TOKEN, true),
                Field.plain(ZoomTokenClient.ACCOUNT, false),
                Field.plain(ZoomTokenClient.CLIENT, false),
                Field.secret(ZoomTokenClient.SECRET, false),
                Field.plain(ZoomTokenClient.TOKEN_URL, false),
                Field.plain(ZoomTokenClient.API_URL, false));
    }

    @Override
    public List<Check> test() {
        List<Check> checks = new ArrayList<>();
        checks.add(
                settings.find(ZoomTranslator.CONNECTOR, SECRET_TOKEN).isPresent()
                        ? ok("secret.ok")
                        : missing("secret.missing"));
        List<String> missing = tokens.missing();
        if (!missing.isEmpty()) {
            checks.add(missing(
                    "credentials.missing",
                    String.join(
                            ", ",
                            missing.stream()
                                    .map(name -> texts.get("connectors.zoom.field." + name))
                                    .toList())));
            return checks;
        }
        switch (tokens.renewedScopes()) {
            case RemoteResult.Failure<Set<String>>(RemoteFailure why) -> checks.add(failed(why));
            case RemoteResult.Success<Set<String>> scopes -> {
                checks.add(ok("token.ok"));
                checks.add(report());
                checks.add(registrants(scopes.value()));
            }
        }
        return checks;
    }

    private Check report() {
        return switch (api.participants(NO_MEETING, "")) {
            case RemoteResult.Success<JsonNode> report -> ok("report.ok");
            case RemoteResult.Failure<JsonNode>(RemoteFailure.NotFound none) -> ok("report.ok");
            case RemoteResult.Failure<JsonNode>(RemoteFailure.Refused refused)
            when refused.code().equals(ZoomProtocol.SCOPE) ->
                new Check(Outcome.MISSING, refused.problem().read(texts));
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> failed(why);
        };
    }

    private Check registrants(Set<String> scopes) {
        if (scopes.isEmpty()) {
            return missing("registrants.unknown");
        }
        return scopes.stream().anyMatch(REGISTRANTS::contains) ? ok("registrants.ok") : missing("registrants.missing");
    }

    private Check ok(String check) {
        return new Check(Outcome.OK, texts.get("connectors.zoom.check." + check));
    }

    private Check missing(String check, Object... arguments) {
        return new Check(Outcome.MISSING, texts.get("connectors.zoom.check." + check, arguments));
    }

    private Check failed(RemoteFailure failure) {
        return new Check(Outcome.FAILED, ZoomProtocol.MESSAGES.of(failure).read(texts));
    }
}
