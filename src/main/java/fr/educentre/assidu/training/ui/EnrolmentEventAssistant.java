package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the assistant that declares what happens to an enrolment, wherever one reads of it. */
@Component
public class EnrolmentEventAssistant {

    private final EventTools tools;
    private final Enrolments enrolments;
    private final Learners learners;

    EnrolmentEventAssistant(EventTools tools, Enrolments enrolments, Learners learners) {
        this.tools = tools;
        this.enrolments = enrolments;
        this.learners = learners;
    }

    /** @param declared run once something was declared */
    public void open(UUID enrolmentId, Runnable declared) {
        EnrolmentInfo enrolment = enrolments.get(enrolmentId);
        new EnrolmentEventDialog(
                        tools,
                        new EnrolmentEventDialog.Subject(
                                enrolmentId,
                                enrolment.learnerId(),
                                enrolment.group().id(),
                                learners.get(enrolment.learnerId()).name()),
                        declared)
                .open();
    }
}
