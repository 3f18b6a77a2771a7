package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries.State;
import fr.educentre.assidu.evidence.Deliveries.Summary;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.DeliveryAdministration;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import fr.educentre.assidu.sources.core.SourceConnections.FieldState;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Connectors")
class SourcesController {

    private static final int LONGEST_BODY = 100_000;

    private final SourceConnections connections;
    private final DeliveryAdministration desk;
    private final JsonMapper json;

    SourcesController(SourceConnections connections, DeliveryAdministration desk, JsonMapper json) {
        this.connections = connections;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping("/connectors")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(summary = "The connections to the sources and how they are doing")
    PageOf<Connection> all() {
        List<Connection> all = connections.all();
        return new PageOf<>(all, 0, all.size(), all.size());
    }

    @GetMapping("/connectors/{name}/settings")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(summary = "What a connection needs to know; secrets are never shown")
    PageOf<FieldState> settings(@PathVariable String name) {
        List<FieldState> all = connections.fields(name);
        return new PageOf<>(all, 0, all.size(), all.size());
    }

    @PutMapping("/connectors/{name}/settings")
    @AllowedRoles(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set what a connection needs to know; body {field: value}, null or blank to unset")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            additionalPropertiesSchema = @Schema(types = {"string", "null"}),
                            schema = @Schema(type = "object")))
    void set(@PathVariable String name, HttpServletRequest request) throws IOException {
        connections.require(name);
        connections.set(name, values(request));
    }

    @PostMapping("/connectors/{name}/test")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(summary = "Try a connection step by step: what works, what is missing, what to do")
    PageOf<Check> test(@PathVariable String name) {
        List<Check> checks = connections.test(name);
        return new PageOf<>(checks, 0, checks.size(), checks.size());
    }

    @PostMapping("/connectors/{name}/again")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(summary = "Process again all deliveries of a connection that failed")
    Map<String, Integer> allAgain(@PathVariable String name) {
        connections.require(name);
        return Map.of("count", desk.allAgain(name));
    }

    @GetMapping("/deliveries")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(summary = "What was received, newest first; connector, state RECEIVED, PROCESSED, FAILED")
    PageOf<Summary> deliveries(
            @RequestParam(required = false) @Nullable String connector,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return desk.search(connector, state, PageOf.page(page), PageOf.size(size));
    }

    @PostMapping("/deliveries/{id}/again")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Guarded("delivery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Process a delivery again")
    void again(@PathVariable UUID id) {
        desk.again(id);
    }

    @GetMapping("/deliveries/{id}/content")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("delivery")
    @Operation(summary = "The bytes as received")
    ResponseEntity<byte[]> content(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".bin\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(desk.content(id));
    }

    private Map<String, String> values(HttpServletRequest request) throws IOException {
        JsonNode body;
        try {
            body = json.readTree(request.getInputStream().readNBytes(LONGEST_BODY));
        } catch (JacksonException e) {
            throw Refusal.malformed("refusal.body");
        }
        if (!body.isObject()) {
            throw Refusal.malformed("refusal.body");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!field.getValue().isNull() && !field.getValue().isString()) {
                throw Refusal.invalid("refusal.connector.value", field.getKey());
            }
            values.put(field.getKey(), field.getValue().asString(""));
        }
        return values;
    }
}
