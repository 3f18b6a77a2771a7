package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Rules by set; one of them open to be read, tuned, checked and published. */
@Route(value = "regles", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class RulesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String RULE = "regle";
    private static final List<String> SETS = List.of("assiduity", "presence", "justification", "completion");

    private final transient RuleBook book;
    private final transient Texts texts;
    private final boolean writable;
    private final Grid<RuleView> grid = new Grid<>();
    private final Div open = new Div();

    RulesView(RuleBook book, Texts texts, CurrentActor current) {
        this.book = book;
        this.texts = texts;
        this.writable = current.find()
                .map(Actor::role)
                .filter(Role.QUALITY_MANAGER::equals)
                .isPresent();
        addClassName("assidu-view");
        grid.addColumn(rule -> texts.get("rules.set." + rule.ruleSet()))
                .setHeader(texts.get("rules.set"))
                .setAutoWidth(true);
        grid.addColumn(RuleView::name)
                .setHeader(texts.get("rules.name"))
                .setWidth("18rem")
                .setFlexGrow(2);
        grid.addComponentColumn(rule -> badge(state(rule), texts))
                .setHeader(texts.get("rules.state"))
                .setAutoWidth(true);
        grid.addColumn(rule -> rule.versions().size())
                .setHeader(texts.get("rules.versions"))
                .setAutoWidth(true);
        grid.setAllRowsVisible(true);
        grid.asSingleSelect().addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                UI.getCurrent()
                        .navigate(
                                RulesView.class,
                                QueryParameters.of(RULE, event.getValue().id().toString()));
            }
        });
        if (writable) {
            add(new Button(texts.get("rules.new"), click -> create()));
        }
        add(grid, open);
        refresh();
    }

    private void refresh() {
        grid.setItems(book.all().stream()
                .sorted(java.util.Comparator.comparingInt((RuleView r) -> SETS.indexOf(r.ruleSet()))
                        .thenComparing(RuleView::name))
                .toList());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(RULE)
                .orElse("");
        book.all().stream()
                .filter(rule -> rule.id().toString().equals(asked))
                .findFirst()
                .ifPresentOrElse(this::show, open::removeAll);
    }

    private void show(RuleView rule) {
        String text = rule.text() != null
                ? rule.text()
                : rule.versions().isEmpty() ? "" : rule.versions().getLast().text();
        open.removeAll();
        open.add(new RuleEditor(book, texts, rule, rule.ruleSet(), text, writable, this::changed));
        if (writable && "assiduity".equals(rule.ruleSet())) {
            open.add(new Anchor("regles/rejouer?regle=" + rule.id(), texts.get("rules.replay")));
        }
    }

    private void create() {
        open.removeAll();
        open.add(new RuleEditor(book, texts, null, "assiduity", texts.get("rules.template"), true, this::changed));
    }

    private void changed(RuleView rule) {
        refresh();
        show(rule);
    }

    private static String state(RuleView rule) {
        return rule.text() != null
                ? "PUBLISHED"
                : rule.versions().stream().map(VersionView::state).anyMatch("DRAFT"::equals) ? "DRAFT" : "RETIRED";
    }

    static StatusBadge badge(String state, Texts texts) {
        var tone = switch (state) {
            case "PUBLISHED" -> StatusBadge.Tone.GOOD;
            case "DRAFT" -> StatusBadge.Tone.WAITING;
            default -> StatusBadge.Tone.NEUTRAL;
        };
        return new StatusBadge(tone, texts.get("rules.state." + state));
    }

    @Override
    public String getPageTitle() {
        return texts.get("rules.menu");
    }
}
