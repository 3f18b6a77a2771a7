package fr.educentre.assidu.imports.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.CentreLists;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.ListKind;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.RosterImport.Upload;
import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.MultipartForms;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.TableFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/imports")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Imports")
class RosterController {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private final RosterImport roster;
    private final Imports imports;
    private final CentreLists lists;
    private final JsonMapper json = JsonMapper.builder().build();

    RosterController(RosterImport roster, Imports imports, CentreLists lists) {
        this.lists = lists;
        this.roster = roster;
        this.imports = imports;
    }

    /** What the form may hold, for the description. */
    record RosterForm(
            MultipartFile file,
            @Nullable String mapping,
            @Nullable Boolean dryRun,
            @Nullable Boolean addUnknown,
            @Nullable Boolean background) {}

    @PostMapping("/roster")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(
            summary = "Imports a list of learners, groups or sessions (CSV or XLSX): all of it, or nothing",
            description =
                    "Multipart: file; optional dryRun; optional addUnknown: programmes, sites, trainers and funders that it names are"
                            + " added, each told in unknown; optional mapping, a JSON object of the file's titles to"
                            + " columns (an empty name leaves one out); optional background: answers 202 and the import to follow.")
    @RequestBody(
            content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = RosterForm.class)))
    ResponseEntity<Object> run(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestParam(required = false) @Nullable String addUnknown,
            @RequestParam(required = false) @Nullable String background)
            throws IOException {
        boolean only = ListParameters.flag("dryRun", dryRun);
        boolean later = ListParameters.flag("background", background);
        boolean adds = ListParameters.flag("addUnknown", addUnknown);
        var parts = MultipartForms.of(request);
        MultipartFile file = MultipartForms.file(parts);
        String name = file.getOriginalFilename();
        var upload = new Upload(name == null ? "" : name, file.getBytes(), mapping(parts), adds);
        if (later && !only) {
            ImportInfo started = roster.start(upload);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header(HttpHeaders.LOCATION, "/api/v1/imports/" + started.id())
                    .body(started);
        }
        return ResponseEntity.ok(roster.run(upload, only));
    }

    private Map<String, String> mapping(MultipartHttpServletRequest parts) throws IOException {
        MultipartFile file = parts.getFile("mapping");
        String text = file == null
                ? parts.getParameter("mapping")
                : new String(file.getBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, String> mapping = json.readValue(text, MAPPING);
            if (mapping.values().stream().noneMatch(java.util.Objects::isNull)) {
                return mapping;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw Refusal.malformed("refusal.parameter", "mapping", text.substring(0, Math.min(80, text.length())));
    }

    @GetMapping
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(summary = "What was imported, latest first")
    PageOf<ImportInfo> list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return imports.list(ListParameters.page(page), ListParameters.size(size));
    }

    @GetMapping(value = "/examples/{kind}", produces = TableFile.XLSX)
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(
            summary =
                    "A workbook to begin with (groups, learners or sessions): its titles, and a few lines where filled=true")
    ResponseEntity<byte[]> example(@PathVariable String kind, @RequestParam(required = false) @Nullable String filled) {
        boolean lines = ListParameters.flag("filled", filled);
        ListKind asked = kind(kind);
        return workbook(asked.key() + (lines ? "-example" : "-empty"), lists.example(asked, lines));
    }

    @GetMapping(value = "/lists/{kind}", produces = TableFile.XLSX)
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(summary = "The centre's groups, learners or sessions as a workbook that can be imported again")
    ResponseEntity<byte[]> centre(@PathVariable String kind) {
        ListKind asked = kind(kind);
        return workbook(asked.key(), lists.centre(asked));
    }

    private static ListKind kind(String written) {
        return Arrays.stream(ListKind.values())
                .filter(kind -> kind.key().equals(written))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("list"));
    }

    private static ResponseEntity<byte[]> workbook(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(TableFile.XLSX))
                .body(content);
    }

    @GetMapping("/{id}")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("import")
    @Operation(summary = "One import: its progress, counts and problems")
    ImportInfo one(@PathVariable UUID id) {
        return imports.get(id);
    }

    @PostMapping("/{id}/undo")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("import")
    @Operation(summary = "Takes an import back as long as nothing was built on it; else 409 says what was")
    ImportInfo undo(@PathVariable UUID id) {
        return imports.undo(id);
    }
}
