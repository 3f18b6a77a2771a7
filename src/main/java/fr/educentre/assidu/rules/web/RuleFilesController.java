package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.rules.RuleFiles.Report;
import fr.educentre.assidu.shell.MultipartForms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "Rules")
class RuleFilesController {

    private final RuleFiles files;

    RuleFilesController(RuleFiles files) {
        this.files = files;
    }

    /** What the form may hold, for the description. */
    record RuleFileForm(
            MultipartFile file,
            @Nullable String ruleSet,
            @Nullable Boolean dryRun) {}

    @GetMapping("/files")
    @Operation(summary = "Every live rule as a file, in a ZIP with a folder a set")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    ResponseEntity<byte[]> all() {
        return answer(files.all());
    }

    @GetMapping("/{id}/file")
    @Operation(summary = "A rule as a file: the version in force, or the one named")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("rule")
    ResponseEntity<byte[]> one(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        return answer(files.one(id, version));
    }

    @PostMapping("/files")
    @Operation(
            summary = "Takes rule files in, as drafts",
            description =
                    "Multipart: file (a .dslr, or a ZIP of them); optional ruleSet of a single file; optional dryRun."
                            + " What is wrong is told by file and line; the other files are taken.")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @RequestBody(
            content =
                    @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = RuleFileForm.class)))
    Report take(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String ruleSet,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var parts = MultipartForms.of(request);
        MultipartFile file = MultipartForms.file(parts);
        String name = file.getOriginalFilename();
        return files.take(name == null ? "" : name, file.getBytes(), ruleSet, dryRun);
    }

    private static ResponseEntity<byte[]> answer(RuleFiles.File file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
