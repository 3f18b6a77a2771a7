package fr.educentre.assidu.privacy.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.privacy.PersonalDataExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/learners/{id}/personal-data")
@Tag(name = "Personal data")
@AllowedRoles({Role.LEARNER, Role.QUALITY_MANAGER})
class PersonalDataController {

    private final PersonalDataExport export;

    PersonalDataController(PersonalDataExport export) {
        this.export = export;
    }

    @GetMapping
    @Guarded("learner")
    @Operation(summary = "All that is held about a learner, by module (GDPR, articles 15 and 20)")
    Map<String, Map<String, List<JsonNode>>> values(@PathVariable UUID id) {
        return export.values(id);
    }

    @GetMapping("/archive")
    @Guarded("learner")
    @Operation(summary = "The same with the documents, as a ZIP archive")
    void archive(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("donnees.zip").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(id, response.getOutputStream());
    }
}
