package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.documents.Certificates;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.documents.internal.DocumentDraft.About;
import fr.educentre.assidu.documents.internal.DocumentDraft.Certified;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues certificats de réalisation. */
@Component
class CertificateService implements Certificates {

    private final CertificateDrafter drafter;
    private final DocumentIssuer issuing;
    private final Centre centre;
    private final Enrolments enrolments;
    private final Learners learners;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Texts texts;

    CertificateService(
            CertificateDrafter drafter,
            DocumentIssuer issuing,
            Centre centre,
            Enrolments enrolments,
            Learners learners,
            Ownership ownership,
            CurrentActor actor,
            Texts texts) {
        this.drafter = drafter;
        this.issuing = issuing;
        this.centre = centre;
        this.enrolments = enrolments;
        this.learners = learners;
        this.ownership = ownership;
        this.actor = actor;
        this.texts = texts;
    }

    @Override
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "whose enrolment it is decides")
    public IssuedFile ofEnrolment(UUID enrolmentId) {
        ownership.requireEnrolment(actor.get(), enrolmentId);
        var enrolment = enrolments.get(enrolmentId);
        var organisation = centre.organisation();
        var learner = learners.get(enrolment.learnerId());
        var drafted = drafter.draft(organisation, learner, enrolment);
        var model = drafted.model();
        return issuing.issue(new DocumentDraft(
                new DocumentDraft.Filing("CERTIFICATE", "CR", "certificat-realisation", "certificate:" + enrolmentId),
                Wording.of(
                                "documents.title",
                                Wording.of("documents.certificate.title"),
                                learner.name(),
                                model.training().action())
                        .inBoth(texts),
                new DocumentDraft.Content("certificate", model, certified(model)),
                new About(learner.id(), enrolmentId, null, enrolment.group().id()),
                organisation,
                drafted.zone()));
    }

    private List<Certified> certified(CertificateModel model) {
        var values = new ArrayList<Certified>();
        values.add(certified("organisation", model.heading().organisation().name()));
        values.add(certified("learner", model.trainee().learner()));
        values.add(certified("action", model.training().action()));
        values.add(certified(
                "dates", text("fromTo", model.period().from(), model.period().to())));
        values.add(certified("hours", model.done().hours()));
        if (model.done().months() != null) {
            values.add(certified("duration", model.done().months()));
        }
        values.add(certified("state", text(model.heading().intermediate() ? "intermediate" : "final")));
        model.reservations().leftOut().forEach(line -> values.add(certified("notIncluded", line)));
        model.reservations().unknown().forEach(line -> values.add(certified("stillUnknown", line)));
        return values;
    }

    private static Certified certified(String key, String printed) {
        return Certified.of("documents.certificate." + key, printed);
    }

    private String text(String key, Object... arguments) {
        return texts.in(Texts.FRENCH, "documents.certificate." + key, arguments);
    }
}
