package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.justification.JustificationRequests;
import fr.educentre.assidu.justification.ui.JustifyOnBehalf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.management.LearnerRecords;
import fr.educentre.assidu.training.ui.ContactAssistant;
import fr.educentre.assidu.training.ui.EnrolmentEventAssistant;
import java.time.ZoneId;
import java.util.List;

/** What is done where one reads of a learner, offered to who may: quality managers, and referents of their own groups. */
@org.springframework.stereotype.Component
class LearnerActions {

    private final Texts texts;
    private final CurrentActor current;
    private final LearnerRecords records;
    private final Enrolments enrolments;
    private final ContactAssistant contact;
    private final JustifyOnBehalf justify;
    private final EnrolmentEventAssistant event;
    private final JustificationRequests requests;

    LearnerActions(
            Texts texts,
            CurrentActor current,
            LearnerRecords records,
            Enrolments enrolments,
            ContactAssistant contact,
            JustifyOnBehalf justify,
            EnrolmentEventAssistant event,
            JustificationRequests requests) {
        this.texts = texts;
        this.current = current;
        this.records = records;
        this.enrolments = enrolments;
        this.contact = contact;
        this.justify = justify;
        this.event = event;
        this.requests = requests;
    }

    /** Whether the reader follows the learner. */
    boolean follows(LearnerInfo learner) {
        return records.mayChange(current.get(), learner.id());
    }

    /** @param done run after something was done */
    Component of(LearnerInfo learner, ZoneId zone, Runnable done) {
        var bar = new Div();
        bar.addClassName("assidu-actions");
        if (follows(learner)) {
            var log = new Button(
                    texts.get("training.contact.open"),
                    VaadinIcon.PHONE.create(),
                    click -> contact.open(learner.id(), learner.name(), zone, done));
            log.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            bar.add(log);
            addEvents(bar, learner, done);
        }
        if (justify.offered(learner)) {
            bar.add(new Button(
                    texts.get("justification.absences.justify"),
                    VaadinIcon.FILE_ADD.create(),
                    click -> justify.open(learner, done)));
            if (follows(learner)) {
                bar.add(new Button(
                        texts.get("justification.ask"), VaadinIcon.ENVELOPE.create(), click -> ask(learner, done)));
            }
        }
        return bar;
    }

    private void ask(LearnerInfo learner, Runnable done) {
        try {
            Notification.show(texts.get("justification.asked", requests.ask(learner.id())));
            done.run();
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    /** One for each course; named where there are several. */
    private void addEvents(Div bar, LearnerInfo learner, Runnable done) {
        List<EnrolmentInfo> courses = enrolments.ofLearner(learner.id());
        for (EnrolmentInfo course : courses) {
            String label = texts.get("manage.event.open");
            bar.add(new Button(
                    courses.size() == 1
                            ? label
                            : texts.get("shell.says", course.programme().title(), label),
                    click -> event.open(course.id(), done)));
        }
    }
}
