package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Why Microsoft did not do what was asked, and what to do about it.
 *
 * @param key end of the text's key
 * @param passing may be over in a few minutes, without anyone doing anything
 */
record GraphProblem(int status, String key, List<Object> arguments, boolean passing) {

    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,8})");
    private static final Pattern USER = Pattern.compile("/users/([^/?]+)");
    private static final Pattern WANTED = Pattern.compile("one of '([^']{3,400})'");
    private static final int LONGEST = 300;

    static GraphProblem of(String key, Object... arguments) {
        return new GraphProblem(0, key, List.of(arguments), false);
    }

    static GraphProblem away(String why) {
        return new GraphProblem(0, "unreachable", List.of(why), true);
    }

    /** A refusal of the token, by the code Entra gives it. */
    static GraphProblem ofToken(int status, String body, TeamsSettings.Credentials credentials) {
        Matcher code = AADSTS.matcher(body);
        String number = code.find() ? code.group(1) : "";
        String key = switch (number) {
            case "7000215" -> "token.secret";
            case "7000222" -> "token.secretExpired";
            case "700016" -> "token.client";
            case "90002", "900023", "900021" -> "token.tenant";
            default -> "token.other";
        };
        return new GraphProblem(
                status,
                key,
                List.of(
                        credentials.tenant(),
                        credentials.client(),
                        number.isEmpty() ? "HTTP " + status : "AADSTS" + number),
                false);
    }

    /** A refusal of a call. @param client whom the application access policy is to name */
    static GraphProblem ofCall(int status, String path, String body, String client) {
        JsonNode error = GraphJson.read(body.getBytes(StandardCharsets.UTF_8))
                .map(node -> GraphJson.child(node, "error"))
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
        String code = GraphJson.text(error, "code", "HTTP " + status);
        String message = GraphJson.text(error, "message", "");
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        String told = message.toLowerCase(Locale.ROOT);
        if (status == 403 && told.contains("application access policy")) {
            Matcher user = USER.matcher(path);
            return new GraphProblem(403, "policy", List.of(client, user.find() ? user.group(1) : "?"), false);
        }
        if (status == 403) {
            Matcher wanted = WANTED.matcher(message);
            String permission = wanted.find() ? wanted.group(1) : permission(path);
            return new GraphProblem(403, "permission", List.of(permission, code), false);
        }
        return switch (status) {
            case 401 -> new GraphProblem(401, "unauthorized", List.of(code), false);
            case 404 -> new GraphProblem(404, "notFound", List.of(code), false);
            default -> new GraphProblem(status, "refused", List.of(status, code, shown), false);
        };
    }

    /** What the call needs, where the refusal does not say. */
    static String permission(String path) {
        if (path.contains("virtualEvents")) {
            return "VirtualEvent.Read.All";
        }
        return path.contains("attendanceReports") ? "OnlineMeetingArtifact.Read.All" : "OnlineMeetings.Read.All";
    }

    String in(Texts texts, Locale locale) {
        return texts.in(locale, "connectors.teams.graph." + key, arguments.toArray());
    }

    /** In the reader's language. */
    String read(Texts texts) {
        return texts.get("connectors.teams.graph." + key, arguments.toArray());
    }
}
