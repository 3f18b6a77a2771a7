package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.examples.ExampleRunner;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Refusal.Kind;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a version of a rule in force, in place of the one before, and takes a rule out of force. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RulePublication {

    private static final String ASSIDUITY = "assiduity";

    private final StoredRules rules;
    private final DraftPolicy drafting;
    private final ExampleRunner examples;
    private final PublishedRules published;
    private final StoredRuleSettings settings;
    private final RuleJournal journal;
    private final Clock clock;

    RulePublication(
            StoredRules rules,
            DraftPolicy drafting,
            ExampleRunner examples,
            PublishedRules published,
            StoredRuleSettings settings,
            RuleJournal journal,
            Clock clock) {
        this.rules = rules;
        this.drafting = drafting;
        this.examples = examples;
        this.published = published;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    RuleView publish(UUID ruleId, int number, String reason) {
        var rule = rules.locked(ruleId);
        var asked = rule.required(number);
        if (asked.published()) {
            return rule.view();
        }
        var read = drafting.valid(rule.ruleSet(), asked.text());
        if (settings.required() && asked.writtenBy(journal.author().account())) {
            throw new Refusal(Kind.CONFLICT, "refusal.rules.twoPersons");
        }
        rules.requireFree(read.name(), rule.id());
        drafting.mustNotLeaveAGap(rule, asked.content());
        examples.mustHold(read, asked.content().examples());
        mustCompile(rule, new VersionedRule(rule.id(), number, read));
        var now = clock.instant();
        var before = rule.published();
        before.ifPresent(current -> current.retire(journal.author().name(), now, reason));
        // The database lets one version of a rule be published: the old one goes first.
        rules.flush();
        var next = asked.draft() ? asked : rule.draft(asked.content(), asked.author(), now);
        next.publish(journal.author().name(), now, reason);
        rule.live(read.name());
        journal.record(
                "rule.published",
                rule,
                before.<Map<String, Object>>map(v -> Map.of("version", v.number(), "text", v.text()))
                        .orElse(Map.of()),
                Map.of("version", next.number(), "text", next.text(), "reason", reason, "from", number));
        rules.flush();
        return rule.view();
    }

    RuleView retire(UUID ruleId, String reason) {
        var rule = rules.locked(ruleId);
        if (!rule.ruleSet().equals(ASSIDUITY)) {
            throw Refusal.invalid("refusal.rules.retire");
        }
        if (!rule.live()) {
            return rule.view();
        }
        var before = rule.published();
        before.ifPresent(current -> current.retire(journal.author().name(), clock.instant(), reason));
        rule.withdraw();
        journal.record(
                "rule.retired",
                rule,
                before.<Map<String, Object>>map(v -> Map.of("version", v.number()))
                        .orElse(Map.of()),
                Map.of("reason", reason));
        rules.flush();
        return rule.view();
    }

    private void mustCompile(StoredRule rule, VersionedRule next) {
        if (rule.ruleSet().equals(ASSIDUITY)) {
            try {
                published.compileWith(next);
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw Refusal.invalid("refusal.rules.compile");
            }
        }
    }
}
