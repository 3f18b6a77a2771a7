package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what a certificate rests on, and has it composed. */
@Component
class CertificateDrafter {

    private static final ZoneId MAINLAND = ZoneId.of("Europe/Paris");

    private final CertificateReader reader;
    private final CertificateComposer composer;
    private final ObjectProvider<Progress> progress;
    private final RuleParameters parameters;
    private final Clock clock;

    CertificateDrafter(
            CertificateReader reader,
            CertificateComposer composer,
            ObjectProvider<Progress> progress,
            RuleParameters parameters,
            Clock clock) {
        this.reader = reader;
        this.composer = composer;
        this.progress = progress;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** @param zone of its first session */
    record Drafted(CertificateModel model, ZoneId zone) {}

    /** @throws fr.educentre.assidu.shell.Refusal CONFLICT where missing proof holds it back, as published */
    Drafted draft(OrganisationInfo organisation, LearnerInfo learner, EnrolmentInfo enrolment) {
        var facts = reader.of(enrolment);
        var withoutProof = parameters.withoutProof(enrolment.fundings().stream()
                .map(funding -> funding.funder().kind().name())
                .toList());
        CertificateComposer.requireProof(facts.sessions(), withoutProof);
        int activityMinutes = progress.stream()
                .mapToInt(of -> of.creditedActivityMinutes(enrolment.group().id(), List.of(learner.id()))
                        .getOrDefault(learner.id(), 0))
                .sum();
        var model = composer.compose(
                organisation, learner.name(), enrolment, facts, activityMinutes, withoutProof, clock.instant());
        return new Drafted(
                model,
                facts.sessions().isEmpty()
                        ? MAINLAND
                        : facts.sessions().getFirst().zone());
    }
}
