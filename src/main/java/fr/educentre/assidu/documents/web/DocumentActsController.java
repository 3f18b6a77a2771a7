package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.DocumentActs;
import fr.educentre.assidu.documents.IssuedDocument;
import fr.educentre.assidu.shell.web.RecordCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issuing and cancelling documents: nothing else makes or ends one. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
class DocumentActsController {

    private final DocumentActs acts;

    DocumentActsController(DocumentActs acts) {
        this.acts = acts;
    }

    @PostMapping
    @Operation(
            summary = "Issues a document",
            description =
                    "The same lines and words as those of a document in force answer it, with 200. Documents in force"
                            + " that share a line are replaced, with replaceReason; without it, 409.")
    @ApiResponse(responseCode = "201", description = "Issued")
    @ApiResponse(responseCode = "200", description = "Already in force, with the same lines and words")
    ResponseEntity<IssuedDocument> issue(@RequestBody NewDocument wanted) {
        var issuance = acts.issue(wanted.request(), wanted.reason());
        return issuance.made()
                ? RecordCalls.created(issuance.document().id(), issuance.document())
                : ResponseEntity.ok(issuance.document());
    }

    @PostMapping("/{id}/cancel")
    @Guarded("document")
    @Operation(summary = "Cancels a document in force, with a reason; its number is not given again")
    IssuedDocument cancel(@PathVariable UUID id, @RequestBody DocumentCancellation cancellation) {
        return acts.cancel(id, cancellation.why());
    }
}
