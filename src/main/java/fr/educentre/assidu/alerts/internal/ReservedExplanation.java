package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.HealthPrivacy;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.rules.AssiduityRules.Explanation.Line;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Of a rule that counts reasons of absence, those who do not read about health learn neither what was counted, nor whether it
 * was enough: that a rule fires, or does not, is as telling as its sentence. So it is whatever the reason: were those of health
 * alone reserved, what is reserved would be health.
 */
@Component
class ReservedExplanation {

    private final HealthPrivacy privacy;
    private final Texts texts;

    ReservedExplanation(HealthPrivacy privacy, Texts texts) {
        this.privacy = privacy;
        this.texts = texts;
    }

    Explanation asRead(Explanation whole, UUID learnerId) {
        if (privacy.mayRead(learnerId) || whole.lines().stream().noneMatch(this::aboutHealth)) {
            return whole;
        }
        List<Line> lines = whole.lines().stream()
                .map(line -> aboutHealth(line) ? reserved(line) : line)
                .toList();
        return new Explanation(whole.ruleId(), whole.ruleVersion(), texts.get(ReservedWords.RULE), null, lines);
    }

    private boolean aboutHealth(Line line) {
        return !line.reasons().isEmpty();
    }

    private Line reserved(Line line) {
        return new Line(
                line.kind(),
                texts.get("alerts.reserved.why"),
                null,
                new Line.Measured(null, "", List.of()),
                new Line.Comparison(null, null, ""),
                line.alternative(),
                line.reasons());
    }
}
