package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.documents.Certificates;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.documents.internal.DocumentDraft.About;
import fr.educentre.assidu.documents.internal.DocumentDraft.Certified;
import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Issues certificats de réalisation. */
@Component
class CertificateService implements Certificates {

    private static final ZoneId MAINLAND = ZoneId.of("Europe/Paris");

    private final CertificateReader reader;
    private final CertificateComposer composer;
    private final DocumentIssuer issuing;
    private final Centre centre;
    private final Enrolments enrolments;
    private final Learners learners;
    private final ObjectProvider<Progress> progress;
    private final RuleParameters parameters;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Texts texts;
    private final Clock clock;

    CertificateService(
            CertificateReader reader,
            CertificateComposer composer,
            DocumentIssuer issuing,
            Centre centre,
            Enrolments enrolments,
            Learners learners,
            ObjectProvider<Progress> progress,
            RuleParameters parameters,
            Ownership ownership,
            CurrentActor actor,
            Texts texts,
            Clock clock) {
        this.reader = reader;
        this.composer = composer;
        this.issuing = issuing;
        this.centre = centre;
        this.enrolments = enrolments;
        this.learners = learners;
        this.progress = progress;
        this.parameters = parameters;
        this.ownership = ownership;
        this.actor = actor;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "whose enrolment it is decides")
    public IssuedFile ofEnrolment(UUID enrolmentId) {
        ownership.requireEnrolment(actor.get(), enrolmentId);
        var enrolment = enrolments.get(enrolmentId);
        var organisation = centre.organisation();
        var learner = learners.get(enrolment.learnerId());
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
        return issuing.issue(new DocumentDraft(
                new DocumentDraft.Filing("CERTIFICATE", "CR", "certificat-realisation", "certificate:" + enrolmentId),
                model.heading().title() + " - " + learner.name() + ", "
                        + model.training().action(),
                new DocumentDraft.Content("certificate", model, certified(model)),
                new About(learner.id(), enrolmentId, null, enrolment.group().id()),
                organisation,
                facts.sessions().isEmpty()
                        ? MAINLAND
                        : facts.sessions().getFirst().zone()));
    }

    private List<Certified> certified(CertificateModel model) {
        var values = new ArrayList<Certified>();
        values.add(new Certified(
                text("organisation"), model.heading().organisation().name()));
        values.add(new Certified(text("learner"), model.trainee().learner()));
        values.add(new Certified(text("action"), model.training().action()));
        values.add(new Certified(
                text("dates"),
                text("fromTo", model.period().from(), model.period().to())));
        values.add(new Certified(text("hours"), model.done().hours()));
        if (model.done().months() != null) {
            values.add(new Certified(text("duration"), model.done().months()));
        }
        values.add(new Certified(text("state"), text(model.heading().intermediate() ? "intermediate" : "final")));
        model.reservations().leftOut().forEach(line -> values.add(new Certified(text("notIncluded"), line)));
        model.reservations().unknown().forEach(line -> values.add(new Certified(text("stillUnknown"), line)));
        return values;
    }

    private String text(String key, Object... arguments) {
        return texts.in(Texts.FRENCH, "documents.certificate." + key, arguments);
    }
}
