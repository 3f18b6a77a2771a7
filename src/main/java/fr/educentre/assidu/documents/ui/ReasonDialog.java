package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.shell.Texts;
import java.util.function.Consumer;

/** Asks for the reason of an act before it is done. */
class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1000;

    /** @param key of its title, of what it says ({@code .text}) and of its button ({@code .do}) */
    ReasonDialog(Texts texts, String key, Object about, Consumer<String> act) {
        super(texts.get(key));
        var reason = new TextArea(texts.get("documents.view.reason"));
        reason.setRequired(true);
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        add(new Paragraph(texts.get(key + ".text", about)), reason);
        var doing = new Button(texts.get(key + ".do"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(texts.get("documents.view.reason.missing"));
                reason.setInvalid(true);
                return;
            }
            close();
            act.accept(reason.getValue());
        });
        doing.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), doing);
        setWidth("min(36rem, 95vw)");
    }
}
