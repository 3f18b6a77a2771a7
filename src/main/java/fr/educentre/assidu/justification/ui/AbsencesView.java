package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.AbsenceQueries;
import fr.educentre.assidu.justification.internal.AbsenceQueries.Item;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.training.ui.SessionActs;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Absences that wait: without a justification, by learner and deadline, and those under review. */
@Route(value = "absences", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class AbsencesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 500;

    private final transient Texts texts;
    private final transient AbsenceQueries absences;
    private final transient JustifyOnBehalf justify;
    private final transient SessionActs acts;
    private final transient CurrentActor current;
    private final Select<JustificationState> state = new Select<>();
    private final Grid<Item> grid = new Grid<>();

    AbsencesView(
            Texts texts, AbsenceQueries absences, JustifyOnBehalf justify, SessionActs acts, CurrentActor current) {
        this.texts = texts;
        this.acts = acts;
        this.absences = absences;
        this.justify = justify;
        this.current = current;
        addClassName("assidu-view");
        state.setLabel(texts.get("justification.absences.filter"));
        state.setItems(JustificationState.TO_JUSTIFY, JustificationState.UNDER_REVIEW);
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("justification.absences.all"));
        state.setItemLabelGenerator(one ->
                one == null ? texts.get("justification.absences.all") : texts.get("justification.absence." + one));
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(
                        AbsencesView.class,
                        change.getValue() == null
                                ? QueryParameters.empty()
                                : QueryParameters.simple(
                                        Map.of("etat", change.getValue().name()))));
            }
        });
        var filters = new Div(state);
        filters.addClassName("assidu-filters");
        columns();
        add(filters, grid);
    }

    private void columns() {
        grid.addComponentColumn(item -> new Anchor(
                        "apprenants/" + item.learner().id(), item.learner().name()))
                .setHeader(texts.get("justification.absences.column.learner"))
                .setAutoWidth(true);
        grid.addComponentColumn(item -> new Anchor(
                        "seances/" + item.session().id(), item.session().title()))
                .setHeader(texts.get("justification.absences.column.session"))
                .setWidth("14rem")
                .setFlexGrow(2);
        grid.addColumn(item ->
                        SiteTimes.at(item.session().startsAt(), item.session().zone(), texts))
                .setHeader(texts.get("justification.absences.column.when"))
                .setAutoWidth(true);
        grid.addColumn(item -> ReaderFormats.duration(item.absence().missed().missingMinutes()))
                .setHeader(texts.get("justification.absences.column.missing"))
                .setAutoWidth(true);
        grid.addComponentColumn(item -> badge(item.absence().state()))
                .setHeader(texts.get("justification.absences.column.state"))
                .setAutoWidth(true);
        grid.addColumn(item ->
                        SiteTimes.at(item.absence().deadline(), item.session().zone(), texts))
                .setHeader(texts.get("justification.absences.column.deadline"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::actions)
                .setHeader(texts.get("justification.absences.column.actions"))
                .setAutoWidth(true);
        grid.setEmptyStateComponent(new EmptyState(
                texts.get("justification.absences.empty.title"), texts.get("justification.absences.empty.text")));
        grid.setHeight("70vh");
    }

    private Div actions(Item item) {
        var actions = new Div();
        actions.addClassName("assidu-filters");
        boolean onBehalf = current.get().is(Role.QUALITY_MANAGER, Role.REFERENT)
                && item.absence().state() == JustificationState.TO_JUSTIFY;
        if (onBehalf) {
            var button = new Button(
                    texts.get("justification.absences.justify"), click -> justify.open(item.learner(), this::refresh));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(button);
        }
        acts.catchUp(item.session(), item.learner().id(), this::refresh).ifPresent(actions::add);
        return actions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("etat")
                .flatMap(name -> Arrays.stream(JustificationState.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst())
                .orElse(null));
        refresh();
    }

    private void refresh() {
        @Nullable JustificationState asked = state.getValue();
        grid.setItems(absences.of(current.get(), asked, null, null, 0, SHOWN).items().stream()
                .sorted(NameOrder.<Item>by(item -> item.learner().lastName())
                        .thenComparing(NameOrder.by(item -> item.learner().firstName()))
                        .thenComparing(item -> item.learner().id())
                        .thenComparing(item -> item.absence().deadline()))
                .toList());
    }

    private StatusBadge badge(JustificationState one) {
        Tone tone = switch (one) {
            case TO_JUSTIFY -> Tone.NOTICE;
            case UNDER_REVIEW -> Tone.WAITING;
            case JUSTIFIED -> Tone.GOOD;
            case UNJUSTIFIED -> Tone.BAD;
        };
        return new StatusBadge(tone, texts.get("justification.absence." + one));
    }

    @Override
    public String getPageTitle() {
        return texts.get("justification.menu.absences");
    }
}
