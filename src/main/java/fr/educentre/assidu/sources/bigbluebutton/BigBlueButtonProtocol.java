package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.sources.core.RemoteProtocol;
import fr.educentre.assidu.sources.core.RemoteResult;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** What BigBlueButton's answers mean. Its message keys decide; its messages change with versions. */
final class BigBlueButtonProtocol implements RemoteProtocol<BigBlueButtonXml> {

    private static final String PROBLEM = "connectors.bigbluebutton.problem.";
    private static final String BUSY = "HTTP 429/503";
    private static final String CHECKSUM_ERROR = "checksumError";
    private static final String NOT_XML = "notXml";
    private static final Set<String> NO_SUCH_MEETING = Set.of("notFound", "invalidMeetingIdentifier");
    private static final Set<String> NO_HOOKS = Set.of("unsupportedRequest", "http404", NOT_XML);

    @Override
    public RemoteResult<BigBlueButtonXml> success(byte[] body) {
        try {
            BigBlueButtonXml xml = BigBlueButtonXml.parse(body);
            if (xml.success()) {
                return new RemoteResult.Success<>(xml, body);
            }
            String key = xml.text("messageKey");
            RemoteProblem problem = problem(key, xml.text("message"));
            return RemoteResult.failure(
                    NO_SUCH_MEETING.contains(key)
                            ? new RemoteFailure.NotFound(problem, body)
                            : new RemoteFailure.Refused(0, key, problem));
        } catch (UnreadablePayloadException e) {
            return refused(0, NOT_XML, "");
        }
    }

    @Override
    public RemoteResult<BigBlueButtonXml> refusal(int status, String body) {
        return body.contains("<response>")
                ? success(body.getBytes(StandardCharsets.UTF_8))
                : refused(status, "http" + status, "HTTP " + status);
    }

    private static RemoteResult<BigBlueButtonXml> refused(int status, String key, String message) {
        return RemoteResult.failure(new RemoteFailure.Refused(status, key, problem(key, message)));
    }

    private static RemoteProblem problem(String key, String message) {
        return RemoteProblem.of(PROBLEM + (key.equals(CHECKSUM_ERROR) ? "checksum" : "refused"), key, message);
    }

    static boolean isChecksumError(RemoteFailure failure) {
        return failure instanceof RemoteFailure.Refused refused
                && refused.code().equals(CHECKSUM_ERROR);
    }

    /** The part of the server that sends web hooks is not installed: presence is then polled. */
    static boolean isWithoutHooks(RemoteFailure failure) {
        return failure instanceof RemoteFailure.Refused refused && NO_HOOKS.contains(refused.code());
    }

    /** The server answered, and does not do it. */
    static boolean isAnswered(RemoteFailure failure) {
        return failure instanceof RemoteFailure.Refused || failure instanceof RemoteFailure.NotFound;
    }

    static RemoteProblem problem(RemoteFailure failure) {
        return isAnswered(failure)
                ? new RemoteFailure.Messages("", "").of(failure)
                : RemoteProblem.of(PROBLEM + "away", shown(failure));
    }

    /** In the server's words. */
    static String shown(RemoteFailure failure) {
        return switch (failure) {
            case RemoteFailure.Throttled wait -> BUSY;
            case RemoteFailure.Unreachable away -> away.why();
            case RemoteFailure.Unreadable unreadable -> unreadable.what();
            case RemoteFailure.Refused refused -> words(refused.problem());
            case RemoteFailure.NotFound notFound -> words(notFound.problem());
        };
    }

    private static String words(RemoteProblem problem) {
        return problem.arguments().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
