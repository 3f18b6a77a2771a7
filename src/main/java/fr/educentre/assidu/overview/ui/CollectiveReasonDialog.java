package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.justification.CollectiveReasons;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.SessionInfo;

/** One reason for all who miss a session. */
class CollectiveReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final Select<Justifications.Reason> reason = new Select<>();
    private final TextArea comment = new TextArea();
    private final Div notice = new Div();

    CollectiveReasonDialog(
            Texts texts,
            CollectiveReasons collective,
            Justifications justifications,
            SessionInfo session,
            Runnable changed) {
        this.texts = texts;
        setHeaderTitle(texts.get("planning.collective.title"));
        setWidth("min(40rem, 96vw)");
        notice.addClassName("assidu-form-notice");
        notice.getElement().setAttribute("role", "alert");
        reason.setLabel(texts.get("planning.collective.reason"));
        reason.setItems(
                justifications.reasons().stream().filter(one -> !one.medical()).toList());
        reason.setItemLabelGenerator(one -> one == null ? "" : one.label());
        comment.setLabel(texts.get("planning.collective.comment"));
        comment.setMaxLength(2000);
        var form = new Div(new Paragraph(texts.get("planning.collective.about")), reason, comment);
        form.addClassName("assidu-form");
        add(notice, form);
        var act = new Button(texts.get("planning.collective.act"), click -> {
            notice.removeAll();
            try {
                var given = reason.getValue();
                var applied = collective.apply(
                        session.id(),
                        new CollectiveReasons.Given(given == null ? "" : given.code(), comment.getValue()));
                close();
                changed.run();
                Notification.show(texts.get("planning.collective.done", applied.justified(), applied.later()));
            } catch (InvalidContent invalid) {
                invalid.problems()
                        .forEach(problem ->
                                say(problem.key(), problem.arguments().toArray()));
            } catch (Refusal refusal) {
                say(refusal.key(), refusal.arguments().toArray());
            }
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), act);
    }

    private void say(String key, Object... arguments) {
        notice.add(new Paragraph(texts.get(key, arguments)));
    }
}
