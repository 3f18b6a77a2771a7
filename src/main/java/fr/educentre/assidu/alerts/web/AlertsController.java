package fr.educentre.assidu.alerts.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Alerts")
class AlertsController {

    private final Alerts alerts;
    private final CurrentActor current;

    AlertsController(Alerts alerts, CurrentActor current) {
        this.alerts = alerts;
        this.current = current;
    }

    @GetMapping("/alerts")
    @Operation(summary = "Alerts, newest first; a trainer sees those of their learners")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    PageOf<AlertView> alerts(
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable UUID learner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (state != null && !state.isBlank() && !Alerts.STATES.contains(state)) {
            throw Refusal.malformed("refusal.parameter", "state", state);
        }
        Actor actor = current.get();
        UUID trainer = actor.role() == Role.TRAINER ? actor.personId() : null;
        if (actor.role() == Role.TRAINER && trainer == null) {
            return new PageOf<>(java.util.List.of(), 0, PageOf.DEFAULT_SIZE, 0);
        }
        return alerts.search(
                new Alerts.Query(group, learner, state == null || state.isBlank() ? null : state, trainer),
                PageOf.page(page),
                PageOf.size(size));
    }

    @GetMapping("/alerts/{id}")
    @Operation(summary = "An alert: rule and version, facts seen, why, actions")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("alert")
    AlertView alert(@PathVariable UUID id) {
        return alerts.find(id).orElseThrow(() -> Refusal.notFound("alert"));
    }

    @PostMapping("/alerts/{id}/acknowledge")
    @Operation(summary = "Someone has taken note of the alert")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT})
    @Guarded("alert")
    AlertView acknowledge(@PathVariable UUID id) {
        alerts.acknowledge(id);
        return alerts.find(id).orElseThrow(() -> Refusal.notFound("alert"));
    }

    @GetMapping("/learners/{id}/why-not")
    @Operation(summary = "Which conditions of a rule hold for a learner, and by how much the others fail")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("learner")
    Explanation whyNot(@PathVariable UUID id, @RequestParam UUID rule) {
        return alerts.whyNot(id, rule);
    }
}
