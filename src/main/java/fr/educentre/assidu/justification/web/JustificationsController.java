package fr.educentre.assidu.justification.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Document;
import fr.educentre.assidu.justification.Justifications.JustificationView;
import fr.educentre.assidu.justification.Justifications.Reason;
import fr.educentre.assidu.shell.MultipartForms;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Learners;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/justifications")
@Tag(name = "Justifications")
class JustificationsController {

    private final Justifications justifications;
    private final SubmissionReader reader;
    private final Learners learners;
    private final CurrentActor current;

    JustificationsController(
            Justifications justifications, SubmissionReader reader, Learners learners, CurrentActor current) {
        this.justifications = justifications;
        this.reader = reader;
        this.learners = learners;
        this.current = current;
    }

    /** What the form may hold, for the description. */
    record JustificationForm(
            @Nullable UUID learner,
            @Nullable List<UUID> sessions,
            @Nullable String from,
            @Nullable String to,
            String reason,
            @Nullable String comment,
            @Nullable Boolean medical,
            @Nullable MultipartFile document) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.LEARNER})
    @Operation(
            summary = "Justify absences (multipart: learner when staff on behalf, sessions or from and to, reason, "
                    + "comment, medical, document)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "multipart/form-data",
                            schema = @Schema(implementation = JustificationForm.class)))
    JustificationView submit(HttpServletRequest request) throws IOException {
        var form = MultipartForms.of(request);
        Actor actor = current.get();
        UUID learner = reader.learner(actor, form);
        if (learners.find(learner).isEmpty()) {
            throw Refusal.notFound("learner");
        }
        if (actor.is(Role.LEARNER) && !learner.equals(actor.personId())) {
            throw Refusal.notYours();
        }
        return justifications.submit(reader.read(actor, learner, form));
    }

    @GetMapping("/reasons")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
    @Operation(summary = "Catalogue of reasons")
    PageOf<Reason> reasons() {
        List<Reason> all = justifications.reasons();
        return new PageOf<>(all, 0, PageOf.DEFAULT_SIZE, all.size());
    }

    @GetMapping("/{id}")
    @Guarded("justification")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR, Role.LEARNER})
    @Operation(
            summary =
                    "A justification; its reason is for referent and quality manager, and for a trainer who has to decide, unless it is private")
    JustificationView one(@PathVariable UUID id) {
        return justifications.find(id).orElseThrow(() -> Refusal.notFound("justification"));
    }

    @GetMapping("/{id}/document")
    @Guarded("justification")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR, Role.LEARNER})
    @Operation(summary = "Its document, for those who read its reason")
    ResponseEntity<byte[]> document(@PathVariable UUID id) {
        Document document = justifications.document(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(document.bytes());
    }
}
