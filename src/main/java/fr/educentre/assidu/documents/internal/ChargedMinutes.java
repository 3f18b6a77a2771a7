package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.FundedMinutes;
import fr.educentre.assidu.documents.internal.CertificateFacts.Held;
import fr.educentre.assidu.training.Enrolments;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ChargedMinutes implements FundedMinutes {

    private final CertificateReader reader;
    private final Enrolments enrolments;

    ChargedMinutes(CertificateReader reader, Enrolments enrolments) {
        this.reader = reader;
        this.enrolments = enrolments;
    }

    @Override
    public Map<UUID, Integer> ofLearner(UUID learnerId) {
        var minutes = new HashMap<UUID, Integer>();
        for (var enrolment : enrolments.ofLearner(learnerId)) {
            var facts = reader.of(enrolment);
            for (var funding : enrolment.fundings()) {
                var charged = CertificateCharging.of(facts, enrolment.fundings(), funding);
                minutes.put(
                        funding.id(),
                        charged.activityMinutes()
                                + charged.sessions().stream()
                                        .mapToInt(Held::creditedMinutes)
                                        .sum());
            }
        }
        return minutes;
    }
}
