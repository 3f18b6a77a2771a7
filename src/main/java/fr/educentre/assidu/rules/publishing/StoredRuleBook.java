package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.examples.ExampleRunner;
import fr.educentre.assidu.rules.language.RuleTextAnalysis;
import fr.educentre.assidu.rules.language.Sentence;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Refusal.Kind;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredRuleBook implements RuleBook {

    private static final String ASSIDUITY = "assiduity";
    private static final UUID NONE = new UUID(0, 0);

    private final StoredRules rules;
    private final RuleTextAnalysis reading;
    private final DraftPolicy drafting;
    private final ExampleRunner examples;
    private final VersionComparison differences;
    private final PublishedRules published;
    private final StoredRuleSettings settings;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    StoredRuleBook(
            StoredRules rules,
            RuleTextAnalysis reading,
            DraftPolicy drafting,
            ExampleRunner examples,
            VersionComparison differences,
            PublishedRules published,
            StoredRuleSettings settings,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.rules = rules;
        this.reading = reading;
        this.drafting = drafting;
        this.examples = examples;
        this.differences = differences;
        this.published = published;
        this.settings = settings;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
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
        return differences.between(version(rule, from).view(), version(rule, to).view());
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView create(String ruleSet, Draft draft) {
        var read = drafting.valid(ruleSet, draft.text());
        if (!ruleSet.equals(ASSIDUITY)) {
            throw Refusal.invalid("refusal.rules.only");
        }
        drafting.require(ruleSet, draft);
        freeName(read.name(), NONE);
        var rule = new StoredRule(newCode(read.name()), ruleSet, read.name(), clock.instant());
        rule.draft(DraftPolicy.tidy(draft, read), author(), clock.instant());
        var stored = rules.saveAndFlush(rule);
        journal("rule.drafted", stored, Map.of(), Map.of("version", 1, "text", draft.text()));
        return stored.view();
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView draft(UUID ruleId, Draft draft) {
        var rule = locked(ruleId);
        var added = rule.draft(checked(rule, draft), author(), clock.instant());
        journal("rule.drafted", rule, Map.of(), Map.of("version", added.number(), "text", draft.text()));
        rules.flush();
        return rule.view();
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView redraft(UUID ruleId, int version, Draft draft) {
        var rule = locked(ruleId);
        var open = version(rule, version);
        var tidied = checked(rule, draft);
        if (!open.draft()) {
            throw new Refusal(Kind.CONFLICT, "refusal.rules.notDraft", version);
        }
        if (!open.writtenBy(account())) {
            throw new Refusal(Kind.NOT_YOURS, "refusal.rules.notYourDraft", version);
        }
        var before = Map.of("version", version, "text", open.text());
        open.rewrite(tidied);
        journal("rule.drafted", rule, before, Map.of("version", version, "text", draft.text()));
        rules.flush();
        return rule.view();
    }

    private Draft checked(StoredRule rule, Draft draft) {
        var read = drafting.valid(rule.ruleSet(), draft.text());
        drafting.require(rule.ruleSet(), draft);
        freeName(read.name(), rule.id());
        return DraftPolicy.tidy(draft, read);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView publish(UUID ruleId, int number, String reason) {
        var rule = locked(ruleId);
        var asked = version(rule, number);
        if (asked.published()) {
            return rule.view();
        }
        var read = drafting.valid(rule.ruleSet(), asked.text());
        if (settings.required() && asked.writtenBy(account())) {
            throw new Refusal(Kind.CONFLICT, "refusal.rules.twoPersons");
        }
        freeName(read.name(), rule.id());
        drafting.mustNotLeaveAGap(rule, asked.content());
        examples.mustHold(read, asked.content().examples());
        mustCompile(rule, new VersionedRule(rule.id(), number, read));
        var now = clock.instant();
        var before = rule.published();
        before.ifPresent(current -> current.retire(actor.nameOrSystem(), now, reason));
        // The database lets one version of a rule be published: the old one goes first.
        rules.flush();
        var next = asked.draft() ? asked : rule.draft(asked.content(), asked.author(), now);
        next.publish(actor.nameOrSystem(), now, reason);
        rule.live(read.name());
        journal(
                "rule.published",
                rule,
                before.<Map<String, Object>>map(v -> Map.of("version", v.number(), "text", v.text()))
                        .orElse(Map.of()),
                Map.of("version", next.number(), "text", next.text(), "reason", reason, "from", number));
        rules.flush();
        return rule.view();
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView retire(UUID ruleId, String reason) {
        var rule = locked(ruleId);
        if (!rule.ruleSet().equals(ASSIDUITY)) {
            throw Refusal.invalid("refusal.rules.retire");
        }
        if (!rule.live()) {
            return rule.view();
        }
        var before = rule.published();
        before.ifPresent(current -> current.retire(actor.nameOrSystem(), clock.instant(), reason));
        rule.withdraw();
        journal(
                "rule.retired",
                rule,
                before.<Map<String, Object>>map(v -> Map.of("version", v.number()))
                        .orElse(Map.of()),
                Map.of("reason", reason));
        rules.flush();
        return rule.view();
    }

    private StoredRule locked(UUID ruleId) {
        return rules.lock(ruleId).orElseThrow(() -> Refusal.notFound("rule"));
    }

    private static StoredVersion version(StoredRule rule, int number) {
        return rule.find(number).orElseThrow(() -> Refusal.notFound("ruleVersion"));
    }

    private void freeName(String name, UUID but) {
        if (rules.named(name, but)) {
            throw new Refusal(Kind.CONFLICT, "refusal.rules.name", name);
        }
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

    private StoredVersion.Author author() {
        return new StoredVersion.Author(actor.nameOrSystem(), account());
    }

    private @Nullable String account() {
        Optional<Actor> who = actor.find();
        return who.map(Actor::username).orElse(null);
    }

    private void journal(String action, StoredRule rule, Map<String, ?> before, Map<String, ?> after) {
        String role = actor.find().map(a -> a.role().name()).orElse(null);
        journal.record(JournalRecord.of(action, "rule", rule.id().toString())
                .by(actor.nameOrSystem(), role)
                .before(before)
                .after(after));
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
