package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Checked;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.Sentence;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rules")
class RulesController {

    private final RuleBook book;

    RulesController(RuleBook book) {
        this.book = book;
    }

    record RuleTextBody(@Nullable String ruleSet, @Nullable String text) {}

    record VersionBody(@Nullable Integer version) {}

    @GetMapping("/rules")
    @Operation(summary = "Rules of every set with their versions")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    PageOf<RuleView> rules(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return slice(book.all(), page, size);
    }

    @GetMapping("/rules/{id}")
    @Operation(summary = "A rule with its versions, oldest first")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("rule")
    RuleView rule(@PathVariable UUID id) {
        return book.get(id);
    }

    @GetMapping("/vocabulary")
    @Operation(summary = "Sentences rules are made of, with their typed blanks")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    PageOf<Sentence> vocabulary(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return slice(book.vocabulary(), page, size);
    }

    @PostMapping("/rules/check")
    @Operation(summary = "Check a text: problems by line, with a suggestion")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    Checked check(@RequestBody RuleTextBody body) {
        return book.check(required(body.ruleSet(), "ruleSet"), required(body.text(), "text"));
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new rule, as a draft")
    @AllowedRoles(Role.QUALITY_MANAGER)
    RuleView create(@RequestBody RuleTextBody body) {
        return book.create(required(body.ruleSet(), "ruleSet"), required(body.text(), "text"));
    }

    @PostMapping("/rules/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new draft of a rule")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView draft(@PathVariable UUID id, @RequestBody RuleTextBody body) {
        return book.draft(id, required(body.text(), "text"));
    }

    @PostMapping("/rules/{id}/publish")
    @Operation(summary = "Put a version in force, at once on every node")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView publish(@PathVariable UUID id, @RequestBody(required = false) @Nullable VersionBody body) {
        Integer version = body == null ? null : body.version();
        return book.publish(id, version == null ? newestDraft(id) : version);
    }

    /** Where no version is named, the one being worked on. */
    private int newestDraft(UUID id) {
        return book.get(id).versions().stream()
                .filter(one -> one.state().equals("DRAFT"))
                .mapToInt(RuleBook.VersionView::version)
                .max()
                .orElseThrow(() -> Refusal.invalid("refusal.rules.noDraft"));
    }

    @PostMapping("/rules/{id}/retire")
    @Operation(summary = "Take a rule out of force")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("rule")
    RuleView retire(@PathVariable UUID id) {
        return book.retire(id);
    }

    private static String required(@Nullable String value, String field) {
        if (value == null) {
            throw Refusal.malformed("refusal.rules.field", field);
        }
        return value;
    }

    private static <T> PageOf<T> slice(List<T> all, int page, int size) {
        int number = PageOf.page(page);
        int length = PageOf.size(size);
        var items = all.stream().skip((long) number * length).limit(length).toList();
        return new PageOf<>(items, number, length, all.size());
    }
}
