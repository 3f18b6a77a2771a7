package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.rules.RuleSettings;
import fr.educentre.assidu.rules.RuleWarnings;
import fr.educentre.assidu.rules.RuleWarnings.Remark;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Rules by set, with what came of them lately and what deserves a look. */
@Route(value = "regles", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class RulesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 30;
    private static final List<String> SETS = List.of("assiduity", "presence", "justification", "completion");

    private final transient RuleBook book;
    private final transient RuleFiles files;
    private final transient RuleWarnings remarks;
    private final transient RuleSettings settings;
    private final transient Texts texts;
    private final transient Map<UUID, RuleWatch.Count> counts;
    private final boolean quality;
    private final boolean settling;
    private final TableList<RuleView> list;
    private final TextField search = new TextField();
    private final Select<String> set = new Select<>();
    private final Checkbox retired = new Checkbox();

    RulesView(
            RuleBook book,
            RuleFiles files,
            RuleWatch watch,
            RuleWarnings remarks,
            RuleSettings settings,
            Texts texts,
            CurrentActor current) {
        this.book = book;
        this.files = files;
        this.remarks = remarks;
        this.settings = settings;
        this.texts = texts;
        this.counts = watch.lately(DAYS);
        var role = current.find().map(Actor::role);
        this.quality = role.filter(Role.QUALITY_MANAGER::equals).isPresent();
        this.settling = quality || role.filter(Role.ADMIN::equals).isPresent();
        addClassName("assidu-view");
        list = new TableList<>(texts, shown(), filters());
        add(actions(), list, remarked());
    }

    private Div actions() {
        var actions = new Div();
        actions.addClassName("assidu-actions");
        if (quality) {
            var create = new Button(texts.get("rules.new"), click -> open(RuleScreen.NEW));
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(
                    create,
                    new Button(
                            texts.get("rules.import"), click -> new ImportDialog(files, texts, this::refresh).open()));
        }
        actions.add(new FileLink(texts.get("rules.export.all"), () -> {
            var file = files.all();
            return new FileLink.Content(file.name(), file.mediaType(), file.bytes());
        }));
        if (settling) {
            var two = new Checkbox(texts.get("rules.twoPersons"), settings.twoPersons());
            two.addValueChangeListener(event -> {
                settings.requireTwoPersons(event.getValue());
                Notification.show(texts.get(event.getValue() ? "rules.twoPersons.on" : "rules.twoPersons.off"));
            });
            actions.add(two);
        }
        return actions;
    }

    private AddressFilters filters() {
        search.setLabel(texts.get("rules.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        set.setLabel(texts.get("rules.set"));
        set.setItems(SETS);
        set.setItemLabelGenerator(one -> texts.get(one == null ? "rules.set.all" : "rules.set." + one));
        set.setEmptySelectionAllowed(true);
        set.setEmptySelectionCaption(texts.get("rules.set.all"));
        retired.setLabel(texts.get("rules.showRetired"));
        return new AddressFilters()
                .words("q", search)
                .value("ensemble", set, one -> one, text -> Optional.of(text).filter(SETS::contains))
                .tick("tous", retired);
    }

    private ListSpec<RuleView> shown() {
        return new ListSpec<>(
                "rules.list",
                getPageTitle(),
                new ListSpec.Name<>(texts.get("rules.name"), RuleView::name, this::named),
                List.of(
                        column("rules.state", rule -> texts.get("rules.state." + state(rule)))
                                .shownAs(rule -> badge(state(rule), texts))
                                .high(),
                        column("rules.set", rule -> texts.get("rules.set." + rule.ruleSet()))
                                .taking(8),
                        column(
                                "rules.column.firings",
                                rule -> figure(rule, String.valueOf(count(rule).firings()))),
                        column(
                                        "rules.column.learners",
                                        rule -> figure(
                                                rule, String.valueOf(count(rule).learners())))
                                .taking(8),
                        column(
                                        "rules.column.returned",
                                        rule -> figure(
                                                rule,
                                                ReaderFormats.percent(
                                                        count(rule).returnedShare(), texts.language())))
                                .low()),
                ListSpec.Actions.none(),
                this::page);
    }

    private TableColumn<RuleView> column(String key, Function<RuleView, String> text) {
        return TableColumn.of(key.replaceFirst(".*\\.", ""), texts.get(key), text);
    }

    private RuleWatch.Count count(RuleView rule) {
        return counts.getOrDefault(rule.id(), RuleWatch.Count.NONE);
    }

    /** Only assiduity rules fire. */
    private static String figure(RuleView rule, String value) {
        return rule.ruleSet().equals("assiduity") ? value : "–";
    }

    private Component named(RuleView rule) {
        var name = new Anchor("regles/" + rule.id(), rule.name());
        name.addClassName("assidu-card-title");
        var shown = new Div(name);
        rule.shown().ifPresent(version -> {
            if (!version.terms().purpose().isEmpty()) {
                var purpose = new Div(version.terms().purpose());
                purpose.addClassName("assidu-muted");
                shown.add(purpose);
            }
            if (!version.terms().tags().isEmpty()) {
                var tags = new Div(String.join(" · ", version.terms().tags()));
                tags.addClassName("assidu-muted");
                shown.add(tags);
            }
        });
        return shown;
    }

    private Div remarked() {
        List<Remark> all = remarks.all();
        var shown = new Div();
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("assidu-list");
            for (Remark remark : all) {
                var item = new ListItem(
                        new StatusBadge(StatusBadge.Tone.NOTICE, texts.get("rules.remark.label." + remark.kind())),
                        new Span(" "),
                        new Anchor("regles/" + remark.ruleId(), remark.ruleName()),
                        new Span(texts.get("shell.then", remark.text())));
                list.add(item);
            }
            shown.add(new H2(texts.get("rules.remarks")), list);
        }
        return shown;
    }

    private void refresh() {
        list.refresh();
    }

    private PageOf<RuleView> page(int page, int size) {
        String words = search.getValue().toLowerCase(Locale.FRENCH).strip();
        List<RuleView> found = book.all().stream()
                .filter(rule -> rule.live() || retired.getValue())
                .filter(rule -> set.getValue() == null || rule.ruleSet().equals(set.getValue()))
                .filter(rule -> words.isEmpty() || says(rule, words))
                .sorted(Comparator.comparingInt((RuleView rule) -> SETS.indexOf(rule.ruleSet()))
                        .thenComparing(NameOrder.by(RuleView::name)))
                .toList();
        return new PageOf<>(found.stream().skip((long) page * size).limit(size).toList(), page, size, found.size());
    }

    private static boolean says(RuleView rule, String words) {
        String all = rule.name() + " "
                + rule.shown()
                        .map(one -> one.terms().purpose() + " "
                                + String.join(" ", one.terms().tags()) + " " + one.text())
                        .orElse("");
        return all.toLowerCase(Locale.FRENCH).contains(words);
    }

    /** Addresses of before named the rule in a parameter. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("regle")
                .ifPresent(id -> event.forwardTo(RuleScreen.class, new RouteParameters("rule", id)));
        list.read(event.getLocation().getQueryParameters());
    }

    private static void open(String rule) {
        UI.getCurrent().navigate(RuleScreen.class, new RouteParameters("rule", rule));
    }

    private static String state(RuleView rule) {
        if (rule.text() != null) {
            return "PUBLISHED";
        }
        return rule.live() && rule.versions().stream().map(VersionView::state).anyMatch("DRAFT"::equals)
                ? "DRAFT"
                : "RETIRED";
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
