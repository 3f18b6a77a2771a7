package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.sources.core.LenientJson;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.sources.core.RemoteProtocol;
import fr.educentre.assidu.sources.core.RemoteResult;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Edusign's answers mean: {@code {"status", "message"?, "result"}}, where a status may be a refusal too.
 *
 * @param path that is called
 */
record EdusignProtocol(String path) implements RemoteProtocol<JsonNode> {

    static final RemoteFailure.Messages MESSAGES =
            new RemoteFailure.Messages("connectors.edusign.check.api.busy", "connectors.edusign.problem.down");

    static final LenientJson JSON = LenientJson.whole();

    private static final int OK = 200;

    static RemoteProblem problem(String name, Object... arguments) {
        return RemoteProblem.of("connectors.edusign.problem." + name, arguments);
    }

    @Override
    public RemoteResult<JsonNode> success(byte[] body) {
        Optional<JsonNode> answer = LenientJson.readObject(body);
        if (answer.isEmpty()) {
            return RemoteResult.failure(new RemoteFailure.Unreadable("no JSON"));
        }
        String status = JSON.text(answer.get(), "status");
        if (status != null && !status.equals("success")) {
            String message = JSON.text(answer.get(), "message");
            return refused(OK, problem("refused", status, message == null ? "" : message));
        }
        return new RemoteResult.Success<>(answer.get().path("result"), body);
    }

    @Override
    public RemoteResult<JsonNode> refusal(int status, String body) {
        return switch (status) {
            case 401, 403 -> refused(status, problem("key", String.valueOf(status)));
            case 404 -> RemoteResult.failure(new RemoteFailure.NotFound(problem("unknown", path)));
            default -> refused(status, problem("refused", String.valueOf(status), body));
        };
    }

    private static RemoteResult<JsonNode> refused(int status, RemoteProblem problem) {
        return RemoteResult.failure(new RemoteFailure.Refused(status, "", problem));
    }
}
