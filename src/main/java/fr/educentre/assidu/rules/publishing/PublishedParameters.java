package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.rules.WithoutProof;
import fr.educentre.assidu.rules.engine.CompletionParameters;
import java.util.Collection;
import org.springframework.stereotype.Component;

@Component
class PublishedParameters implements RuleParameters {

    private final PublishedRules published;

    PublishedParameters(PublishedRules published) {
        this.published = published;
    }

    @Override
    public double number(String ruleSet, String name) {
        return published.current().only(ruleSet).text().number(name);
    }

    @Override
    public WithoutProof withoutProof(Collection<String> funders) {
        var completion = published.current().only("completion");
        return CompletionParameters.of(completion.text(), completion.version()).withoutProof(funders);
    }
}
