package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.RecordCalls;
import fr.educentre.assidu.training.management.EnrolmentConsequences;
import fr.educentre.assidu.training.management.EnrolmentEventPreview;
import fr.educentre.assidu.training.management.EnrolmentEvents;
import fr.educentre.assidu.training.management.EnrolmentEvents.Declared;
import fr.educentre.assidu.training.management.NewEnrolmentEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enrolments/{id}/events")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
@Tag(name = "Centre")
class EnrolmentEventsController {

    private final EnrolmentEvents events;
    private final EnrolmentEventPreview preview;

    EnrolmentEventsController(EnrolmentEvents events, EnrolmentEventPreview preview) {
        this.events = events;
        this.preview = preview;
    }

    @GetMapping
    @Operation(summary = "What happened to the enrolment, in the order of days")
    List<Declared> list(@PathVariable UUID id) {
        return events.of(id);
    }

    @PostMapping("/preview")
    @Operation(
            summary =
                    "What would follow: sessions, certificate, whom to tell by when, reminders that end. Nothing is kept")
    EnrolmentConsequences preview(@PathVariable UUID id, @RequestBody NewEnrolmentEvent event) {
        return preview.of(id, event);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Interruption, resumption, abandonment, termination or exclusion; later sessions are then no absences")
    List<Declared> declare(
            @PathVariable UUID id,
            @RequestBody NewEnrolmentEvent event,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        events.declare(RecordCalls.id(key, caller), id, event);
        return events.of(id);
    }
}
