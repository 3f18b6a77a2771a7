package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.Figures;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule: its sentences with fields in their blanks, the same as text, its versions. */
class RuleEditor extends Div {

    private static final long serialVersionUID = 1L;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final transient RuleBook book;
    private final transient Texts texts;
    private final transient @Nullable RuleView rule;
    private final String ruleSet;
    private final boolean writable;
    private final transient Consumer<RuleView> saved;
    private final Div sentences = new Div();
    private final TextArea text = new TextArea();
    private final Div problems = new Div();

    RuleEditor(
            RuleBook book,
            Texts texts,
            @Nullable RuleView rule,
            String ruleSet,
            String start,
            boolean writable,
            Consumer<RuleView> saved) {
        this.book = book;
        this.texts = texts;
        this.rule = rule;
        this.ruleSet = ruleSet;
        this.writable = writable;
        this.saved = saved;
        add(new H2(rule == null ? texts.get("rules.new") : rule.name()));
        text.setLabel(texts.get("rules.text"));
        text.setWidthFull();
        text.setReadOnly(!writable);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show(event.getValue());
            }
        });
        problems.getElement().setAttribute("aria-live", "polite");
        show(start);
        add(sentences, new Details(texts.get("rules.asText"), text), problems);
        if (writable) {
            add(buttons());
        }
        if (rule != null) {
            add(versions(rule));
        }
    }

    private void show(String value) {
        text.setValue(value);
        sentences.removeAll();
        var fields = new SentenceFields[1];
        fields[0] = new SentenceFields(book.pieces(ruleSet, value), !writable, () -> text.setValue(fields[0].text()));
        sentences.add(fields[0]);
    }

    private HorizontalLayout buttons() {
        var check = new Button(texts.get("rules.check"), click -> check());
        var save = new Button(texts.get("rules.saveDraft"), click -> attempt(this::save, "rules.saved"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new HorizontalLayout(check, save);
    }

    private boolean check() {
        var checked = book.check(ruleSet, text.getValue());
        problems.removeAll();
        if (checked.valid()) {
            problems.add(new StatusBadge(StatusBadge.Tone.GOOD, texts.get("rules.valid")));
            return true;
        }
        var list = new UnorderedList();
        checked.problems()
                .forEach(problem -> list.add(new ListItem(texts.get("rules.line", problem.line()) + " "
                        + problem.message() + " " + problem.suggestion())));
        problems.add(new StatusBadge(StatusBadge.Tone.BAD, texts.get("rules.invalid")), list);
        return false;
    }

    private RuleView save() {
        return rule == null ? book.create(ruleSet, text.getValue()) : book.draft(rule.id(), text.getValue());
    }

    private void attempt(Supplier<RuleView> work, String done) {
        if (done.equals("rules.saved") && !check()) {
            return;
        }
        try {
            var changed = work.get();
            Notification.show(texts.get(done));
            saved.accept(changed);
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private Div versions(RuleView rule) {
        var grid = new Grid<VersionView>();
        grid.addColumn(VersionView::version)
                .setHeader(texts.get("rules.version"))
                .setAutoWidth(true);
        grid.addComponentColumn(version -> RulesView.badge(version.state(), texts))
                .setHeader(texts.get("rules.state"))
                .setAutoWidth(true);
        grid.addColumn(version -> version.publishedAt() == null
                        ? version.author() + ", " + Figures.dateTime(version.createdAt(), ZONE, getLocale())
                        : version.publishedBy() + ", " + Figures.dateTime(version.publishedAt(), ZONE, getLocale()))
                .setHeader(texts.get("rules.by"))
                .setFlexGrow(1);
        grid.addComponentColumn(version -> actions(rule, version)).setAutoWidth(true);
        grid.setItems(rule.versions().reversed());
        grid.setAllRowsVisible(true);
        return new Div(new H2(texts.get("rules.versions")), new Paragraph(texts.get("rules.versions.hint")), grid);
    }

    private HorizontalLayout actions(RuleView rule, VersionView version) {
        var row = new HorizontalLayout(new Button(texts.get("rules.read"), click -> show(version.text())));
        if (writable && !version.state().equals("PUBLISHED")) {
            String label = version.state().equals("DRAFT") ? "rules.publish" : "rules.publishAgain";
            row.add(new Button(
                    texts.get(label),
                    click -> attempt(() -> book.publish(rule.id(), version.version()), "rules.published")));
        } else if (writable && rule.ruleSet().equals("assiduity")) {
            row.add(new Button(
                    texts.get("rules.retire"), click -> attempt(() -> book.retire(rule.id()), "rules.retired")));
        }
        return row;
    }
}
