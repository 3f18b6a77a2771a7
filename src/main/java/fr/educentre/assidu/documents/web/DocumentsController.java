package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceSheets;
import fr.educentre.assidu.documents.Certificates;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.documents.IssuedDocuments.IssuedView;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
class DocumentsController {

    private final AttendanceSheets sheets;
    private final Certificates certificates;
    private final IssuedDocuments documents;
    private final Ownership ownership;
    private final CurrentActor actor;

    DocumentsController(
            AttendanceSheets sheets,
            Certificates certificates,
            IssuedDocuments documents,
            Ownership ownership,
            CurrentActor actor) {
        this.sheets = sheets;
        this.certificates = certificates;
        this.documents = documents;
        this.ownership = ownership;
        this.actor = actor;
    }

    @GetMapping("/attendance-sheet")
    @Operation(summary = "Attendance sheet of a session, or of a learner over a period (PDF)")
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable String session,
            @RequestParam(required = false) @Nullable String learner,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        UUID sessionId = QueryParameters.id(session, "session");
        if (sessionId != null) {
            return answer(sheets.ofSession(sessionId));
        }
        UUID learnerId = QueryParameters.id(learner, "learner");
        if (learnerId == null) {
            throw Refusal.malformed("refusal.documents.sheetOf");
        }
        ownership.requireLearner(actor.get(), learnerId);
        return answer(sheets.ofLearner(learnerId, QueryParameters.date(from), QueryParameters.date(to)));
    }

    @GetMapping("/certificate")
    @Operation(summary = "Certificat de réalisation of an enrolment (PDF)")
    ResponseEntity<byte[]> certificate(@RequestParam(required = false) @Nullable String enrolment) {
        UUID enrolmentId = QueryParameters.id(enrolment, "enrolment");
        if (enrolmentId == null) {
            throw Refusal.malformed("refusal.documents.certificateOf");
        }
        return answer(certificates.ofEnrolment(enrolmentId));
    }

    @GetMapping
    @Operation(summary = "Documents issued, newest first")
    PageOf<IssuedView> list(
            @RequestParam(required = false) @Nullable String learner,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + PageOf.DEFAULT_SIZE) int size) {
        return documents.visible(QueryParameters.id(learner, "learner"), PageOf.page(page), PageOf.size(size));
    }

    @GetMapping("/{id}")
    @Guarded("document")
    @Operation(summary = "A document as issued")
    ResponseEntity<byte[]> document(@PathVariable UUID id) {
        return answer(documents.file(id).orElseThrow(() -> Refusal.notFound("document")));
    }

    private static ResponseEntity<byte[]> answer(IssuedFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Document-Number", file.number())
                .header("X-Document-Id", file.id().toString())
                .body(file.bytes());
    }
}
