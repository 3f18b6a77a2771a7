package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.Documents;
import fr.educentre.assidu.documents.IssuedDocument;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.documents.IssuedDocuments.IssuedView;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Set;
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

    private static final Set<String> STATES = Set.of("VALID", "REPLACED", "CANCELLED");

    private final Documents documents;
    private final IssuedDocuments issued;

    DocumentsController(Documents documents, IssuedDocuments issued) {
        this.documents = documents;
        this.issued = issued;
    }

    @GetMapping("/attendance-sheet")
    @Operation(
            summary = "Attendance sheet of a session, or of a learner over a period (PDF)",
            description =
                    "The one in force, else a draft marked as such: X-Document-State is VALID or DRAFT. Issues nothing.")
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable String session,
            @RequestParam(required = false) @Nullable String learner,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") boolean draft) {
        UUID sessionId = QueryParameters.id(session, "session");
        if (sessionId != null) {
            return answer(documents.read(DocumentRequest.sheetOfSession(sessionId), draft));
        }
        UUID learnerId = QueryParameters.id(learner, "learner");
        if (learnerId == null) {
            throw Refusal.malformed("refusal.documents.sheetOf");
        }
        return answer(documents.read(
                DocumentRequest.sheetOfLearner(learnerId, QueryParameters.date(from), QueryParameters.date(to)),
                draft));
    }

    @GetMapping("/certificate")
    @Operation(
            summary = "Certificat de réalisation of an enrolment, or of what a funding is charged, over a period (PDF)",
            description =
                    "The one in force, else a draft marked as such: X-Document-State is VALID or DRAFT. Issues nothing.")
    ResponseEntity<byte[]> certificate(
            @RequestParam(required = false) @Nullable String enrolment,
            @RequestParam(required = false) @Nullable String funding,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") boolean draft) {
        UUID enrolmentId = QueryParameters.id(enrolment, "enrolment");
        if (enrolmentId == null) {
            throw Refusal.malformed("refusal.documents.certificateOf");
        }
        return answer(documents.read(
                new DocumentRequest(
                        DocumentKind.CERTIFICATE,
                        new DocumentRequest.Of(
                                null, null, enrolmentId, null, null, QueryParameters.id(funding, "funding")),
                        QueryParameters.date(from),
                        QueryParameters.date(to)),
                draft));
    }

    @GetMapping
    @Operation(summary = "Documents issued, newest first")
    PageOf<IssuedView> list(
            @RequestParam(required = false) @Nullable DocumentKind kind,
            @RequestParam(required = false) @Nullable String learner,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + PageOf.DEFAULT_SIZE) int size) {
        return issued.visible(
                new IssuedDocuments.Query(
                        kind, QueryParameters.id(learner, "learner"), QueryParameters.id(group, "group"), state(state)),
                PageOf.page(page),
                PageOf.size(size));
    }

    @GetMapping("/{id}")
    @Guarded("document")
    @Operation(summary = "A document issued, with its lines and their totals")
    IssuedDocument document(@PathVariable UUID id) {
        return issued.find(id).orElseThrow(() -> Refusal.notFound("document"));
    }

    @GetMapping("/{id}/file")
    @Guarded("document")
    @Operation(summary = "The file of a document, byte for byte as it was issued (PDF)")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return answer(issued.file(id).orElseThrow(() -> Refusal.notFound("document")));
    }

    private static @Nullable String state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!STATES.contains(text)) {
            throw Refusal.malformed("refusal.documents.state", text);
        }
        return text;
    }

    private static ResponseEntity<byte[]> answer(DocumentFile file) {
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(
                        "X-Document-State",
                        file.issued() == null ? "DRAFT" : file.issued().state());
        if (file.issued() != null) {
            answer.header("X-Document-Number", file.issued().number())
                    .header("X-Document-Id", file.issued().id().toString());
        }
        return answer.body(file.bytes());
    }
}
