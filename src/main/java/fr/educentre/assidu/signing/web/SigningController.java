package fr.educentre.assidu.signing.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.signing.Signing.Receipt;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/{id}/signing")
@Tag(name = "Signing")
class SigningController {

    private final Signing signing;
    private final Sessions sessions;

    SigningController(Signing signing, Sessions sessions) {
        this.signing = signing;
        this.sessions = sessions;
    }

    @GetMapping
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    @Guarded("session")
    @Operation(summary = "The session's sign-in sheet: whether it is open, who is expected, who signed, when and how")
    SigningJson.Sheet sheet(@PathVariable UUID id) {
        return SigningJson.sheet(signing.of(id), session(id));
    }

    @PostMapping("/open")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(summary = "Opens the sheet to signatures, from 15 minutes before the slot to the end of its day")
    SigningJson.Sheet open(@PathVariable UUID id) {
        return SigningJson.sheet(signing.open(id), session(id));
    }

    @PostMapping("/close")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(summary = "Closes the sheet; what was signed before without a connection is still taken")
    SigningJson.Sheet close(@PathVariable UUID id) {
        return SigningJson.sheet(signing.close(id), session(id));
    }

    @PostMapping("/learners/{learnerId}")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(
            summary =
                    "A learner signs on the trainer's device; 201, or 200 with the first signature where there was one:"
                            + " {means, strokes: lines of points, at and sentAt by the device's clock, offline}")
    ResponseEntity<SigningJson.Signed> learner(
            @PathVariable UUID id,
            @PathVariable String learnerId,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String device,
            @RequestBody SigningJson.Body body) {
        return answer(id, signing.signLearner(id, learner(learnerId), body.act(named(device))));
    }

    @PostMapping("/trainer")
    @AllowedRoles(Role.TRAINER)
    @Guarded("session")
    @Operation(
            summary =
                    "The trainer signs over what was signed, from 15 minutes before the slot's end; says who did not sign")
    ResponseEntity<SigningJson.Signed> trainer(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String device,
            @RequestBody SigningJson.Body body) {
        return answer(id, signing.signTrainer(id, body.act(named(device))));
    }

    @GetMapping("/proof")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.AUDITOR})
    @Guarded("session")
    @Operation(
            summary =
                    "The proof of each signature: what was signed, word for word, by whom, how and when, with its hashes; and"
                            + " whether the chain holds")
    SigningJson.ProofFile proof(@PathVariable UUID id) {
        return SigningJson.proofs(signing.proofs(id), signing.verify(id));
    }

    private ResponseEntity<SigningJson.Signed> answer(UUID id, Receipt receipt) {
        var signed = SigningJson.signed(receipt.signed(), session(id).zone());
        return receipt.isNew()
                ? ResponseEntity.status(HttpStatus.CREATED)
                        .location(URI.create("/api/v1/sessions/" + id + "/signing/proof"))
                        .body(signed)
                : ResponseEntity.ok(signed);
    }

    private SessionInfo session(UUID id) {
        return sessions.get(id);
    }

    private static String named(@Nullable String device) {
        return Objects.requireNonNullElse(device, "");
    }

    private static UUID learner(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("learner");
        }
    }
}
