package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.function.Supplier;

/** One act on a session: what it needs to know, what speaks against it before it is done, and why it was refused. */
abstract class SessionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    protected final transient Texts texts;
    private final Div notice = new Div();
    private final Div warnings = new Div();
    private final Div form = new Div();
    private final Button act;
    private final String actLabel;

    /** @param actKey of the button that carries it out */
    protected SessionDialog(Texts texts, String title, String actKey) {
        this.texts = texts;
        actLabel = texts.get(actKey);
        setHeaderTitle(title);
        setWidth("min(40rem, 96vw)");
        setCloseOnOutsideClick(false);
        notice.addClassName("assidu-form-notice");
        notice.getElement().setAttribute("role", "alert");
        warnings.addClassName("assidu-warnings");
        warnings.getElement().setAttribute("role", "status");
        form.addClassName("assidu-form");
        act = new Button(actLabel, click -> attempt());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(notice, form, warnings);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), act);
    }

    /** Does it; the dialog closes unless that is refused. */
    protected abstract void carryOut();

    protected final void fields(Component... fields) {
        form.add(fields);
    }

    /** Shows what there is to look at before it is done; what is not complete yet is no matter for it. */
    protected final void look(Supplier<List<FieldProblem>> found) {
        warnings.removeAll();
        List<FieldProblem> all;
        try {
            all = found.get();
        } catch (Refusal incomplete) {
            all = List.of();
        }
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            all.forEach(one ->
                    list.add(new ListItem(texts.get(one.key(), one.arguments().toArray()))));
            warnings.add(new Paragraph(texts.get("planning.warnings")), list);
        }
        act.setText(all.isEmpty() ? actLabel : texts.get("planning.anyway", actLabel));
    }

    private void attempt() {
        notice.removeAll();
        try {
            carryOut();
            close();
        } catch (InvalidContent invalid) {
            invalid.problems()
                    .forEach(problem -> notice.add(new Paragraph(
                            texts.get(problem.key(), problem.arguments().toArray()))));
        } catch (Refusal refusal) {
            notice.add(
                    new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
        }
    }

    /** @throws InvalidContent where a field that is needed is empty */
    protected static <T> T required(String field, @org.jspecify.annotations.Nullable T value) {
        if (value == null) {
            throw new InvalidContent(field, "check.NotNull");
        }
        return value;
    }
}
