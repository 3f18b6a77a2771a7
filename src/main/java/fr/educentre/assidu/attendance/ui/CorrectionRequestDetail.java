package fr.educentre.assidu.attendance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.attendance.internal.CorrectionRequestTask;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import fr.educentre.assidu.workflow.ui.TaskDetail;

/** The way to the session whose mark a learner wants looked at again. */
@org.springframework.stereotype.Component
class CorrectionRequestDetail implements TaskDetail {

    private final Texts texts;

    CorrectionRequestDetail(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return CorrectionRequestTask.KEY;
    }

    @Override
    public Component detail(TaskView task) {
        return CorrectionRequestTask.session(task.facts(), texts)
                .<Component>map(session ->
                        new Paragraph(new Anchor("seances/" + session, texts.get("attendance.correction.open"))))
                .orElseGet(Div::new);
    }
}
