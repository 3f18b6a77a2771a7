package fr.educentre.assidu.attendance.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.shell.MultipartForms;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/sessions/{id}")
@Tag(name = "Attendance")
class AttendanceController {

    private final Attendance attendance;
    private final Sessions sessions;
    private final Texts texts;

    AttendanceController(Attendance attendance, Sessions sessions, Texts texts) {
        this.attendance = attendance;
        this.sessions = sessions;
        this.texts = texts;
    }

    record Rows(List<AttendanceJson.Row> items) {}

    record Versions(List<AttendanceJson.Version> items) {}

    record StoredFile(UUID id) {}

    /** What the form may hold, for the description. */
    record DocumentForm(MultipartFile file) {}

    @GetMapping("/attendance")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("session")
    @Operation(summary = "Attendance of a session: one row a learner expected")
    Rows ofSession(@PathVariable UUID id) {
        SessionInfo session = sessions.get(id);
        Map<UUID, Set<Attendance.Discordance>> discordances = attendance.discordances(id);
        return new Rows(attendance.ofSession(id).stream()
                .map(row -> AttendanceJson.row(
                        row,
                        session.zone(),
                        discordances.getOrDefault(row.learner().id(), Set.of()),
                        texts))
                .toList());
    }

    @GetMapping("/attendance/{learnerId}/history")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("session")
    @Operation(summary = "Every version of what was retained for a learner and a session, oldest first")
    Versions history(@PathVariable UUID id, @PathVariable String learnerId) {
        SessionInfo session = sessions.get(id);
        UUID learner = learner(learnerId);
        var versions = attendance.history(id, learner);
        if (versions.isEmpty()) {
            requireExpected(id, learner);
        }
        return new Versions(versions.stream()
                .map(v -> AttendanceJson.version(v, session.zone(), texts))
                .toList());
    }

    @PutMapping("/attendance/{learnerId}")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(
            summary = "A person's mark or correction; the earlier version is kept",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = MarkBody.Fields.class))))
    AttendanceJson.Row mark(
            @PathVariable UUID id,
            @PathVariable String learnerId,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body) {
        UUID learner = learner(learnerId);
        requireExpected(id, learner);
        if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.http.415");
        }
        attendance.mark(id, learner, MarkBody.read(body == null ? new byte[0] : body));
        SessionInfo session = sessions.get(id);
        Set<Attendance.Discordance> discordances = attendance.discordances(id).getOrDefault(learner, Set.of());
        return attendance.ofSession(id).stream()
                .filter(row -> row.learner().id().equals(learner))
                .map(row -> AttendanceJson.row(row, session.zone(), discordances, texts))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("learner"));
    }

    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(summary = "A document that supports a correction (multipart, field file: PDF, JPEG or PNG up to 10 MB)")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = DocumentForm.class)))
    StoredFile document(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var multipart = MultipartForms.of(request);
        MultipartFile file = MultipartForms.file(multipart);
        String name = file.getOriginalFilename();
        return new StoredFile(attendance.addDocument(id, name == null ? "document" : name, file.getBytes()));
    }

    @GetMapping("/documents/{documentId}")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(summary = "A document that supports a correction")
    ResponseEntity<byte[]> document(@PathVariable UUID id, @PathVariable String documentId) {
        var document = attendance.document(id, documentId(documentId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document.bytes());
    }

    private void requireExpected(UUID id, UUID learner) {
        boolean expected = sessions.expected(id).stream()
                .anyMatch(one -> one.learner().id().equals(learner));
        if (!expected) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "refusal.attendance.notExpected");
        }
    }

    private static UUID documentId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("document");
        }
    }

    private static UUID learner(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("learner");
        }
    }
}
