package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.justification.internal.AbsenceQueries;
import fr.educentre.assidu.justification.internal.AbsenceQueries.Item;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Form;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files a justification in a learner's name, wherever one reads of them; who files it does not decide it. */
@Component
public class JustifyOnBehalf {

    private static final int SHOWN = 500;

    private final Texts texts;
    private final AbsenceQueries absences;
    private final Justifications justifications;
    private final CurrentActor current;

    JustifyOnBehalf(Texts texts, AbsenceQueries absences, Justifications justifications, CurrentActor current) {
        this.texts = texts;
        this.absences = absences;
        this.justifications = justifications;
        this.current = current;
    }

    /** Whether the reader may, and there is an absence to justify. */
    public boolean offered(LearnerInfo learner) {
        return current.get().is(Role.QUALITY_MANAGER, Role.REFERENT)
                && !open(learner, current.get()).isEmpty();
    }

    /** @param done run once one was filed, or where there is nothing left to justify */
    public void open(LearnerInfo learner, Runnable done) {
        Actor actor = current.get();
        List<Item> open = open(learner, actor);
        if (open.isEmpty()) {
            done.run();
            return;
        }
        var dialog = new Dialog(texts.get("justification.dialog.title", learner.name()));
        dialog.add(
                new Paragraph(texts.get("justification.dialog.onBehalf", learner.name(), actor.displayName())),
                new JustificationForm(
                        texts,
                        open.stream().map(Item::session).toList(),
                        open.stream().map(Item::session).toList(),
                        justifications.reasons(),
                        open.getFirst().session().zone(),
                        UI.getCurrent().getLocale(),
                        form -> {
                            justifications.submit(submission(learner, form, actor));
                            dialog.close();
                            Notification.show(texts.get("justification.dialog.done"));
                            done.run();
                        }));
        dialog.setWidth("min(40rem, 95vw)");
        dialog.open();
    }

    private List<Item> open(LearnerInfo learner, Actor actor) {
        return absences.of(actor, JustificationState.TO_JUSTIFY, null, learner.id(), 0, SHOWN)
                .items();
    }

    private static Submission submission(LearnerInfo learner, Form form, Actor actor) {
        return new Submission(
                learner.id(),
                new Submission.Absence(List.copyOf(form.sessions()), form.from(), form.to()),
                new Submission.Reason(form.reasonCode(), form.comment()),
                new Submission.Document(form.fileName(), form.document(), form.medicalDocument()),
                actor.displayName());
    }
}
