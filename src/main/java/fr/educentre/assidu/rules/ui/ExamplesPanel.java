package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Outcome;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.util.ArrayList;
import java.util.List;

/** Examples of a rule and what its text answers to them now. */
class ExamplesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient RuleBook book;
    private final transient Texts texts;
    private final transient WorkingDraft draft;
    private final Div shown = new Div();

    ExamplesPanel(RuleBook book, Texts texts, WorkingDraft draft) {
        this.book = book;
        this.texts = texts;
        this.draft = draft;
        addClassName("assidu-editor");
        shown.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(texts.get("rules.examples.purpose")));
        if (draft.writable()) {
            var add = new Button(
                    texts.get("rules.examples.add"),
                    click -> new ExampleDialog(
                                    texts,
                                    book.likelyExample(draft.ruleSet(), draft.text()),
                                    example -> replaced(-1, example))
                            .open());
            add(add);
        }
        add(shown);
        draft.onChange(this::show);
        show();
    }

    private void show() {
        shown.removeAll();
        List<RuleExample> examples = draft.content().examples();
        if (examples.isEmpty()) {
            shown.add(new EmptyState(texts.get("rules.examples.empty.title"), texts.get("rules.examples.empty.text")));
            return;
        }
        List<Outcome> outcomes = outcomes(examples);
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (int i = 0; i < examples.size(); i++) {
            list.add(card(i, examples.get(i), outcomes.isEmpty() ? null : outcomes.get(i)));
        }
        shown.add(list);
    }

    private List<Outcome> outcomes(List<RuleExample> examples) {
        if (!draft.writable() || !book.check(draft.ruleSet(), draft.text()).valid()) {
            return List.of();
        }
        try {
            return book.tryExamples(draft.ruleSet(), draft.text(), examples);
        } catch (Refusal refusal) {
            shown.add(new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
            return List.of();
        }
    }

    private ListItem card(int index, RuleExample example, @org.jspecify.annotations.Nullable Outcome outcome) {
        var title = new Span(example.name());
        title.addClassName("assidu-card-title");
        var item = new ListItem(
                title,
                new Span(texts.get(
                        example.fires() ? "rules.examples.fires" : "rules.examples.firesNot",
                        example.sessions().size())));
        item.addClassName("assidu-card");
        if (outcome != null) {
            item.add(
                    new StatusBadge(
                            outcome.holds() ? StatusBadge.Tone.GOOD : StatusBadge.Tone.BAD,
                            texts.get(outcome.holds() ? "rules.examples.holds" : "rules.examples.fails")),
                    new Paragraph(texts.get(
                            outcome.fires() ? "rules.examples.why" : "rules.examples.whyNot", outcome.why())));
        }
        if (draft.writable()) {
            var edit = new Button(
                    texts.get("rules.examples.edit"),
                    click -> new ExampleDialog(texts, example, changed -> replaced(index, changed)).open());
            var remove = new Button(texts.get("rules.remove"), click -> removed(index));
            remove.setAriaLabel(texts.get("rules.remove.line", example.name()));
            for (Button button : List.of(edit, remove)) {
                button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            }
            item.add(new Div(edit, remove));
        }
        return item;
    }

    private void replaced(int index, RuleExample example) {
        var changed = new ArrayList<>(draft.content().examples());
        if (index < 0) {
            changed.add(example);
        } else {
            changed.set(index, example);
        }
        draft.examples(changed);
    }

    private void removed(int index) {
        var changed = new ArrayList<>(draft.content().examples());
        changed.remove(index);
        draft.examples(changed);
    }
}
