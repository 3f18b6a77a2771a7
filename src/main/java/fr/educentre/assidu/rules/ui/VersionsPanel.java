package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The versions of a rule, newest first: who, when, why; what differs between any two. */
class VersionsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient RuleBook book;
    private final transient Texts texts;
    private final transient RuleView rule;
    private final Select<VersionView> from = new Select<>();
    private final Select<VersionView> to = new Select<>();
    private final Div difference = new Div();

    /** @param publish told the version a person asks to publish, null where they may not */
    VersionsPanel(RuleBook book, Texts texts, RuleView rule, @Nullable IntConsumer publish) {
        this.book = book;
        this.texts = texts;
        this.rule = rule;
        addClassName("assidu-editor");
        var list = new OrderedList();
        list.addClassName("assidu-list");
        rule.versions().reversed().forEach(version -> list.add(card(version, publish)));
        add(new Paragraph(texts.get("rules.versions.hint")), list);
        if (rule.versions().size() > 1) {
            add(new H3(texts.get("rules.diff")), choices(), difference);
            compare();
        }
    }

    private ListItem card(VersionView version, @Nullable IntConsumer publish) {
        var title = new Span(texts.get("rules.version.number", version.version()));
        title.addClassName("assidu-card-title");
        var head = new Div(title, RulesView.badge(version.state(), texts));
        head.addClassName("assidu-card-head");
        var card = new ListItem(head);
        card.addClassName("assidu-card");
        card.add(new Div(texts.get(
                "rules.version.written",
                version.writing().author(),
                at(version.writing().createdAt()))));
        if (version.publication().publishedAt() != null) {
            card.add(said(
                    "rules.version.published",
                    version.publication().publishedBy(),
                    version.publication().publishedAt(),
                    version.publication().publishReason()));
        }
        if (version.retirement().retiredAt() != null) {
            card.add(said(
                    "rules.version.retired",
                    version.retirement().retiredBy(),
                    version.retirement().retiredAt(),
                    version.retirement().retireReason()));
        }
        if (version.terms().startsOn() != null || version.terms().endsOn() != null) {
            card.add(new Div(texts.get(
                    "rules.version.dates",
                    version.terms().startsOn() == null
                            ? "…"
                            : ReaderFormats.date(version.terms().startsOn(), getLocale()),
                    version.terms().endsOn() == null
                            ? "…"
                            : ReaderFormats.date(version.terms().endsOn(), getLocale()))));
        }
        var actions = new Div(
                new Anchor("regles/" + rule.id() + "?version=" + version.version(), texts.get("rules.version.open")));
        actions.addClassName("assidu-actions");
        if (publish != null && !version.state().equals("PUBLISHED")) {
            var button = new Button(
                    texts.get(version.state().equals("DRAFT") ? "rules.publish" : "rules.publishAgain"),
                    click -> publish.accept(version.version()));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(button.getText() + ", " + texts.get("rules.version.number", version.version()));
            actions.add(button);
        }
        card.add(actions);
        return card;
    }

    private Div said(String key, @Nullable String by, Instant at, @Nullable String reason) {
        String who = texts.get(key, by == null ? "" : by, at(at));
        return new Div(reason == null || reason.isBlank() ? who : texts.get("rules.version.reason", who, reason));
    }

    private String at(Instant instant) {
        return SiteTimes.at(instant, texts);
    }

    private Div choices() {
        List<VersionView> versions = rule.versions();
        for (Select<VersionView> one : List.of(from, to)) {
            one.setItems(versions);
            one.setItemLabelGenerator(
                    version -> version == null ? "" : texts.get("rules.version.number", version.version()));
            one.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    compare();
                }
            });
        }
        from.setLabel(texts.get("rules.diff.from"));
        to.setLabel(texts.get("rules.diff.to"));
        from.setValue(versions.get(versions.size() - 2));
        to.setValue(versions.getLast());
        var choices = new Div(from, to);
        choices.addClassName("assidu-filters");
        return choices;
    }

    private void compare() {
        difference.removeAll();
        difference.add(new DifferenceView(
                book.difference(
                        rule.id(), from.getValue().version(), to.getValue().version()),
                texts));
    }
}
