package fr.educentre.assidu.justification.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.JustificationRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
@Tag(name = "Justifications")
class JustificationRequestsController {

    private final JustificationRequests requests;

    JustificationRequestsController(JustificationRequests requests) {
        this.requests = requests;
    }

    /** @param mails how many leave */
    record Asked(int mails) {}

    @PostMapping("/api/v1/learners/{id}/justification-requests")
    @Guarded("learner")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Mails the learner what is still to justify, with a link; once a day")
    Asked ask(@PathVariable UUID id) {
        return new Asked(requests.ask(id));
    }
}
