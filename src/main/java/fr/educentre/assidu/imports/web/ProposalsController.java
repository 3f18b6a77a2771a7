package fr.educentre.assidu.imports.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Evidence")
class ProposalsController {

    private static final int LONGEST_BODY = 10_000;

    private final Evidences evidences;
    private final CurrentActor actor;
    private final JsonMapper json;

    ProposalsController(Evidences evidences, CurrentActor actor, JsonMapper json) {
        this.evidences = evidences;
        this.actor = actor;
        this.json = json;
    }

    /** All of them, in one page. */
    record Proposals(List<Proposal> items, int page, int size, long totalElements) {}

    /** What the body holds, for the description. */
    record Confirmation(UUID learnerId) {}

    @GetMapping("/sessions/{id}/proposals")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    @Guarded("session")
    @Operation(summary = "Participants of a session that wait for a person to say who they are")
    Proposals open(@PathVariable UUID id) {
        List<Proposal> open = evidences.openProposals(id);
        return new Proposals(open, 0, open.size(), open.size());
    }

    @PostMapping("/proposals/{id}/confirm")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("proposal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say which learner a participant is; body {learnerId}")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Confirmation.class)))
    void confirm(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        evidences.confirm(id, learnerId(request), actor.nameOrSystem());
    }

    @PostMapping("/proposals/{id}/dismiss")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("proposal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that a participant is nobody expected")
    void dismiss(@PathVariable UUID id) {
        evidences.dismiss(id, actor.nameOrSystem());
    }

    private UUID learnerId(HttpServletRequest request) throws IOException {
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST_BODY);
            return UUID.fromString(json.readTree(body).path("learnerId").asString(""));
        } catch (JacksonException e) {
            throw Refusal.malformed("refusal.body");
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("refusal.proposal.learner");
        }
    }
}
