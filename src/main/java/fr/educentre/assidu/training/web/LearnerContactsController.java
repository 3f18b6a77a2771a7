package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.web.RecordCalls;
import fr.educentre.assidu.training.management.LearnerContacts;
import fr.educentre.assidu.training.management.LearnerContacts.Logged;
import fr.educentre.assidu.training.management.NewContact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/learners/{id}/contacts")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
@Tag(name = "Centre")
class LearnerContactsController {

    private final LearnerContacts contacts;

    LearnerContactsController(LearnerContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    @Guarded("learner")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR})
    @Operation(summary = "Calls, meetings and visits, the latest first; notes are for quality managers and referents")
    PageOf<Logged> list(@PathVariable UUID id) {
        List<Logged> all = contacts.of(id);
        return new PageOf<>(all, 0, Math.max(all.size(), PageOf.DEFAULT_SIZE), all.size());
    }

    @PostMapping
    @Guarded("learner")
    @Operation(summary = "Logs a call, meeting or visit; a referent those with learners of their own groups")
    ResponseEntity<Logged> log(
            @PathVariable UUID id,
            @RequestBody NewContact contact,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        Logged logged = contacts.log(RecordCalls.id(key, caller), id, contact);
        return RecordCalls.created(logged.id(), logged);
    }
}
