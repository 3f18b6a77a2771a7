package fr.educentre.assidu.justification.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.CollectiveReasons;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/{id}/collective-reason")
@Tag(name = "Justifications")
class CollectiveReasonController {

    private final CollectiveReasons reasons;

    CollectiveReasonController(CollectiveReasons reasons) {
        this.reasons = reasons;
    }

    @PostMapping
    @Guarded("session")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(summary = "One reason for all who miss the session (strike, snow): a code of the catalogue, or words")
    CollectiveReasons.Applied apply(@PathVariable UUID id, @RequestBody CollectiveReasons.Given given) {
        return reasons.apply(id, given);
    }
}
