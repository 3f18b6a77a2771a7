package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.documents.IssuedDocuments.Verified;
import fr.educentre.assidu.documents.VerificationPages;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For anyone who holds a document: its code cannot be guessed, and only what the paper says is shown. */
@RestController
@Tag(name = "Verification")
class VerifyController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final IssuedDocuments documents;
    private final VerificationPages pages;

    VerifyController(IssuedDocuments documents, VerificationPages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "What a document certifies, as a page")
    ResponseEntity<String> page(@PathVariable String code) {
        var found = documents.verify(code);
        return ResponseEntity.status(found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(pages.html(found.orElse(null)));
    }

    @GetMapping(path = "/verify/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What a document certifies, value by value, and whether it still stands")
    Verified values(@PathVariable String code) {
        return documents.verify(code).orElseThrow(() -> Refusal.notFound("document"));
    }
}
