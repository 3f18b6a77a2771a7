package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.Planning;
import fr.educentre.assidu.training.Planning.By;
import fr.educentre.assidu.training.Planning.Row;
import fr.educentre.assidu.training.Planning.Subject;
import fr.educentre.assidu.training.SessionInfo;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The week by group, trainer, room or site; this week first, today marked. What is shown stands in the address. */
@Route(value = "planning", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class PlanningView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Narrower windows get a list of days. */
    private static final int NARROW = 700;

    /** When a half-day begins that a session is dropped on from the other half. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

    private final transient PlanningServices services;
    private final transient Planning planning;
    private final transient SessionActs acts;
    private final transient PlanningWords words;
    private final transient Texts texts;
    private final transient Clock clock;
    private final Select<By> by = new Select<>();
    private final TextField search = new TextField();
    private final H2 week = new H2();
    private final Button otherForm = new Button();
    private final Div place = new Div();
    private final Paragraph help = new Paragraph();
    private final PlanningDayList list;
    private transient PlanningFilter filter;
    private @Nullable PlanningGrid grid;

    PlanningView(PlanningServices services, Planning planning, SessionActs acts, PlanningWords words, Clock clock) {
        this.services = services;
        this.acts = acts;
        this.words = words;
        this.texts = services.texts();
        this.clock = clock;
        this.filter = new PlanningFilter(By.GROUP, today(), "", false);
        this.planning = planning;
        list = new PlanningDayList(planning, words, texts);
        addClassName("assidu-view");
        week.getElement().setAttribute("aria-live", "polite");
        add(choices(), weeks(), place, list);
        help.setText(texts.get("planning.help"));
        add(help);
    }

    private Div choices() {
        by.setLabel(texts.get("planning.by"));
        by.setItems(By.values());
        by.setItemLabelGenerator(value -> texts.get("planning.by." + value));
        by.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.by(change.getValue()));
            }
        });
        search.setLabel(texts.get("planning.search"));
        search.setClearButtonVisible(true);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.holding(change.getValue()));
            }
        });
        var choices = new Div(by, search);
        choices.addClassName("assidu-filters");
        if (acts.acts()) {
            choices.add(new Button(
                    texts.get("planning.new"),
                    VaadinIcon.PLUS.create(),
                    click -> plan(new NewSessionDialog.Place(filter.day(), MORNING, Map.of()))));
        }
        return choices;
    }

    private Div weeks() {
        var before = new Button(
                VaadinIcon.ANGLE_LEFT.create(),
                click -> go(filter.on(filter.day().minusWeeks(1))));
        before.setAriaLabel(texts.get("planning.before"));
        before.setTooltipText(texts.get("planning.before"));
        var now = new Button(texts.get("planning.today"), click -> go(filter.on(today())));
        var after = new Button(
                VaadinIcon.ANGLE_RIGHT.create(),
                click -> go(filter.on(filter.day().plusWeeks(1))));
        after.setAriaLabel(texts.get("planning.after"));
        after.setTooltipText(texts.get("planning.after"));
        otherForm.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        otherForm.addClickListener(click -> go(filter.asList(!filter.list())));
        var weeks = new Div(before, now, after, week, otherForm);
        weeks.addClassNames("assidu-filters", "assidu-planning-weeks");
        return weeks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = PlanningFilter.of(event.getLocation().getQueryParameters(), today(), narrow());
        show();
    }

    private static boolean narrow() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(details -> details.getBodyClientWidth())
                .filter(width -> width > 0 && width < NARROW)
                .isPresent();
    }

    private void go(PlanningFilter other) {
        filter = other;
        show();
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(ui.getActiveViewLocation().getPath(), filter.parameters())));
    }

    private void show() {
        by.setValue(filter.by());
        by.setVisible(!filter.list());
        search.setValue(filter.text());
        week.setText(words.week(filter.week()));
        otherForm.setText(texts.get(filter.list() ? "planning.asWeek" : "planning.asList"));
        place.setVisible(!filter.list());
        help.setVisible(!filter.list() && acts.acts());
        list.setVisible(filter.list());
        if (filter.list()) {
            list.show(filter, today(), this::open, day -> go(filter.on(day)));
        } else {
            showWeek();
        }
    }

    /** The same week is read anew where it stands: whoever reads it keeps their place. */
    private void showWeek() {
        var shown = new PlanningGrid.Shown(filter.week(), today(), planning.taught(filter.week()));
        PlanningGrid before = grid;
        if (before != null && before.shown().equals(shown)) {
            before.getDataProvider().refreshAll();
            return;
        }
        var other = new PlanningGrid(planning, words, texts, new Cells(), shown);
        grid = other;
        place.removeAll();
        place.add(other);
    }

    private void open(SessionInfo session) {
        new PlannedSessionDialog(services, acts, words, session, this::show).open();
    }

    private void plan(NewSessionDialog.Place where) {
        new NewSessionDialog(services, where, planned -> {
                    show();
                    Notification.show(texts.get("manage.kept", planned.title()));
                })
                .open();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SiteTimes.reader()));
    }

    /** What the cells of the week do. */
    private final class Cells implements PlanningGrid.Acts {

        @Override
        public void open(SessionInfo session) {
            PlanningView.this.open(session);
        }

        @Override
        public void plan(Row row, LocalDate day, String half) {
            PlanningView.this.plan(
                    new NewSessionDialog.Place(day, "AM".equals(half) ? MORNING : AFTERNOON, known(row.subject())));
        }

        /** What the row already says of a session in it. */
        private Map<String, Object> known(Subject subject) {
            String id = subject.id().toString();
            return switch (filter.by()) {
                case GROUP -> Map.of("groupId", id);
                case TRAINER -> Map.of("trainerId", id);
                case SITE -> Map.of("siteId", id);
                case ROOM -> {
                    String room = subject.room();
                    yield room == null ? Map.of("siteId", id) : Map.of("siteId", id, "room", room);
                }
            };
        }

        @Override
        public boolean mayMove() {
            return acts.acts();
        }

        @Override
        public boolean mayMove(SessionInfo session) {
            return acts.mayMove(session);
        }

        /** Nothing is moved yet: what it meets there is shown first. */
        @Override
        public void drop(SessionInfo session, Row row, LocalDate day, String half) {
            if (!acts.mayMove(session)) {
                return;
            }
            LocalDateTime start = SessionFields.local(session.startsAt(), session);
            boolean sameHalf = session.halfDay().endsWith(half);
            LocalTime time = sameHalf ? start.toLocalTime() : "AM".equals(half) ? MORNING : AFTERNOON;
            acts.askMove(
                    session,
                    new MoveSessionDialog.Target(
                            day.atTime(time),
                            filter.by() == By.ROOM ? row.subject().room() : null,
                            filter.by() == By.TRAINER
                                    ? new Option(
                                            row.subject().id().toString(),
                                            row.subject().name())
                                    : null),
                    PlanningView.this::show);
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("planning.screen");
    }
}
