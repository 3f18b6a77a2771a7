package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.shell.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class DroolsAssiduityRules implements AssiduityRules {

    private static final UUID UNPUBLISHED = new UUID(0, 0);

    private final PublishedRules published;
    private final RuleReader reader;
    private final PinnedVersions pinned;

    DroolsAssiduityRules(PublishedRules published, RuleReader reader, PinnedVersions pinned) {
        this.published = published;
        this.reader = reader;
        this.pinned = pinned;
    }

    @Override
    public List<RuleMatch> evaluate(Collection<LearnerFacts> learners) {
        return published.current().assiduity().evaluate(learners);
    }

    @Override
    public Outcome assess(Collection<LearnerFacts> learners) {
        return published.current().assiduity().assess(learners);
    }

    @Override
    public String inForce() {
        return published.current().stamp();
    }

    @Override
    public Explanation explain(UUID ruleId, LearnerFacts learner, Locale language) {
        var rule = inForce(ruleId);
        return published.current().assiduity().explain(rule, learner, language);
    }

    @Override
    public Trial trial(String text) {
        var reading = reader.read("assiduity", text);
        var rule = reading.rule()
                .orElseThrow(() -> Refusal.invalid(
                        "refusal.rules.text", reading.findings().getFirst().line()));
        return AssiduityEngine.of(List.of(new VersionedRule(UNPUBLISHED, 0, rule)))::evaluate;
    }

    @Override
    public Trial published(UUID ruleId) {
        return AssiduityEngine.of(List.of(inForce(ruleId)))::evaluate;
    }

    @Override
    public Trial version(UUID ruleId, int version) {
        return pinned.of(ruleId, version)::evaluate;
    }

    @Override
    public boolean inForce(UUID ruleId, int version) {
        return published.current().of("assiduity").stream()
                .anyMatch(rule -> rule.id().equals(ruleId) && rule.version() == version);
    }

    private VersionedRule inForce(UUID ruleId) {
        return published.current().of("assiduity").stream()
                .filter(rule -> rule.id().equals(ruleId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("rule"));
    }
}
