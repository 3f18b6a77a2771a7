package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.sources.core.RemoteProtocol;
import fr.educentre.assidu.sources.core.RemoteResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What Zoom's answers mean: its error codes, and which of them a person can mend. */
final class ZoomProtocol implements RemoteProtocol<JsonNode> {

    static final RemoteFailure.Messages MESSAGES =
            new RemoteFailure.Messages("connectors.zoom.problem.busy", "connectors.zoom.problem.down");
    static final LenientJson JSON = LenientJson.upTo(200);
    static final String SCOPE = "scope";

    static final String REPORT_SCOPE = "report:read:list_meeting_participants:admin";
    private static final int NO_SUCH_MEETING = 3001;
    private static final int NO_SCOPE = 4711;
    private static final int NOT_IN_PLAN = 200;
    private static final int LONGEST_SHOWN = 100;
    private static final Pattern SCOPES = Pattern.compile("\\[([^\\]]{1,300})]");

    static RemoteProblem problem(String name, Object... arguments) {
        return RemoteProblem.of("connectors.zoom.problem." + name, arguments);
    }

    /** A body that is no JSON is a success without a value: its bytes are evidence all the same. */
    @Override
    public RemoteResult<JsonNode> success(byte[] body) {
        return new RemoteResult.Success<>(read(body), body);
    }

    private static JsonNode read(byte[] body) {
        return LenientJson.read(body).orElseGet(MissingNode::getInstance);
    }

    private static JsonNode read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public RemoteResult<JsonNode> refusal(int status, String body) {
        JsonNode error = read(body);
        int code = error.path("code").isInt() ? error.path("code").intValue() : 0;
        String text = JSON.text(error, "message");
        return RemoteResult.failure(refusal(status, code, text == null ? "" : text));
    }

    private static RemoteFailure refusal(int status, int code, String message) {
        if (code == NO_SCOPE || message.contains("does not contain scope")) {
            Matcher scopes = SCOPES.matcher(message);
            return new RemoteFailure.Refused(
                    status, SCOPE, problem(SCOPE, scopes.find() ? scopes.group(1) : REPORT_SCOPE));
        }
        if (code == NOT_IN_PLAN) {
            return new RemoteFailure.Refused(status, "plan", problem("plan", message));
        }
        if (code == NO_SUCH_MEETING || status == 404) {
            return new RemoteFailure.NotFound(RemoteProblem.of("refusal.zoom.unknownMeeting"));
        }
        return new RemoteFailure.Refused(status, String.valueOf(code), problem("refused", status, message));
    }

    /** A refusal of a token. */
    static RemoteFailure tokenRefusal(int status, String body) {
        JsonNode answer = read(body);
        String error = String.valueOf(JSON.text(answer, "error"));
        String reason = answer.isMissingNode()
                ? body.length() > LONGEST_SHOWN ? body.substring(0, LONGEST_SHOWN) : body
                : String.valueOf(JSON.text(answer, "reason"));
        RemoteProblem problem = switch (error) {
            case "invalid_client" -> problem("invalidClient");
            case "invalid_request", "invalid_account" -> problem("account", reason);
            case "unsupported_grant_type", "unauthorized_client" -> problem("grant", reason);
            default -> problem("refused", status, reason);
        };
        return new RemoteFailure.Refused(status, error, problem);
    }
}
