package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.sources.core.RemoteProtocol;
import fr.educentre.assidu.sources.core.RemoteResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What Graph's answers mean, and what a person is to do about a refusal.
 *
 * @param path that is called
 * @param client whom the application access policy is to name
 */
record GraphProtocol(String path, String client) implements RemoteProtocol<JsonNode> {

    static final RemoteFailure.Messages MESSAGES =
            new RemoteFailure.Messages("connectors.teams.graph.busy", "connectors.teams.graph.unreachable");

    /** The names of fields come in either case. */
    static final LenientJson JSON = LenientJson.upTo(2000).inAnyCase();

    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,8})");
    private static final Pattern USER = Pattern.compile("/users/([^/?]+)");
    private static final Pattern WANTED = Pattern.compile("one of '([^']{3,400})'");
    private static final int LONGEST = 300;

    static RemoteProblem problem(String key, Object... arguments) {
        return RemoteProblem.of("connectors.teams.graph." + key, arguments);
    }

    /** Nothing can be asked before someone mends that. */
    static RemoteFailure notAsked(String key, Object... arguments) {
        return RemoteFailure.notAsked(problem(key, arguments));
    }

    /** A body of no bytes is a success with nothing to say. */
    @Override
    public RemoteResult<JsonNode> success(byte[] body) {
        return (body.length == 0 ? Optional.of(LenientJson.emptyObject()) : LenientJson.readObject(body))
                .<RemoteResult<JsonNode>>map(answer -> new RemoteResult.Success<>(answer, body))
                .orElseGet(() -> RemoteResult.failure(new RemoteFailure.Unreadable("JSON")));
    }

    @Override
    public RemoteResult<JsonNode> refusal(int status, String body) {
        JsonNode error = LenientJson.readObject(body.getBytes(StandardCharsets.UTF_8))
                .map(node -> JSON.child(node, "error"))
                .orElseGet(MissingNode::getInstance);
        String code = JSON.text(error, "code", "HTTP " + status);
        String message = JSON.text(error, "message", "");
        return RemoteResult.failure(
                status == 404
                        ? new RemoteFailure.NotFound(problem("notFound", code))
                        : new RemoteFailure.Refused(status, code, problem(status, code, message)));
    }

    private RemoteProblem problem(int status, String code, String message) {
        if (status == 403 && message.toLowerCase(Locale.ROOT).contains("application access policy")) {
            Matcher user = USER.matcher(path);
            return problem("policy", client, user.find() ? user.group(1) : "?");
        }
        if (status == 403) {
            Matcher wanted = WANTED.matcher(message);
            return problem("permission", wanted.find() ? wanted.group(1) : permission(path), code);
        }
        return status == 401
                ? problem("unauthorized", code)
                : problem(
                        "refused", status, code, message.length() > LONGEST ? message.substring(0, LONGEST) : message);
    }

    /** A refusal of the token, by the code Entra gives it. */
    static RemoteFailure tokenRefusal(int status, String body, TeamsSettings.Credentials credentials) {
        Matcher code = AADSTS.matcher(body);
        String number = code.find() ? code.group(1) : "";
        String key = switch (number) {
            case "7000215" -> "token.secret";
            case "7000222" -> "token.secretExpired";
            case "700016" -> "token.client";
            case "90002", "900023", "900021" -> "token.tenant";
            default -> "token.other";
        };
        String shown = number.isEmpty() ? "HTTP " + status : "AADSTS" + number;
        return new RemoteFailure.Refused(
                status, shown, problem(key, credentials.tenant(), credentials.client(), shown));
    }

    /** What the call needs, where the refusal does not say. */
    static String permission(String path) {
        if (path.contains("virtualEvents")) {
            return "VirtualEvent.Read.All";
        }
        return path.contains("attendanceReports") ? "OnlineMeetingArtifact.Read.All" : "OnlineMeetings.Read.All";
    }
}
