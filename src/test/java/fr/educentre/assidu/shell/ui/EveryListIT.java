package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.RouteData;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every list of every screen is one and the same part, and has all that such a part has: how many rows there are, the rows as a
 * file, filters in the address, what can be done in sight, cards on a phone. A grid that is no list says so here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryListIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-05-11T08:00:00Z");

    /** Grids that are not lists of their own, by the address of their screen. */
    private static final Map<String, String> NOT_LISTS = Map.of(
            "planning", "days and half-days",
            "regles/rejouer", "the answer to a question",
            "preuves", "what will come out of a choice",
            "identites", "one of several parts of a screen",
            "connecteurs", "one of several parts of a screen",
            "simulateur", "the answer to a question");

    private static final Set<String> ACTING = Set.of("alertes", "absences", "processus", "imports/historique");

    /** What waits for somebody is not so long that it would be narrowed down. */
    private static final Set<String> UNFILTERED = Set.of("imports/historique");

    /** A value that the list at this address knows, by the name of its parameter. */
    private final Map<String, String> values = new TreeMap<>();

    @Autowired
    Attendance attendance;

    @Autowired
    Texts texts;

    private SmallCentre centre;
    private @Nullable Walked walked;

    @BeforeEach
    void somebody_was_absent() {
        clock.set(START.plusSeconds(4 * 3600));
        centre = new SmallCentre(sql, 2);
        var session = centre.session(START);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        values.put("q", centre.code);
        values.put("groupe", centre.group.toString());
        values.put("apprenant", centre.learners.getFirst().toString());
        values.put("du", "2027-05-10");
        values.put("au", "2027-05-12");
        values.put("tous", "true");
        values.put("alertes?etat", "RESOLVED");
        values.put("seances?etat", "CANCELLED");
        values.put("absences?etat", "UNDER_REVIEW");
        values.put("ensemble", "presence");
        values.put("centre", "true");
        values.put("sorte", "decider-justificatif");
        values.put("moi", "true");
        values.put("retard", "true");
        values.put("suivi", "relaunch");
        values.put("courriels?etat", "FAILED");
    }

    @Test
    void every_grid_is_in_a_list_or_says_why_not() {
        assertThat(walked().apart()).isEmpty();
    }

    @Test
    void the_lists_that_staff_live_in_are_among_them() {
        assertThat(walked().lists())
                .contains(
                        "groupes",
                        "apprenants",
                        "seances",
                        "alertes",
                        "absences",
                        "taches",
                        "courriels",
                        "centre/comptes",
                        "centre/sites",
                        "centre/groupes",
                        "centre/motifs");
    }

    @Test
    void every_list_says_how_many_rows_it_has_and_its_file_holds_them() {
        assertThat(walked().filed()).isEmpty();
    }

    @Test
    void every_filter_stands_in_the_address() {
        List<String> wrong = new ArrayList<>();
        for (String address : walked().lists()) {
            List<String> names = open(address, list()).filters().names();
            if (names.isEmpty() && !UNFILTERED.contains(address)) {
                wrong.add(address + " has no filter");
            }
            for (String name : names) {
                String value = values.getOrDefault(address + '?' + name, values.getOrDefault(name, "?"));
                TableList<?> list = open(address + '?' + name + '=' + value, list());
                if (!value.equals(list.filters().parameters().get(name))) {
                    wrong.add(address + " does not read " + name + '=' + value);
                }
                list = open(address + '?' + name + "=%C2%A0rien%20de%20tel", list());
                if (list == null) {
                    wrong.add(address + " fails for a value that is none of " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void names_and_what_can_be_done_stay_in_sight_however_narrow_the_list() {
        assertThat(walked().hidden()).isEmpty();
    }

    @Test
    void on_a_phone_a_row_is_a_card_with_all_that_the_table_says() {
        open("/absences");
        TableList<?> list = within(UI.getCurrent(), TableList.class);
        list.fit(380, true);
        assertThat(rows())
                .filteredOn(row -> row.contains("Lou Apprenant0") && row.contains("mai 2027"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .contains("Séance : Atelier", "Justifier à sa place", "3 h")
                        .doesNotContain(" | "));
    }

    @Test
    void columns_that_the_reader_hid_are_hidden_again_and_none_of_the_file() {
        TableList<?> list = open("apprenants?q=" + centre.code, list());
        assertThat(list.table().columns()).containsExactly("Apprenant", "Identifiant", "Courriel", "Téléphone");
        list.remember("email,gone");
        assertThat(list.table().columns()).containsExactly("Apprenant", "Identifiant", "Téléphone");
        assertThat(rows()).noneMatch(row -> row.contains("@"));
        pick(within(list, MenuBar.class), "Courriel");
        assertThat(list.table().columns()).contains("Courriel");
        pick(within(list, MenuBar.class), "Téléphone");
        assertThat(list.table().columns()).doesNotContain("Téléphone");
    }

    @Test
    void a_list_that_cannot_be_read_says_what_to_do_and_is_read_again() {
        var away = new AtomicBoolean(true);
        var spec = new ListSpec<>(
                "overview.groups",
                "Groupes",
                new ListSpec.Name<String>("Groupe", text -> text, Span::new),
                List.of(),
                ListSpec.Actions.none(),
                (page, size) -> {
                    if (away.get()) {
                        throw Refusal.role();
                    }
                    return new PageOf<>(List.of("Groupe retrouvé"), page, size, 1);
                });
        open("mes-jetons");
        var list = new TableList<>(texts, spec, new AddressFilters());
        ((Component) screen().orElseThrow()).getElement().appendChild(list.getElement());
        assertThat(shown())
                .contains("La liste n'a pas pu être lue", "Réessayer")
                .doesNotContain("0 groupe");
        Button again = button("Réessayer");
        away.set(false);
        again.click();
        assertThat(rows()).containsExactly("Groupe retrouvé");
        assertThat(shown()).contains("1 groupe").doesNotContain("n'a pas pu");
    }

    /**
     * All screens, each opened once for all tests: where there are lists, and what is wrong with them.
     *
     * @param apart grids that are in no list
     * @param filed lists whose number of rows or whose file is not as it should be
     * @param hidden lists that hide names or what can be done
     */
    private record Walked(List<String> lists, List<String> apart, List<String> filed, List<String> hidden) {}

    private Walked walked() {
        if (walked == null) {
            walked = new Walked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Role role : List.of(Role.QUALITY_MANAGER, Role.ADMIN)) {
                comeIn(role);
                addresses()
                        .filter(address -> administrated(address) == (role == Role.ADMIN))
                        .forEach(address -> look(address, walked));
            }
        }
        return walked;
    }

    private void look(String address, Walked into) {
        open(address);
        List<TableList> lists = reachable(TableList.class).toList();
        reachable(Grid.class)
                .filter(grid -> grid.findAncestor(TableList.class) == null && !NOT_LISTS.containsKey(address))
                .forEach(grid -> into.apart().add(address));
        for (TableList<?> list : lists) {
            into.lists().add(address);
            hides(address, list).ifPresent(into.hidden()::add);
            files(address, ofThisCentre(address, list), into.filed());
        }
    }

    private void files(String address, TableList<?> list, List<String> wrong) {
        String shown = read(list);
        var table = list.table();
        int rows = table.rows().size();
        if (table.csv().length == 0
                || table.xlsx().length == 0
                || !shown.contains("Exporter (CSV)")
                || !shown.contains("Exporter (Excel)")) {
            wrong.add(address + " has no file");
        }
        if (shown.lines()
                .map(line -> line.replaceAll("(?<=\\d)[\\s\u00A0\u202F](?=\\d{3})", ""))
                .noneMatch(line -> line.matches(rows + " \\p{L}.*"))) {
            wrong.add(address + " does not say that it has " + rows + ": " + shown);
        }
    }

    private Optional<String> hides(String address, TableList<?> list) {
        list.fit(724, false);
        List<? extends Grid.Column<?>> columns = within(list, Grid.class).getColumns();
        boolean acts = columns.stream().anyMatch(Grid.Column::isFrozenToEnd);
        if (!columns.getFirst().isVisible() || acts && !columns.getLast().isVisible()) {
            return Optional.of(address + " hides names or actions");
        }
        list.fit(300, false);
        if (!columns.getFirst().isVisible() || acts && columns.getLast().isVisible()) {
            return Optional.of(address + " is no list of cards where there is no room");
        }
        return acts == ACTING.contains(address)
                ? Optional.empty()
                : Optional.of(address + " shows what can be done elsewhere than at the end");
    }

    /** The same list with fewer rows, where it has a filter for it: all tests together write more than a file may hold. */
    private TableList<?> ofThisCentre(String address, TableList<?> list) {
        List<String> names = list.filters().names();
        return Stream.of("groupe", "apprenant", "q")
                .filter(names::contains)
                .findFirst()
                .<TableList<?>>map(name -> {
                    open(address + '?' + name + '=' + values.get(name));
                    return within(UI.getCurrent(), TableList.class);
                })
                .orElse(list);
    }

    private static Class<TableList> list() {
        return TableList.class;
    }

    private TableList<?> open(String address, Class<TableList> type) {
        comeIn(administrated(address) ? Role.ADMIN : Role.QUALITY_MANAGER);
        open(address);
        return within(UI.getCurrent(), type);
    }

    private void comeIn(Role role) {
        signIn(role.name().charAt(0) + "-" + centre.code, role, SmallCentre.id());
    }

    private static boolean administrated(String address) {
        return Stream.of("centre/sites", "centre/comptes", "centre/motifs").anyMatch(address::startsWith);
    }

    private static Stream<String> addresses() {
        return UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(address -> !address.contains(":"))
                .toList()
                .stream();
    }
}
