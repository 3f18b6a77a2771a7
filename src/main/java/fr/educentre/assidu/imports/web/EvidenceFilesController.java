package fr.educentre.assidu.imports.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.shell.MultipartForms;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/sessions/{id}/evidence-files")
@Tag(name = "Evidence")
class EvidenceFilesController {

    private final EvidenceFiles files;

    EvidenceFilesController(EvidenceFiles files) {
        this.files = files;
    }

    /** What the form may hold, for the description. */
    record EvidenceForm(
            MultipartFile file,
            @Nullable String zone,
            @Nullable Boolean dryRun) {}

    @PostMapping
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(
            summary = "Drop a file of presence on a session",
            description = "Multipart: file; optional zone (IANA) of its times; optional dryRun. Recognised by content.")
    @RequestBody(
            content =
                    @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = EvidenceForm.class)))
    EvidenceFiles.Report drop(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var parts = MultipartForms.of(request);
        MultipartFile file = MultipartForms.file(parts);
        if (file.getSize() > EvidenceFiles.MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        String name = file.getOriginalFilename();
        return files.drop(
                id,
                name == null ? "" : name,
                file.getBytes(),
                zone(parts.getParameter("zone")),
                flag(parts.getParameter("dryRun")));
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.malformed("refusal.parameter", "zone", text);
        }
    }

    private static boolean flag(@Nullable String text) {
        return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
            case "", "false", "0" -> false;
            case "true", "1" -> true;
            default -> throw Refusal.malformed("refusal.parameter", "dryRun", String.valueOf(text));
        };
    }
}
