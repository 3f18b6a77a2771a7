package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.rules.RuleGroups;
import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.rules.RuleLines.Place;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How facts go together, by choices: what joins them, what turns them over, which are in a list. */
class ConditionTools {

    private final Texts texts;
    /** As they are when something is chosen: a blank may have been filled since. */
    private final Supplier<RuleLines> lines;

    private final Consumer<RuleLines> changed;

    ConditionTools(Texts texts, Supplier<RuleLines> lines, Consumer<RuleLines> changed) {
        this.texts = texts;
        this.lines = lines;
        this.changed = changed;
    }

    private RuleGroups groups() {
        return RuleGroups.of(lines.get());
    }

    /** Nothing joins the first of a place, nor the facts of a list. */
    Optional<Component> joining(Line line) {
        boolean first = lines.get().in(line.place()).getFirst().number() == line.number();
        boolean period = line.place() == Place.SCOPE && line.lead().isBlank();
        if (first || period || RuleGroups.item(line)) {
            return Optional.empty();
        }
        var joining = new Select<String>();
        joining.setItems("et", "ou");
        joining.setItemLabelGenerator(word -> texts.get("rules.joining." + word));
        joining.setValue(!line.joining().isEmpty() ? line.joining() : line.place() == Place.EXCEPTION ? "ou" : "et");
        joining.setAriaLabel(texts.get("rules.joining"));
        joining.setWidth("8.5rem");
        joining.addValueChangeListener(event -> changed.accept(lines.get().joined(line.number(), event.getValue())));
        return Optional.of(joining);
    }

    Component negating(Line line) {
        var not = new Checkbox(texts.get("rules.negated"), line.negated());
        not.addValueChangeListener(event -> changed.accept(lines.get().negated(line.number(), event.getValue())));
        return not;
    }

    /** Whether one of the list's facts is enough. */
    Component list(Line opener) {
        var kind = new Select<Boolean>();
        kind.setItems(false, true);
        kind.setItemLabelGenerator(all -> texts.get("rules.list." + all));
        kind.setValue(RuleGroups.opensAll(opener));
        kind.setAriaLabel(texts.get("rules.list"));
        kind.setWidth("15rem");
        kind.addValueChangeListener(event -> changed.accept(groups().requiringAll(opener.number(), event.getValue())));
        return kind;
    }

    Component grouping(Line fact) {
        var bar = LocalizedParts.menuBar(texts);
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        var root = bar.addItem(texts.get("rules.group"));
        root.setAriaLabel(texts.get("rules.group.line", fact.sentence()));
        SubMenu menu = root.getSubMenu();
        if (RuleGroups.item(fact)) {
            offer(menu, "rules.group.out", () -> groups().out(fact.number()));
        } else {
            offer(menu, "rules.group.any", () -> groups().wrapped(fact.number(), false));
            offer(menu, "rules.group.all", () -> groups().wrapped(fact.number(), true));
            if (groups().listAbove(fact).isPresent()) {
                offer(menu, "rules.group.above", () -> groups().joinedAbove(fact.number()));
            }
        }
        return bar;
    }

    private void offer(SubMenu menu, String text, Supplier<RuleLines> change) {
        menu.addItem(texts.get(text), click -> changed.accept(change.get()));
    }
}
