package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.util.function.Consumer;

/** Asks why before a rule is put in force or taken out; says in place what keeps it from being done. */
class PublishDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int REASON = 500;

    /** @param act carries out with the reason, or refuses */
    PublishDialog(Texts texts, String title, String action, Div before, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(46rem, 96vw)");
        var reason = new TextArea(texts.get("rules.reason"));
        reason.setHelperText(texts.get("rules.reason.help"));
        reason.setMaxLength(REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        var refused = new Div();
        refused.getElement().setAttribute("role", "alert");
        add(before, reason, refused);
        var go = new Button(action, click -> {
            refused.removeAll();
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.setErrorMessage(texts.get("rules.reason.missing"));
                reason.focus();
                return;
            }
            try {
                act.accept(reason.getValue().strip());
                close();
            } catch (Refusal refusal) {
                refused.add(
                        new StatusBadge(StatusBadge.Tone.BAD, texts.get("rules.notDone")),
                        new Paragraph(
                                texts.get(refusal.key(), refusal.arguments().toArray())));
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("rules.cancel"), click -> close()), go);
    }
}
