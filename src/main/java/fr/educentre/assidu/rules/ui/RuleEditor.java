package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Problem;
import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.util.Arrays;
import java.util.List;

/** Writing a rule: what it is called and for, then its sentences or its text, two views of the same thing. */
class RuleEditor extends Div {

    private static final long serialVersionUID = 1L;
    private static final int NAME = 80;
    private static final int PURPOSE = 500;
    private static final String SENTENCES = "sentences";
    private static final String TEXT = "text";

    private final transient RuleBook book;
    private final transient Texts texts;
    private final transient WorkingDraft draft;
    private final TextField name = new TextField();
    private final RadioButtonGroup<String> view = new RadioButtonGroup<>();
    private final Div written = new Div();
    private final Div problems = new Div();
    private SentenceBuilder builder;
    private TextEditor typed;

    RuleEditor(RuleBook book, Texts texts, WorkingDraft draft) {
        this.book = book;
        this.texts = texts;
        this.draft = draft;
        this.builder = new SentenceBuilder(book, texts, draft);
        this.typed = new TextEditor(book, texts, draft);
        addClassName("assidu-editor");
        problems.getElement().setAttribute("aria-live", "polite");
        problems.addClassName("assidu-editor-problems");
        view.setItems(SENTENCES, TEXT);
        view.setItemLabelGenerator(one -> texts.get("rules.view." + one));
        view.setLabel(texts.get("rules.view"));
        view.setValue(SENTENCES);
        view.addValueChangeListener(event -> redraw());
        add(about(), view, written, problems);
        redraw();
        draft.onChange(this::check);
    }

    private Div about() {
        boolean readOnly = !draft.writable();
        name.setLabel(texts.get("rules.name"));
        name.setMaxLength(NAME);
        name.setReadOnly(readOnly);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                draft.text(RuleLines.of(draft.ruleSet(), draft.text())
                        .named(event.getValue())
                        .text());
                typed.show();
            }
        });
        var purpose = new TextArea(texts.get("rules.purpose"));
        purpose.setMaxLength(PURPOSE);
        purpose.setValue(draft.content().purpose());
        purpose.setReadOnly(readOnly);
        purpose.addValueChangeListener(event -> draft.purpose(event.getValue().strip()));
        purpose.addClassName("assidu-editor-purpose");
        var tags = new TextField(texts.get("rules.tags"));
        tags.setHelperText(texts.get("rules.tags.help"));
        tags.setValue(String.join(", ", draft.content().tags()));
        tags.setReadOnly(readOnly);
        tags.addValueChangeListener(
                event -> draft.tags(Arrays.stream(event.getValue().split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList()));
        var about = new Div(name, purpose, tags);
        about.addClassName("assidu-editor-about");
        if (draft.assiduity()) {
            dates(about, readOnly);
        }
        return about;
    }

    private void dates(Div about, boolean readOnly) {
        var from = LocalizedParts.datePicker(texts);
        from.setLabel(texts.get("rules.startsOn"));
        from.setValue(draft.content().startsOn());
        var to = LocalizedParts.datePicker(texts);
        LocalizedParts.period(from, to);
        to.setLabel(texts.get("rules.endsOn"));
        to.setValue(draft.content().endsOn());
        for (DatePicker date : List.of(from, to)) {
            date.setReadOnly(readOnly);
            date.setClearButtonVisible(true);
            date.setLocale(getLocale());
            date.addValueChangeListener(event -> draft.dates(from.getValue(), to.getValue()));
        }
        about.add(from, to);
    }

    /** Both views are drawn from the text, so that going from one to the other loses nothing. */
    private void redraw() {
        written.removeAll();
        if (TEXT.equals(view.getValue())) {
            typed = new TextEditor(book, texts, draft);
            written.add(typed);
        } else {
            builder = new SentenceBuilder(book, texts, draft);
            written.add(builder);
        }
        check();
    }

    private void apply(String corrected) {
        draft.text(corrected);
        redraw();
    }

    private void check() {
        var checked = book.check(draft.ruleSet(), draft.text());
        String called = RuleLines.of(draft.ruleSet(), draft.text()).name().orElse("");
        if (!name.getValue().strip().equals(called)) {
            name.setValue(called);
        }
        problems.removeAll();
        boolean sentences = SENTENCES.equals(view.getValue());
        List<Problem> shown = sentences ? builder.show(checked, this::apply) : checked.problems();
        if (checked.valid()) {
            problems.add(new StatusBadge(StatusBadge.Tone.GOOD, texts.get("rules.valid")));
        } else {
            problems.add(new StatusBadge(StatusBadge.Tone.BAD, texts.get("rules.invalid")));
            problems.add(new ProblemList(shown, true, texts, this::apply));
        }
    }
}
