package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.evidence.SheetMapping;
import fr.educentre.assidu.shell.MultipartForms;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.SignatureFiles;
import fr.educentre.assidu.sources.SignatureFiles.SavedMapping;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Connectors")
class PartnersController {

    private static final int LONGEST_BODY = 200_000;

    private final SignatureFiles files;
    private final JsonMapper json;

    PartnersController(SignatureFiles files, JsonMapper json) {
        this.files = files;
        this.json = json;
    }

    /** What the form may hold, for the description. */
    record SignatureForm(
            MultipartFile file, String partner, @Nullable Boolean dryRun) {}

    @PostMapping("/evidence-files/signatures")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(
            summary = "Import a sign-in partner's file of any number of sessions",
            description = "Multipart: file (CSV, XLSX, JSON), partner; optional dryRun. Lines to mend are in problems.")
    @RequestBody(
            content =
                    @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = SignatureForm.class)))
    SignatureFiles.Report take(HttpServletRequest request) throws IOException {
        var parts = MultipartForms.of(request);
        MultipartFile file = MultipartForms.file(parts);
        String partner = parts.getParameter("partner");
        if (partner == null || partner.isBlank()) {
            throw Refusal.malformed("refusal.parameterMissing", "partner");
        }
        if (file.getSize() > SignatureFiles.MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        String name = file.getOriginalFilename();
        return files.take(partner, name == null ? "" : name, file.getBytes(), null, flag(parts.getParameter("dryRun")));
    }

    @GetMapping("/partners/{partner}/mappings")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(summary = "What the columns of a partner's files mean, as people explained them")
    PageOf<SavedMapping> mappings(@PathVariable String partner) {
        List<SavedMapping> all = files.mappings(partner);
        return new PageOf<>(all, 0, all.size(), all.size());
    }

    @PutMapping("/partners/{partner}/mappings")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    @Operation(
            summary =
                    "Explain the columns of a partner's files; body {headings, columns: {field: heading}, dateFormat?,"
                            + " timeFormat?, momentFormat?, statusWords?} or {items: [...]}; the same headings again replace")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SheetMapping.class)))
    PageOf<SavedMapping> save(@PathVariable String partner, HttpServletRequest request) throws IOException {
        List<SheetMapping> given = given(request);
        given.forEach(SheetMapping::require);
        given.forEach(mapping -> files.save(partner, mapping));
        return mappings(partner);
    }

    private List<SheetMapping> given(HttpServletRequest request) throws IOException {
        try {
            JsonNode body = json.readTree(request.getInputStream().readNBytes(LONGEST_BODY));
            List<SheetMapping> given = new ArrayList<>();
            if (body.path("items").isArray()) {
                body.path("items").forEach(one -> given.add(mapping(one)));
            } else {
                given.add(mapping(body));
            }
            return given;
        } catch (JacksonException e) {
            throw Refusal.malformed("refusal.body");
        }
    }

    private SheetMapping mapping(JsonNode node) {
        if (!node.path("headings").isArray() || !node.path("columns").isObject()) {
            throw Refusal.invalid("refusal.mapping.body");
        }
        List<String> headings = new ArrayList<>();
        node.path("headings").forEach(one -> headings.add(one.asString("")));
        return new SheetMapping(
                headings,
                words(node.path("columns")),
                text(node, "dateFormat"),
                text(node, "timeFormat"),
                text(node, "momentFormat"),
                words(node.path("statusWords")));
    }

    private static java.util.Map<String, String> words(JsonNode node) {
        var words = new java.util.LinkedHashMap<String, String>();
        node.properties().forEach(one -> words.put(one.getKey(), one.getValue().asString("")));
        return words;
    }

    private static @Nullable String text(JsonNode node, String name) {
        String text = node.path(name).isString() ? node.path(name).stringValue().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private static boolean flag(@Nullable String text) {
        return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
            case "", "false", "0" -> false;
            case "true", "1" -> true;
            default -> throw Refusal.malformed("refusal.parameter", "dryRun", String.valueOf(text));
        };
    }
}
