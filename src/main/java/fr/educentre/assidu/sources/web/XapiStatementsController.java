package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.xapi.StatementIntake;
import fr.educentre.assidu.sources.xapi.StatementQueries;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
@Tag(name = "xAPI statements", description = "Statement receiver, xAPI 1.0.3; HTTP Basic with a client's credentials")
class XapiStatementsController {

    private static final String PATH = "/xapi/v1/statements";
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<String> KEPT_HEADERS =
            Set.of("content-type", "content-length", "user-agent", "x-experience-api-version");

    private final StatementIntake intake;
    private final StatementQueries reading;

    XapiStatementsController(StatementIntake intake, StatementQueries reading) {
        this.intake = intake;
        this.reading = reading;
    }

    @PostMapping(PATH)
    @Operation(summary = "Keep one statement or a batch: all of it or nothing")
    List<String> post(HttpServletRequest request) throws IOException {
        version(request);
        parameters(request, Set.of());
        byte[] body = body(request);
        return SystemActor.call(() -> intake.post(body, client(request), headers(request)));
    }

    @PutMapping(PATH)
    @Operation(summary = "Keep one statement under its identifier")
    ResponseEntity<Void> put(HttpServletRequest request) throws IOException {
        version(request);
        String id = parameters(request, Set.of("statementId")).get("statementId");
        if (id == null) {
            throw Refusal.malformed("refusal.parameterMissing", "statementId");
        }
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Refusal.malformed("refusal.xapi.parameter.value", "statementId", "UUID");
        }
        byte[] body = body(request);
        SystemActor.run(() -> intake.put(id, body, client(request), headers(request)));
        return ResponseEntity.noContent().build();
    }

    @GetMapping(PATH)
    @Operation(
            summary =
                    "One statement (statementId, voidedStatementId), or those of an agent, verb, activity, registration,"
                            + " since, until; limit, ascending")
    Map<String, Object> get(HttpServletRequest request) {
        version(request);
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        return reading.get(PATH, parameters);
    }

    /** The other resources of a Learning Record Store are not offered. */
    @Hidden
    @RequestMapping({"/xapi", "/xapi/**"})
    void other() {
        throw new Refusal(Refusal.Kind.NOT_FOUND, "refusal.xapi.resource");
    }

    private static void version(HttpServletRequest request) {
        String version = request.getHeader(XapiCredentials.VERSION);
        if (version == null || !version.strip().matches("1\\.0(\\.\\d+)?")) {
            throw Refusal.malformed("refusal.xapi.version", version == null ? "" : version);
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request, Set<String> allowed) {
        if (!String.valueOf(request.getContentType())
                .toLowerCase(java.util.Locale.ROOT)
                .startsWith("application/json")) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.xapi.mediaType");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Refusal.malformed("refusal.xapi.parameter.unknown", name);
            }
            parameters.put(name, values[0]);
        });
        return parameters;
    }

    private static String client(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(XapiCredentials.CLIENT));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return RequestParts.body(request, MOST_BYTES, "refusal.xapi.tooLarge");
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return RequestParts.headers(request, KEPT_HEADERS);
    }
}
