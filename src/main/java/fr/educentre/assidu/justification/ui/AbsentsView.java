package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.HalfDay;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.shell.ui.LiveScreen;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.GroupInfo;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is missing on a day, half-day by half-day, and what was done about it; the day and the group stand in the address. */
@Route(value = AbsentsView.PATH, layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT"})
class AbsentsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "absents";

    private static final long serialVersionUID = 1L;

    /** More would be long to draw and to read: a group narrows them down, and the file has all. */
    private static final int SHOWN = 100;

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final transient Texts texts;
    private final transient AbsentPeople absents;
    private final transient AbsentActs acts;
    private final DatePicker day;
    private final ComboBox<GroupInfo> group = new ComboBox<>();
    private final Div list = new Div();
    private transient List<AbsentPerson> people = List.of();
    private boolean reading;

    AbsentsView(Texts texts, AbsentPeople absents, AbsentActs acts) {
        this.texts = texts;
        this.absents = absents;
        this.acts = acts;
        day = LocalizedParts.datePicker(texts);
        addClassName("assidu-view");
        day.setLabel(texts.get("justification.absents.day"));
        day.addValueChangeListener(change -> chosen());
        group.setLabel(texts.get("justification.absences.group"));
        group.setPlaceholder(texts.get("justification.absents.group.all"));
        group.setItems(acts.groups());
        group.setItemLabelGenerator(GroupInfo::name);
        group.setClearButtonVisible(true);
        group.addValueChangeListener(change -> chosen());
        var filters = new Div(
                day,
                new Button(texts.get("shell.date.today"), click -> day.setValue(acts.today())),
                group,
                new FileLink(texts.get("justification.absents.csv"), () -> file().csv()),
                new FileLink(texts.get("justification.absents.xlsx"), () -> file().xlsx()));
        filters.addClassName("assidu-filters");
        list.addClassName("assidu-absents");
        add(filters, list);
        LiveScreen.follow(this, EVERY, this::refresh);
    }

    private AbsentsFile file() {
        return new AbsentsFile(texts, day.getValue(), read());
    }

    private void chosen() {
        if (reading) {
            return;
        }
        Map<String, String> parameters = new HashMap<>();
        if (day.getValue() != null && !day.getValue().equals(acts.today())) {
            parameters.put("jour", day.getValue().toString());
        }
        if (group.getValue() != null) {
            parameters.put("groupe", group.getValue().id().toString());
        }
        getUI().ifPresent(ui -> ui.navigate(AbsentsView.class, QueryParameters.simple(parameters)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        reading = true;
        day.setValue(
                parameters.getSingleParameter("jour").flatMap(AbsentsView::day).orElseGet(acts::today));
        group.setValue(parameters
                .getSingleParameter("groupe")
                .flatMap(id -> group.getListDataView()
                        .getItems()
                        .filter(one -> one.id().toString().equals(id))
                        .findFirst())
                .orElse(null));
        reading = false;
        people = read();
        show();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(PlausibleDays.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<AbsentPerson> read() {
        UUID only = group.getValue() == null ? null : group.getValue().id();
        return absents.on(day.getValue(), only);
    }

    private boolean refresh() {
        List<AbsentPerson> now = read();
        if (now.equals(people)) {
            return false;
        }
        people = now;
        show();
        return true;
    }

    private void show() {
        list.removeAll();
        var count = new Paragraph(texts.get(
                "justification.absents.count",
                people.size(),
                people.stream().filter(AbsentPerson::toCall).count()));
        count.getElement().setAttribute("aria-live", "polite");
        list.add(count);
        if (people.size() >= AbsentPeople.MOST) {
            list.add(new Paragraph(texts.get("justification.absents.most", AbsentPeople.MOST)));
        }
        for (HalfDay half : HalfDay.values()) {
            list.add(half(half));
        }
    }

    private Component half(HalfDay half) {
        List<AbsentPerson> missing =
                people.stream().filter(one -> one.halfDay() == half).toList();
        var title = new H2(texts.get(
                "justification.absents.half.count", texts.get("justification.absents.half." + half), missing.size()));
        var part = new Div(title);
        if (missing.isEmpty()) {
            part.add(new EmptyState(
                    texts.get("justification.absents.empty"), texts.get("justification.absents.empty.text")));
            return part;
        }
        var cards = new UnorderedList();
        cards.addClassNames("assidu-list", "assidu-absent-list");
        var done = acts.of(day.getValue(), this::refresh);
        missing.stream().limit(SHOWN).forEach(person -> cards.add(new AbsentCard(texts, person, done)));
        part.add(cards);
        if (missing.size() > SHOWN) {
            part.add(new Paragraph(texts.get("justification.absents.more", missing.size() - SHOWN)));
        }
        return part;
    }

    @Override
    public String getPageTitle() {
        return texts.get("justification.absents.title");
    }
}
