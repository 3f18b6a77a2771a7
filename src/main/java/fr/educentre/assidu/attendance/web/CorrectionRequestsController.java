package fr.educentre.assidu.attendance.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.CorrectionRequests;
import fr.educentre.assidu.attendance.CorrectionRequests.Asked;
import fr.educentre.assidu.attendance.CorrectionRequests.CorrectionRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Attendance")
class CorrectionRequestsController {

    private final CorrectionRequests requests;

    CorrectionRequestsController(CorrectionRequests requests) {
        this.requests = requests;
    }

    /** What is asked. @param reason what should stand there, and why */
    record Wish(@Nullable String reason) {}

    record Requests(List<CorrectionRequest> items) {}

    @PostMapping("/sessions/{id}/correction-requests")
    @AllowedRoles(Role.LEARNER)
    @Operation(
            summary =
                    "A learner asks to have their mark at a session looked at again: a task of who taught it and of the"
                            + " referent; asked again while it waits, the same request (200)")
    ResponseEntity<CorrectionRequest> ask(@PathVariable UUID id, @RequestBody Wish wish) {
        Asked asked = requests.ask(id, Objects.requireNonNullElse(wish.reason(), ""));
        URI where = URI.create("/api/v1/learners/" + asked.request().learnerId() + "/correction-requests");
        return asked.anew() ? ResponseEntity.created(where).body(asked.request()) : ResponseEntity.ok(asked.request());
    }

    @GetMapping("/learners/{id}/correction-requests")
    @Guarded("learner")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
    @Operation(summary = "Corrections that a learner asked for, newest first, and what became of each")
    Requests ofLearner(@PathVariable UUID id) {
        return new Requests(requests.ofLearner(id));
    }
}
