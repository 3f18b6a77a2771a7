package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.management.Reopening;

/** A closed session is opened again: why. */
final class ReopenSessionDialog extends SessionDialog {

    private static final long serialVersionUID = 1L;

    private final transient PlanningServices services;
    private final transient SessionInfo session;
    private final transient Runnable changed;
    private final TextArea reason;

    ReopenSessionDialog(PlanningServices services, SessionInfo session, Runnable changed) {
        super(services.texts(), services.texts().get("planning.reopen.title", session.title()), "planning.reopen.act");
        this.services = services;
        this.session = session;
        this.changed = changed;
        reason = SessionFields.reason(texts);
        fields(new Paragraph(texts.get("planning.reopen.about")), reason);
    }

    @Override
    protected void carryOut() {
        services.planning().reopen(session.id(), new Reopening(reason.getValue()));
        changed.run();
        Notification.show(texts.get("planning.reopen.done", session.title()));
    }
}
