package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Difference;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.rules.RuleSettings;
import fr.educentre.assidu.rules.web.RuleRequests.DraftBody;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "Rules")
class VersionsController {

    private final RuleBook book;
    private final RuleSettings settings;

    VersionsController(RuleBook book, RuleSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    record VersionBody(@Nullable Integer version, @Nullable String reason) {}

    record SettingsBody(@Nullable Boolean twoPersons) {}

    @PostMapping("/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new draft of a rule")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView draft(@PathVariable UUID id, @RequestBody DraftBody body) {
        return book.draft(id, body.draft());
    }

    @PutMapping("/{id}/versions/{version}")
    @Operation(summary = "Write on at one's own draft")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView redraft(@PathVariable UUID id, @PathVariable String version, @RequestBody DraftBody body) {
        return book.redraft(id, number(version), body.draft());
    }

    @GetMapping("/{id}/difference")
    @Operation(summary = "What differs between two versions, in sentences and line by line")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("rule")
    Difference difference(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        var versions = book.get(id).versions();
        int last = versions.getLast().version();
        int until = to == null ? last : to;
        return book.difference(id, from == null ? Math.max(1, until - 1) : from, until);
    }

    @PostMapping("/{id}/publish")
    @Operation(
            summary = "Put a version in force, at once on every node",
            description =
                    "Without a version, the newest draft. A retired version comes back as a new version of the same text.")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView publish(@PathVariable UUID id, @RequestBody(required = false) @Nullable VersionBody body) {
        Integer version = body == null ? null : body.version();
        return book.publish(id, version == null ? newestDraft(id) : version, reason(body));
    }

    @PostMapping("/{id}/rollback")
    @Operation(summary = "Publish the text of an earlier version again, as a new version")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView rollBack(@PathVariable UUID id, @RequestBody VersionBody body) {
        Integer version = body.version();
        if (version == null) {
            throw Refusal.malformed("refusal.rules.field", "version");
        }
        var earlier = book.get(id).version(version).orElseThrow(() -> Refusal.notFound("ruleVersion"));
        if (!earlier.state().equals("RETIRED")) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.rules.notRetired", version);
        }
        return book.publish(id, version, reason(body));
    }

    @PostMapping("/{id}/retire")
    @Operation(summary = "Take a rule out of force")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView retire(@PathVariable UUID id, @RequestBody(required = false) @Nullable VersionBody body) {
        return book.retire(id, reason(body));
    }

    @GetMapping("/settings")
    @Operation(summary = "Whether two persons are required to publish")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    SettingsBody settings() {
        return new SettingsBody(settings.twoPersons());
    }

    @PutMapping("/settings")
    @Operation(summary = "Require two persons to publish, or not")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    SettingsBody settings(@RequestBody SettingsBody body) {
        if (body.twoPersons() == null) {
            throw Refusal.malformed("refusal.rules.field", "twoPersons");
        }
        settings.requireTwoPersons(body.twoPersons());
        return settings();
    }

    /** Where no version is named, the one being worked on. */
    private int newestDraft(UUID id) {
        return book.get(id).versions().stream()
                .filter(one -> one.state().equals("DRAFT"))
                .mapToInt(VersionView::version)
                .max()
                .orElseThrow(() -> Refusal.invalid("refusal.rules.noDraft"));
    }

    private static String reason(@Nullable VersionBody body) {
        return body == null || body.reason() == null ? "" : body.reason().strip();
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw Refusal.notFound("ruleVersion");
        }
    }
}
