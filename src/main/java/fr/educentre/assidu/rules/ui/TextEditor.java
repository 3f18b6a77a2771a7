package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** A rule as its text, checked while it is typed, with the sentences that may complete the line one writes. */
class TextEditor extends Div {

    private static final long serialVersionUID = 1L;
    private static final int DEBOUNCE = 400;
    private static final int OFFERED = 5;
    /** The line the caret is on, from 1. */
    private static final String CARET =
            "const field = this.inputElement; return field.value.substring(0, field.selectionStart).split('\\n').length;";

    private final transient RuleBook book;
    private final transient Texts texts;
    private final transient WorkingDraft draft;
    private final TextArea text = new TextArea();
    private final Div completions = new Div();

    TextEditor(RuleBook book, Texts texts, WorkingDraft draft) {
        this.book = book;
        this.texts = texts;
        this.draft = draft;
        text.setLabel(texts.get("rules.text"));
        text.setHelperText(texts.get("rules.text.help"));
        text.setWidthFull();
        text.setMinHeight("14rem");
        text.setReadOnly(!draft.writable());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(DEBOUNCE);
        text.addClassName("assidu-rule-text");
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                draft.text(event.getValue());
                offer();
            }
        });
        completions.addClassName("assidu-completions");
        completions.getElement().setAttribute("aria-live", "polite");
        add(text, completions);
        show();
    }

    final void show() {
        text.setValue(draft.text());
    }

    private void offer() {
        text.getElement().executeJs(CARET).then(Integer.class, this::offer);
    }

    private void offer(int line) {
        completions.removeAll();
        List<String> offered = book.complete(draft.ruleSet(), draft.text(), line).stream()
                .limit(OFFERED)
                .toList();
        if (offered.isEmpty()) {
            return;
        }
        completions.add(new Span(texts.get("rules.complete", line)));
        for (String one : offered) {
            var button = new Button(one.strip(), click -> complete(line, one));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            completions.add(button);
        }
    }

    private void complete(int line, String whole) {
        completions.removeAll();
        if (line <= draft.text().lines().count()) {
            draft.text(RuleLines.of(draft.ruleSet(), draft.text())
                    .with(line, whole)
                    .text());
            show();
        }
        text.focus();
    }
}
