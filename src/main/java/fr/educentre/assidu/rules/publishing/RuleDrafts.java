package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Refusal.Kind;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes drafts of rules: each a version of its rule, its author's until it is published. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RuleDrafts {

    private static final String ASSIDUITY = "assiduity";
    private static final UUID NONE = new UUID(0, 0);

    private final StoredRules rules;
    private final DraftPolicy drafting;
    private final RuleJournal journal;
    private final Clock clock;

    RuleDrafts(StoredRules rules, DraftPolicy drafting, RuleJournal journal, Clock clock) {
        this.rules = rules;
        this.drafting = drafting;
        this.journal = journal;
        this.clock = clock;
    }

    RuleView create(String ruleSet, Draft draft) {
        var read = drafting.valid(ruleSet, draft.text());
        if (!ruleSet.equals(ASSIDUITY)) {
            throw Refusal.invalid("refusal.rules.only");
        }
        drafting.require(ruleSet, draft);
        rules.requireFree(read.name(), NONE);
        var rule = new StoredRule(newCode(read.name()), ruleSet, read.name(), clock.instant());
        rule.draft(DraftPolicy.tidy(draft, read), journal.author(), clock.instant());
        var stored = rules.saveAndFlush(rule);
        journal.record("rule.drafted", stored, Map.of(), Map.of("version", 1, "text", draft.text()));
        return stored.view();
    }

    RuleView draft(UUID ruleId, Draft draft) {
        var rule = rules.locked(ruleId);
        var added = rule.draft(checked(rule, draft), journal.author(), clock.instant());
        journal.record("rule.drafted", rule, Map.of(), Map.of("version", added.number(), "text", draft.text()));
        rules.flush();
        return rule.view();
    }

    RuleView redraft(UUID ruleId, int version, Draft draft) {
        var rule = rules.locked(ruleId);
        var open = rule.required(version);
        var tidied = checked(rule, draft);
        if (!open.draft()) {
            throw new Refusal(Kind.CONFLICT, "refusal.rules.notDraft", version);
        }
        if (!open.writtenBy(journal.author().account())) {
            throw new Refusal(Kind.NOT_YOURS, "refusal.rules.notYourDraft", version);
        }
        var before = Map.of("version", version, "text", open.text());
        open.rewrite(tidied);
        journal.record("rule.drafted", rule, before, Map.of("version", version, "text", draft.text()));
        rules.flush();
        return rule.view();
    }

    private Draft checked(StoredRule rule, Draft draft) {
        var read = drafting.valid(rule.ruleSet(), draft.text());
        drafting.require(rule.ruleSet(), draft);
        rules.requireFree(read.name(), rule.id());
        return DraftPolicy.tidy(draft, read);
    }

    private String newCode(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String code = plain.isEmpty() ? "regle" : plain;
        for (int n = 2; rules.existsByCode(code); n++) {
            code = plain + "-" + n;
        }
        return code;
    }
}
