package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.JustificationView;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Form;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Page;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What learners who are signed in have to justify, and what they have sent; of themselves alone. */
@Service
@AllowedRoles(Role.LEARNER)
public class OwnJustifications {

    private final JustificationPages pages;
    private final Justifications justifications;
    private final Learners learners;
    private final CurrentActor current;

    OwnJustifications(
            JustificationPages pages, Justifications justifications, Learners learners, CurrentActor current) {
        this.pages = pages;
        this.justifications = justifications;
        this.learners = learners;
        this.current = current;
    }

    /** @throws Refusal NOT_YOURS where the account belongs to no learner */
    @Transactional(readOnly = true)
    public Page page() {
        return pages.of(own(), "");
    }

    /** Newest first. @throws Refusal NOT_YOURS where the account belongs to no learner */
    @Transactional(readOnly = true)
    public List<JustificationView> sent() {
        return justifications.ofLearner(own().id());
    }

    /**
     * Files it as every justification is filed: of sessions that were missed, or of days, to come or past.
     *
     * @throws Refusal as {@link Justifications#submit}
     */
    @Transactional
    public void submit(Form form) {
        LearnerInfo learner = own();
        justifications.submit(new Submission(
                learner.id(),
                new Submission.Absence(List.copyOf(form.sessions()), form.from(), form.to()),
                new Submission.Reason(form.reasonCode(), form.comment()),
                new Submission.Document(form.fileName(), form.document(), form.medicalDocument()),
                learner.name()));
    }

    private LearnerInfo own() {
        UUID id = current.get().personId();
        if (id == null) {
            throw Refusal.notYours();
        }
        return learners.find(id).orElseThrow(Refusal::notYours);
    }
}
