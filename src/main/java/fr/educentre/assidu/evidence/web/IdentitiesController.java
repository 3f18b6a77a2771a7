package fr.educentre.assidu.evidence.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/identities")
@Tag(name = "Evidence")
class IdentitiesController {

    private final Identities identities;
    private final CurrentActor actor;

    IdentitiesController(Identities identities, CurrentActor actor) {
        this.identities = identities;
        this.actor = actor;
    }

    @GetMapping
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    @Operation(
            summary = "Participants nothing sure names, those seen last first, with ranked candidates and why",
            description = "Once for all sessions where the key lasts; a trainer sees those of their own sessions."
                    + " Decide with POST /proposals/{id}/confirm or /dismiss.")
    PageOf<Identities.Seen> seen(
            @RequestParam(required = false) Identities.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID session,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return identities.search(new Identities.Query(state, session, q), PageOf.page(page), PageOf.size(size));
    }

    @GetMapping("/aliases")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    @Operation(summary = "What people said participants are, last first; withdrawn ones with withdrawnAt")
    PageOf<Identities.Alias> aliases(
            @RequestParam(required = false) @Nullable Boolean current,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return identities.aliases(new Identities.AliasQuery(current, q), PageOf.page(page), PageOf.size(size));
    }

    @PostMapping("/aliases/{id}/withdraw")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("alias")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw an alias: its matches are taken back and the sessions decided again")
    void withdraw(@PathVariable UUID id) {
        identities.withdrawAlias(id, actor.nameOrSystem());
    }
}
