package fr.educentre.assidu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ui.MainLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Screens tried without a browser: opened by their address, read as a person reads them, worked by the names of their
 * buttons and fields. What is behind an open dialog cannot be reached.
 */
@AssiduIT
@ViewPackages(packages = "fr.educentre.assidu")
public abstract class ViewTest extends SpringBrowserlessTest {

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected MutableClock clock;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    protected Calls calls;

    /** Someone of that role signs in, in a window of their own. */
    protected void signIn(String username, Role role, UUID person) {
        cleanVaadinEnvironment();
        calls.actAs(username, role, person);
        initVaadinEnvironment();
    }

    /** Whoever has signed in chose English: the frame of the screens is drawn anew, as when a page is loaded. */
    protected void chooseEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        for (String frame : beans.getBeanNamesForType(MainLayout.class)) {
            beans.destroyScopedBean(frame);
        }
        UI.getCurrent().refreshCurrentRoute(true);
    }

    /** Nobody has signed in, in a window of their own. */
    protected void signedOut() {
        cleanVaadinEnvironment();
        Calls.actAsVisitor();
        initVaadinEnvironment();
    }

    /** Follows an address of the application. */
    protected void open(String address) {
        var location = new Location(address.replaceFirst("^/", ""));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        roundTrip();
    }

    /** The screen that is open, if the visitor was let in anywhere. */
    protected Optional<HasElement> screen() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .findFirst();
    }

    /** All that can be read on the screen and in the dialogs over it. */
    protected String shown() {
        roundTrip();
        return Reading.of(UI.getCurrent());
    }

    /** All that can be read or is read out on the screen, the title of the page included. */
    protected List<String> saidOrShown() {
        String shown = shown();
        return Stream.of(
                        Reading.within(UI.getCurrent()).flatMap(Reading::said),
                        shown.lines(),
                        Stream.of(UI.getCurrent().getInternals().getTitle()))
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    /** All that can be read in the dialog on top. */
    protected String dialog() {
        roundTrip();
        return Reading.of(dialogs().getLast());
    }

    /** The rows of the grids that can be reached, the cells of each beside one another. */
    protected List<String> rows() {
        return reachable(Grid.class)
                .flatMap(grid -> Reading.rows(grid).stream())
                .toList();
    }

    /** What the screen said last in passing. */
    protected String notice() {
        roundTrip();
        List<Notification> notices = Reading.within(UI.getCurrent())
                .filter(Notification.class::isInstance)
                .map(Notification.class::cast)
                .toList();
        assertThat(notices).as("notices").isNotEmpty();
        return Reading.of(notices.getLast());
    }

    /** Presses the button of this name, or answers the question that is asked. */
    protected void click(String name) {
        roundTrip();
        if (!dialogs().isEmpty() && dialogs().getLast() instanceof ConfirmDialog question) {
            answer(question, name);
        } else {
            new Hand(button(name)).click();
        }
        roundTrip();
    }

    /** Presses the button of this name on the row that holds these words. */
    protected void press(String name, String row) {
        roundTrip();
        Button found = reachable(Grid.class)
                .flatMap(grid -> GridCells.rowWith((Grid<?>) grid, row).stream())
                .flatMap(cell -> cell.component().stream())
                .flatMap(Reading::within)
                .filter(one -> one instanceof Button && Reading.name(one).contains(name))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("« " + name + " » is not on the row of « " + row + " »"));
        new Hand(found).click();
        roundTrip();
    }

    private void answer(ConfirmDialog question, String name) {
        var element = question.getElement();
        if (name.equals(Reading.plain(element.getProperty("confirmText", "")))) {
            test(question).confirm();
        } else if (name.equals(Reading.plain(element.getProperty("cancelText", "")))) {
            test(question).cancel();
        } else {
            throw new AssertionError("« " + name + " » is no answer to « " + Reading.of(question) + " »");
        }
    }

    protected Button button(String name) {
        return named(Button.class, name);
    }

    /** Whether a button whose name holds these words can be reached. */
    protected boolean offers(String name) {
        return reachable(Button.class).anyMatch(button -> Reading.name(button).contains(name));
    }

    /** Follows the link of this name to another screen. */
    protected void follow(String name) {
        open(link(name));
    }

    /** The address of the link of this name. */
    protected String link(String name) {
        List<String> found = reachable(Component.class)
                .filter(component -> component instanceof Anchor || component instanceof RouterLink)
                .filter(component -> Reading.name(component).equals(name))
                .map(component -> component.getElement().getAttribute("href"))
                .distinct()
                .toList();
        assertThat(found).as("links called « %s »", name).hasSize(1);
        return found.getFirst();
    }

    /** The field of this label. */
    protected <T extends Component> T field(Class<T> type, String label) {
        List<T> found = fields(type, label);
        assertThat(found)
                .as("%s « %s » in « %s »", type.getSimpleName(), label, shown())
                .hasSize(1);
        return found.getFirst();
    }

    protected <T extends Component> List<T> fields(Class<T> type, String label) {
        return reachable(type)
                .filter(field -> Stream.of("label", "accessibleName")
                                .anyMatch(
                                        name -> Reading.plain(field.getElement().getProperty(name, ""))
                                                .equals(label))
                        || Reading.plain(java.util.Objects.toString(
                                        field.getElement().getAttribute("aria-label"), ""))
                                .equals(label))
                .toList();
    }

    /** Types into the field of this label and leaves it. */
    protected void fill(String label, String value) {
        fill(field(Component.class, label), value);
    }

    protected void fill(Component field, String value) {
        new Hand(field)
                .put(
                        switch (field) {
                            case IntegerField number -> Integer.valueOf(value);
                            case NumberField number -> Double.valueOf(value);
                            default -> value;
                        });
        roundTrip();
    }

    /** Gives the field of this label a value of its kind: a date, true for a tick. */
    protected void set(String label, Object value) {
        new Hand(field(Component.class, label)).put(value);
        roundTrip();
    }

    /** Chooses from the list of this label the option that says so: all of it, or else the first that holds the words. */
    protected void choose(String label, String option) {
        choose(field(Component.class, label), option);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    protected void choose(Component list, String option) {
        List<String> offered = offered(list, option);
        String chosen = offered.stream()
                .filter(one -> Reading.plain(one).equals(option))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(one -> Reading.plain(one).contains(option))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("« " + option + " » is not among " + offered));
        switch (list) {
            case Select select -> test((Select<Object>) select).selectItem(chosen);
            case ComboBox box -> test((ComboBox<Object>) box).selectItem(chosen);
            case RadioButtonGroup group ->
                test((RadioButtonGroup<Object>) group).selectItem(chosen);
            default -> throw new IllegalArgumentException(list.getClass().getName());
        }
        roundTrip();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<String> offered(Component list, String typed) {
        return switch (list) {
            case Select select -> test((Select<Object>) select).getSuggestions();
            case ComboBox box -> {
                var tester = test((ComboBox<Object>) box);
                tester.setFilter(typed);
                yield tester.getSuggestions();
            }
            case RadioButtonGroup group ->
                group.getListDataView()
                        .getItems()
                        .map(item -> group.getItemLabelGenerator().apply(item))
                        .toList();
            default -> throw new IllegalArgumentException(list.getClass().getName());
        };
    }

    /** Opens the menu and takes the entry that says so. */
    protected void pick(MenuBar menu, String entry) {
        var entries = menu.getItems().getFirst().getSubMenu().getItems();
        int place = IntStream.range(0, entries.size())
                .filter(i -> Reading.name(entries.get(i)).contains(entry))
                .findFirst()
                .orElseThrow(() -> new AssertionError("« " + entry + " » is not in the menu"));
        test(MenuBarTester.class, menu).clickItem(0, place);
        roundTrip();
    }

    /** The parts of what can be reached that bear this class of the style sheet. */
    protected List<Component> styled(String className) {
        return reachable(Component.class)
                .filter(one -> one.getElement().getClassList().contains(className))
                .toList();
    }

    protected <T extends Component> T within(Component place, Class<T> type) {
        return Reading.within(place)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in « " + read(place) + " »"));
    }

    /** What a person could read of a part of the screen. */
    protected String read(Component part) {
        return Reading.of(part);
    }

    /** Opens the part of the screen that shows only its title at first. */
    protected void unfold(String title) {
        Details details = reachable(Details.class)
                .filter(one -> Reading.plain(one.getSummaryText()).equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no « " + title + " » in « " + shown() + " »"));
        details.setOpened(true);
        roundTrip();
    }

    /** Drops a file where files are taken. */
    protected void drop(String file, String content) {
        drop(file, content.getBytes(StandardCharsets.UTF_8));
    }

    protected void drop(String file, byte[] content) {
        List<Upload> places = reachable(Upload.class).toList();
        assertThat(places).as("places for files").hasSize(1);
        test(places.getFirst()).upload(file, "text/plain", content);
        roundTrip();
    }

    /** Called exactly so, or else the first whose name holds the words. */
    private <T extends Component> T named(Class<T> type, String name) {
        List<T> all = reachable(type).toList();
        return all.stream()
                .filter(one -> Reading.name(one).equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> Reading.name(one).contains(name))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("« " + name + " » is not among "
                        + all.stream().map(Reading::name).toList()));
    }

    /** What the dialog on top holds; without a dialog, what the window does. */
    protected <T extends Component> Stream<T> reachable(Class<T> type) {
        roundTrip();
        List<Component> dialogs = dialogs();
        Component place = dialogs.isEmpty() ? UI.getCurrent() : dialogs.getLast();
        return Reading.within(place).filter(type::isInstance).map(type::cast);
    }

    /** The dialogs that are open, the one on top last. */
    protected List<Component> dialogs() {
        return Reading.within(UI.getCurrent())
                .filter(component -> component instanceof Dialog dialog && dialog.isOpened()
                        || component instanceof ConfirmDialog question && question.isOpened())
                .toList();
    }
}
