package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.training.CentreSetup.Unheld.CausedBy;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.management.NotHeld;

/** The session is not held: why, and by whom that came. */
final class CancelSessionDialog extends SessionDialog {

    private static final long serialVersionUID = 1L;

    private final transient PlanningServices services;
    private final transient SessionInfo session;
    private final transient Runnable changed;
    private final TextArea reason;
    private final Select<CausedBy> cause;

    CancelSessionDialog(PlanningServices services, SessionInfo session, Runnable changed) {
        super(services.texts(), services.texts().get("planning.cancel.title", session.title()), "planning.cancel.act");
        this.services = services;
        this.session = session;
        this.changed = changed;
        reason = SessionFields.reason(texts);
        cause = SessionFields.cause(texts);
        fields(new Paragraph(texts.get("planning.cancel.about")), reason, cause);
    }

    @Override
    protected void carryOut() {
        services.planning().cancel(session.id(), new NotHeld(reason.getValue(), cause.getValue(), null));
        changed.run();
        UndoOffer.show(texts, texts.get("planning.cancel.done", session.title()), () -> {
            services.planning().restore(session.id());
            changed.run();
        });
    }
}
