package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredRuleBook implements RuleBook {

    /** What may stand before a sentence on its line. */
    private static final Pattern LEAD = Pattern.compile("\\s*(?:(?:et|ou|pour|quand|alors|sauf si)\\s+)?");

    private final StoredRules rules;
    private final Vocabulary vocabulary;
    private final RuleReader reader;
    private final PublishedRules published;
    private final Journal journal;
    private final CurrentActor actor;
    private final Texts texts;
    private final Clock clock;

    StoredRuleBook(
            StoredRules rules,
            Vocabulary vocabulary,
            RuleReader reader,
            PublishedRules published,
            Journal journal,
            CurrentActor actor,
            Texts texts,
            Clock clock) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.published = published;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<RuleView> all() {
        return rules.all().stream().map(StoredRuleBook::view).toList();
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public RuleView get(UUID ruleId) {
        return view(rules.findById(ruleId).orElseThrow(() -> Refusal.notFound("rule")));
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<Sentence> vocabulary() {
        return vocabulary.all().stream()
                .map(s -> new Sentence(
                        s.id(),
                        s.ruleSet(),
                        s.kind().name(),
                        s.french(),
                        s.english(),
                        s.blanks().stream().map(StoredRuleBook::blank).toList()))
                .toList();
    }

    private static Blank blank(BlankType type) {
        return new Blank(
                type.name(),
                type.sort().name(),
                type.unit(),
                type.min() == null ? null : type.min().doubleValue(),
                type.max() == null ? null : type.max().doubleValue(),
                type.labels(),
                type.example());
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public Checked check(String ruleSet, String text) {
        var problems = reader.read(ruleSet, text).findings().stream()
                .map(this::problem)
                .toList();
        return new Checked(problems.isEmpty(), problems);
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<List<Piece>> pieces(String ruleSet, String text) {
        return text.lines().map(line -> pieces(line, vocabulary.of(ruleSet))).toList();
    }

    private static List<Piece> pieces(String line, List<fr.educentre.assidu.rules.internal.Sentence> sentences) {
        var lead = LEAD.matcher(line);
        int start = lead.lookingAt() ? lead.end() : 0;
        for (var sentence : sentences) {
            var cuts = sentence.cuts(line.substring(start).stripTrailing());
            if (!cuts.isEmpty()) {
                var pieces = new ArrayList<Piece>();
                pieces.add(new Piece(line.substring(0, start), null));
                cuts.forEach(cut -> pieces.add(new Piece(cut.text(), cut.type() == null ? null : blank(cut.type()))));
                return pieces;
            }
        }
        return List.of(new Piece(line, null));
    }

    private Problem problem(Finding finding) {
        String suggestion = finding.suggestion()
                .map(sentence -> texts.get("rules.suggestion", sentence))
                .orElse("");
        return new Problem(
                finding.line(), texts.get(finding.key(), finding.arguments().toArray()), suggestion);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView create(String ruleSet, String text) {
        var read = valid(ruleSet, text);
        if (!ruleSet.equals("assiduity")) {
            throw Refusal.invalid("refusal.rules.only");
        }
        var rule = new StoredRule(newCode(read.name()), ruleSet, read.name(), clock.instant());
        rule.draft(text, actor.nameOrSystem(), clock.instant());
        var stored = rules.saveAndFlush(rule);
        told("rule.drafted", stored, Map.of(), Map.of("version", 1, "text", text));
        return view(stored);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView draft(UUID ruleId, String text) {
        var rule = locked(ruleId);
        valid(rule.ruleSet(), text);
        var draft = rule.draft(text, actor.nameOrSystem(), clock.instant());
        told("rule.drafted", rule, Map.of(), Map.of("version", draft.number(), "text", text));
        rules.flush();
        return view(rule);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView publish(UUID ruleId, int version) {
        var rule = locked(ruleId);
        var next = rule.find(version).orElseThrow(() -> Refusal.notFound("rule"));
        if (next.published()) {
            return view(rule);
        }
        var read = valid(rule.ruleSet(), next.text());
        mustCompile(rule, new NumberedRule(rule.id(), version, read));
        var before = rule.published();
        before.ifPresent(current -> current.retire(clock.instant()));
        // The database lets one version of a rule be published: the old one goes first.
        rules.flush();
        next.publish(actor.nameOrSystem(), clock.instant());
        rule.rename(read.name());
        told(
                "rule.published",
                rule,
                before.<Map<String, Object>>map(v -> Map.of("version", v.number(), "text", v.text()))
                        .orElse(Map.of()),
                Map.of("version", version, "text", next.text()));
        rules.flush();
        return view(rule);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public RuleView retire(UUID ruleId) {
        var rule = locked(ruleId);
        if (!rule.ruleSet().equals("assiduity")) {
            throw Refusal.invalid("refusal.rules.retire");
        }
        rule.published().ifPresent(current -> {
            current.retire(clock.instant());
            told("rule.retired", rule, Map.of("version", current.number()), Map.of());
        });
        rules.flush();
        return view(rule);
    }

    private StoredRule locked(UUID ruleId) {
        return rules.lock(ruleId).orElseThrow(() -> Refusal.notFound("rule"));
    }

    private RuleText valid(String ruleSet, String text) {
        var reading = reader.read(ruleSet, text);
        return reading.rule()
                .orElseThrow(() -> Refusal.invalid(
                        "refusal.rules.text", reading.findings().getFirst().line()));
    }

    private void mustCompile(StoredRule rule, NumberedRule next) {
        if (rule.ruleSet().equals("assiduity")) {
            try {
                published.compileWith(next);
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw Refusal.invalid("refusal.rules.compile");
            }
        }
    }

    private void told(String action, StoredRule rule, Map<String, ?> before, Map<String, ?> after) {
        String role = actor.find().map(a -> a.role().name()).orElse(null);
        journal.record(new JournalRecord(
                actor.nameOrSystem(), role, action, "rule", rule.id().toString(), null, before, after));
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

    private static RuleView view(StoredRule rule) {
        return new RuleView(
                rule.id(),
                rule.ruleSet(),
                rule.code(),
                rule.name(),
                rule.published().map(StoredVersion::text).orElse(null),
                rule.versions().stream().map(StoredVersion::view).toList());
    }
}
