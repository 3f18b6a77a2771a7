package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.AbsenceQueries;
import fr.educentre.assidu.justification.internal.AbsenceQueries.Item;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.ui.SessionActs;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Absences that wait: without a justification, by learner and deadline, and those under review. */
@Route(value = "absences", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class AbsencesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient AbsenceQueries absences;
    private final transient JustifyOnBehalf justify;
    private final transient SessionActs acts;
    private final transient CurrentActor current;
    private final Select<JustificationState> state = new Select<>();
    private final TableList<Item> list;

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
        list = new TableList<>(texts, shown(), new AddressFilters().choice("etat", state, JustificationState.class));
        add(list);
    }

    private ListSpec<Item> shown() {
        return new ListSpec<>(
                "justification.absences",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("justification.absences.column.learner"),
                        item -> item.learner().name(),
                        item -> new Anchor(
                                "apprenants/" + item.learner().id(),
                                item.learner().name())),
                List.of(
                        column("session", item -> item.session().title())
                                .shownAs(item -> new Anchor(
                                        "seances/" + item.session().id(),
                                        item.session().title()))
                                .taking(10)
                                .high(),
                        column(
                                        "when",
                                        item -> SiteTimes.at(
                                                item.session().startsAt(),
                                                item.session().zone(),
                                                texts))
                                .taking(9),
                        column(
                                        "missing",
                                        item -> ReaderFormats.duration(
                                                item.absence().missed().missingMinutes()))
                                .taking(5)
                                .low(),
                        column(
                                        "state",
                                        item -> texts.get("justification.absence."
                                                + item.absence().state()))
                                .shownAs(item -> badge(item.absence().state()))
                                .taking(9),
                        column(
                                        "deadline",
                                        item -> SiteTimes.at(
                                                item.absence().deadline(),
                                                item.session().zone(),
                                                texts))
                                .taking(9)
                                .high()),
                new ListSpec.Actions<>(12, texts.get("justification.absences.column.actions"), this::actions),
                (page, size) -> absences.byLearner(current.get(), state.getValue(), page, size));
    }

    private TableColumn<Item> column(String key, Function<Item, String> text) {
        return TableColumn.of(key, texts.get("justification.absences.column." + key), text);
    }

    private List<Component> actions(Item item) {
        List<Component> actions = new ArrayList<>();
        boolean onBehalf = current.get().is(Role.QUALITY_MANAGER, Role.REFERENT)
                && item.absence().state() == JustificationState.TO_JUSTIFY;
        if (onBehalf) {
            var button = new Button(
                    texts.get("justification.absences.justify"), click -> justify.open(item.learner(), list::refresh));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(button);
        }
        acts.catchUp(item.session(), item.learner().id(), list::refresh).ifPresent(actions::add);
        return actions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation().getQueryParameters());
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
