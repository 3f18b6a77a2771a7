package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.examples.ExampleRunner;
import fr.educentre.assidu.rules.language.RuleTextAnalysis;
import fr.educentre.assidu.rules.language.Sentence;
import fr.educentre.assidu.shell.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredRuleBook implements RuleBook {

    private final StoredRules rules;
    private final RuleTextAnalysis reading;
    private final DraftPolicy drafting;
    private final ExampleRunner examples;
    private final VersionComparison differences;
    private final RuleDrafts drafts;
    private final RulePublication publication;

    StoredRuleBook(
            StoredRules rules,
            RuleTextAnalysis reading,
            DraftPolicy drafting,
            ExampleRunner examples,
            VersionComparison differences,
            RuleDrafts drafts,
            RulePublication publication) {
        this.rules = rules;
        this.reading = reading;
        this.drafting = drafting;
        this.examples = examples;
        this.differences = differences;
        this.drafts = drafts;
        this.publication = publication;
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<RuleView> all() {
        return rules.all().stream().map(StoredRule::view).toList();
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public RuleView get(UUID ruleId) {
        return found(ruleId).view();
    }

    private StoredRule found(UUID ruleId) {
        return rules.findById(ruleId).orElseThrow(() -> Refusal.notFound("rule"));
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<Sentence> vocabulary() {
        return reading.vocabulary();
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<Sentence> vocabulary(Locale written) {
        return reading.vocabulary(written);
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public Checked check(String ruleSet, String text) {
        return reading.check(ruleSet, text);
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<List<Piece>> pieces(String ruleSet, String text) {
        return reading.pieces(ruleSet, text);
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<String> complete(String ruleSet, String text, int line) {
        return reading.complete(ruleSet, text, line);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public List<RuleExample.Outcome> tryExamples(String ruleSet, String text, List<RuleExample> some) {
        examples.require(ruleSet, some);
        return examples.tried(drafting.valid(ruleSet, text), some);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleExample likelyExample(String ruleSet, String text) {
        return drafting.likelyExample(ruleSet, text);
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public Difference difference(UUID ruleId, int from, int to) {
        var rule = found(ruleId);
        return differences.between(rule.required(from).view(), rule.required(to).view());
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView create(String ruleSet, Draft draft) {
        return drafts.create(ruleSet, draft);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView draft(UUID ruleId, Draft draft) {
        return drafts.draft(ruleId, draft);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView redraft(UUID ruleId, int version, Draft draft) {
        return drafts.redraft(ruleId, version, draft);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView publish(UUID ruleId, int number, String reason) {
        return publication.publish(ruleId, number, reason);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView retire(UUID ruleId, String reason) {
        return publication.retire(ruleId, reason);
    }
}
