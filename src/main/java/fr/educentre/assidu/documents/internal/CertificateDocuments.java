package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.internal.DocumentDraft.About;
import fr.educentre.assidu.documents.internal.DocumentDraft.Certified;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Certificats de réalisation of an enrolment: of all its hours or of those charged to a funding, of all its days or of some. */
@Component
class CertificateDocuments implements DocumentComposer {

    private static final String ENROLMENT = "enrolment";

    private final CertificateDrafter drafter;
    private final Centre centre;
    private final Enrolments enrolments;
    private final Learners learners;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Texts texts;

    CertificateDocuments(
            CertificateDrafter drafter,
            Centre centre,
            Enrolments enrolments,
            Learners learners,
            Ownership ownership,
            CurrentActor actor,
            Texts texts) {
        this.drafter = drafter;
        this.centre = centre;
        this.enrolments = enrolments;
        this.learners = learners;
        this.ownership = ownership;
        this.actor = actor;
        this.texts = texts;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.CERTIFICATE;
    }

    @Override
    public void requireReadable(DocumentRequest request) {
        var enrolment = request.of().enrolment();
        if (enrolment == null) {
            throw new InvalidContent(ENROLMENT, "refusal.documents.certificateOf");
        }
        ownership.requireEnrolment(actor.get(), enrolment);
        scope(request);
    }

    @Override
    public String subject(DocumentRequest request) {
        return filing(request).subject();
    }

    @Override
    public DocumentDraft compose(DocumentRequest request) {
        var scope = scope(request);
        var enrolment = scope.enrolment();
        var organisation = centre.organisation();
        var learner = learners.get(enrolment.learnerId());
        var drafted = drafter.draft(organisation, learner.name(), scope);
        var model = drafted.model();
        return new DocumentDraft(
                filing(request),
                Wording.of(
                                "documents.title",
                                Wording.of("documents.certificate.title"),
                                learner.name(),
                                model.training().action())
                        .inBoth(texts),
                new DocumentDraft.Content("certificate", model, certified(model)),
                new About(learner.id(), enrolment.id(), null, enrolment.group().id()),
                drafted.lines(),
                organisation,
                drafted.zone());
    }

    @Override
    public void requireIssuable(DocumentRequest request, DocumentDraft draft) {
        if (draft.lines().stream().allMatch(line -> line.minutes().credited() == 0)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.documents.nothingToCertify");
        }
    }

    /** Of a period: beside the certificate of the whole, as those that are sent each month. */
    private static DocumentDraft.Filing filing(DocumentRequest request) {
        String scope = "certificate:" + request.of().enrolment()
                + (request.of().funding() == null ? "" : ":" + request.of().funding());
        boolean whole = request.from() == null && request.to() == null;
        return new DocumentDraft.Filing(
                "CERTIFICATE",
                "CR",
                "certificat-realisation",
                whole ? scope : scope + ":period",
                whole ? scope : scope + ":period:" + request.from() + ":" + request.to());
    }

    private CertificateDrafter.Scope scope(DocumentRequest request) {
        var enrolment = enrolments.get(Objects.requireNonNull(request.of().enrolment()));
        var funding = request.of().funding();
        return new CertificateDrafter.Scope(
                enrolment,
                funding == null
                        ? null
                        : enrolment.fundings().stream()
                                .filter(one -> one.id().equals(funding))
                                .findFirst()
                                .orElseThrow(() -> Refusal.notFound("funding")),
                request.from(),
                request.to());
    }

    private List<Certified> certified(CertificateModel model) {
        var values = new ArrayList<Certified>();
        values.add(certified("organisation", model.heading().organisation().name()));
        values.add(certified("learner", model.trainee().learner()));
        values.add(certified("action", model.training().action()));
        values.add(certified(
                "dates", text("fromTo", model.period().from(), model.period().to())));
        model.fundings().forEach(line -> values.add(certified("fundedBy", line)));
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
