package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.CentreSetup.Unheld.CausedBy;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.management.NotHeld;
import java.util.UUID;

/** The session is held later, in another of its own; its group, trainer and room stay. */
final class PostponeSessionDialog extends SessionDialog {

    private static final long serialVersionUID = 1L;

    private final transient PlanningServices services;
    private final transient SessionInfo session;
    private final transient Runnable changed;
    private final UUID newId = TimeOrderedId.next();
    private final TextArea reason;
    private final Select<CausedBy> cause;
    private final DateTimePicker start;

    PostponeSessionDialog(PlanningServices services, SessionInfo session, Runnable changed) {
        super(
                services.texts(),
                services.texts().get("planning.postpone.title", session.title()),
                "planning.postpone.act");
        this.services = services;
        this.session = session;
        this.changed = changed;
        start = SessionFields.moment(texts, "planning.postpone.start", session);
        reason = SessionFields.reason(texts);
        cause = SessionFields.cause(texts);
        start.addValueChangeListener(change -> look(() ->
                services.records().warnings(session.id(), services.records().moved(session.id(), start()))));
        fields(new Paragraph(texts.get("planning.postpone.about")), start, reason, cause);
    }

    private String start() {
        return required("newStartsAt", start.getValue()).toString();
    }

    @Override
    protected void carryOut() {
        services.planning().postpone(session.id(), newId, new NotHeld(reason.getValue(), cause.getValue(), start()));
        changed.run();
        UndoOffer.show(texts, texts.get("planning.postpone.done", session.title()), () -> {
            services.planning().restore(session.id());
            changed.run();
        });
    }
}
