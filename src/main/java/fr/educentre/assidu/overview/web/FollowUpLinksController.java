package fr.educentre.assidu.overview.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.overview.EmployerFollowUps;
import fr.educentre.assidu.overview.FollowUpLink;
import fr.educentre.assidu.overview.GuardianFollowUps;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Follow-up links")
class FollowUpLinksController {

    private final EmployerFollowUps employers;
    private final GuardianFollowUps guardians;

    FollowUpLinksController(EmployerFollowUps employers, GuardianFollowUps guardians) {
        this.employers = employers;
        this.guardians = guardians;
    }

    record Links(List<FollowUpLink> items) {}

    /** @param email of one of the employer's contacts; @param language {@code fr} or {@code en}, of the mail */
    record ToContact(@Nullable String email, @Nullable String language) {}

    /** @param guardian one of the learner's; @param language {@code fr} or {@code en}, of the mail */
    record ToGuardian(@Nullable String guardian, @Nullable String language) {}

    @GetMapping("/employers/{id}/follow-up-links")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(summary = "Links of follow-up of an employer's contacts that work; never what they are made of")
    Links ofEmployer(@PathVariable String id) {
        return new Links(employers.links(id(id, "employer")));
    }

    @PostMapping("/employers/{id}/follow-up-links")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Mail a contact the link to the attendance of those whom the employer employs")
    FollowUpLink toContact(@PathVariable String id, @RequestBody ToContact body) {
        return employers.send(
                id(id, "employer"), Objects.requireNonNullElse(body.email(), ""), english(body.language()));
    }

    @DeleteMapping("/employers/{id}/follow-up-links/{link}")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A contact's link no longer works")
    void revokeOfEmployer(@PathVariable String id, @PathVariable String link) {
        employers.revoke(id(id, "employer"), id(link, "link"));
    }

    @GetMapping("/learners/{id}/follow-up-links")
    @Guarded("learner")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "Links of follow-up of a minor's guardians that work; never what they are made of")
    Links ofLearner(@PathVariable UUID id) {
        return new Links(guardians.links(id));
    }

    @PostMapping("/learners/{id}/follow-up-links")
    @Guarded("learner")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Mail a guardian the link to the minor's attendance")
    FollowUpLink toGuardian(@PathVariable UUID id, @RequestBody ToGuardian body) {
        return guardians.send(
                id, id(Objects.requireNonNullElse(body.guardian(), ""), "guardian"), english(body.language()));
    }

    @DeleteMapping("/learners/{id}/follow-up-links/{link}")
    @Guarded("learner")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A guardian's link no longer works")
    void revokeOfLearner(@PathVariable UUID id, @PathVariable String link) {
        guardians.revoke(id, id(link, "link"));
    }

    private static boolean english(@Nullable String language) {
        return "en".equals(language);
    }

    /** One that is none is nobody's; of a body it is what is to be mended. */
    private static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw "guardian".equals(what) ? Refusal.invalid("refusal.followUp.guardian") : Refusal.notFound(what);
        }
    }
}
