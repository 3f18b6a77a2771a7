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
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
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
    protected Calls calls;

    /** Someone of that role signs in, in a window of their own. */
    protected void signIn(String username, Role role, UUID person) {
        cleanVaadinEnvironment();
        calls.actAs(username, role, person);
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

    /** Whether a button of this name can be reached. */
    protected boolean offers(String name) {
        return reachable(Button.class).anyMatch(button -> Reading.name(button).equals(name));
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
        assertThat(found).as("links called « %s » in « %s »", name, shown()).hasSize(1);
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
        new Hand(field).put(field instanceof IntegerField ? (Object) Integer.valueOf(value) : value);
        roundTrip();
    }

    /** Gives the field of this label a value of its kind: a date, true for a tick. */
    protected void set(String label, Object value) {
        new Hand(field(Component.class, label)).put(value);
        roundTrip();
    }

    /** Chooses from the list of this label. */
    protected void choose(String label, String option) {
        choose(field(Component.class, label), option);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    protected void choose(Component list, String option) {
        List<String> offered = offered(list, option);
        String chosen = offered.stream()
                .filter(one -> Reading.plain(one).equals(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError("« " + option + " » is not among " + offered));
        switch (list) {
            case Select select -> test((Select<Object>) select).selectItem(chosen);
            case ComboBox box -> test((ComboBox<Object>) box).selectItem(chosen);
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
            default -> throw new IllegalArgumentException(list.getClass().getName());
        };
    }

    /** Chooses from a menu, entry after entry. */
    protected void pick(MenuBar menu, String entry, String... entries) {
        test(MenuBarTester.class, menu).clickItem(entry, entries);
        roundTrip();
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

    private <T extends Component> T named(Class<T> type, String name) {
        List<T> found = reachable(type)
                .filter(component -> Reading.name(component).equals(name))
                .toList();
        assertThat(found)
                .as("%s « %s » in « %s »", type.getSimpleName(), name, shown())
                .isNotEmpty();
        return found.getFirst();
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
