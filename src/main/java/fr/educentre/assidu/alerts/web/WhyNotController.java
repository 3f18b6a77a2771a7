package fr.educentre.assidu.alerts.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rules/{id}/why-not")
@Tag(name = "Rules")
class WhyNotController {

    private final Alerts alerts;

    WhyNotController(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping
    @Operation(
            summary =
                    "The sentences of a rule's published version asked one by one about a learner, with by how much each"
                            + " comparison fails")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("rule")
    Explanation whyNot(@PathVariable UUID id, @RequestParam UUID learner) {
        return alerts.whyNot(learner, id);
    }
}
