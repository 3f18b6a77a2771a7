package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Checked;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.Sentence;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.web.RuleRequests.DraftBody;
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

    record RuleTextBody(
            @Nullable String ruleSet,
            @Nullable String text,
            @Nullable Integer line) {}

    record Completions(List<String> items) {}

    record Outcomes(List<RuleExample.Outcome> items, boolean hold) {}

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
    @Operation(summary = "Check a text: problems by line, with a suggestion and the text that applies it")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    Checked check(@RequestBody RuleTextBody body) {
        return book.check(RuleRequests.required(body.ruleSet(), "ruleSet"), RuleRequests.required(body.text(), "text"));
    }

    @PostMapping("/rules/complete")
    @Operation(summary = "How a line (from 1) of a text may go on: whole lines, best first")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    Completions complete(@RequestBody RuleTextBody body) {
        if (body.line() == null) {
            throw Refusal.malformed("refusal.rules.field", "line");
        }
        return new Completions(book.complete(
                RuleRequests.required(body.ruleSet(), "ruleSet"),
                RuleRequests.required(body.text(), "text"),
                body.line()));
    }

    @PostMapping("/rules/examples")
    @Operation(summary = "What a text answers to examples; nothing in force changes")
    @AllowedRoles(Role.QUALITY_MANAGER)
    Outcomes examples(@RequestBody DraftBody body) {
        var outcomes = book.tryExamples(
                RuleRequests.required(body.ruleSet(), "ruleSet"),
                RuleRequests.required(body.text(), "text"),
                body.draft().examples());
        return new Outcomes(outcomes, outcomes.stream().allMatch(RuleExample.Outcome::holds));
    }

    @PostMapping("/rules/examples/likely")
    @Operation(summary = "A made-up learner to begin an example with, from the sentences of a text")
    @AllowedRoles(Role.QUALITY_MANAGER)
    RuleExample likelyExample(@RequestBody RuleTextBody body) {
        return book.likelyExample(
                RuleRequests.required(body.ruleSet(), "ruleSet"), RuleRequests.required(body.text(), "text"));
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new rule, as a draft")
    @AllowedRoles(Role.QUALITY_MANAGER)
    RuleView create(@RequestBody DraftBody body) {
        return book.create(RuleRequests.required(body.ruleSet(), "ruleSet"), body.draft());
    }

    static <T> PageOf<T> slice(List<T> all, int page, int size) {
        int number = PageOf.page(page);
        int length = PageOf.size(size);
        var items = all.stream().skip((long) number * length).limit(length).toList();
        return new PageOf<>(items, number, length, all.size());
    }
}
