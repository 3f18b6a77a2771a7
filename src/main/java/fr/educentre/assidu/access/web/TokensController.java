package fr.educentre.assidu.access.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.ApiTokens;
import fr.educentre.assidu.access.ApiTokens.IssuedToken;
import fr.educentre.assidu.access.ApiTokens.TokenView;
import fr.educentre.assidu.access.NewToken;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.web.RecordCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
@Tag(name = "Centre")
class TokensController {

    private final ApiTokens tokens;

    TokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "One's own tokens, the newest first, without their values")
    PageOf<TokenView> own() {
        List<TokenView> all = tokens.own();
        return new PageOf<>(all, 0, Math.max(all.size(), PageOf.DEFAULT_SIZE), all.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of them")
    TokenView one(@PathVariable UUID id) {
        return tokens.get(id);
    }

    @PostMapping
    @Operation(
            summary = "One more: its value is in this answer alone, and may be sent as Authorization: Bearer <value>")
    ResponseEntity<NewTokenAnswer> issue(
            @RequestBody NewToken wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        IssuedToken issued = tokens.issue(RecordCalls.id(key, caller), wanted);
        return RecordCalls.created(issued.token().id(), new NewTokenAnswer(issued.token(), issued.value()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It works no longer, from the next call on")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }

    /** @param value shown this once; null in the answer to a repeat */
    record NewTokenAnswer(
            @JsonUnwrapped TokenView token, @Nullable String value) {}
}
