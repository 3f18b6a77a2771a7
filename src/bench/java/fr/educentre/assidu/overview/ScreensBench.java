package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.zaxxer.hikari.HikariDataSource;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.testing.ViewTest;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every screen of a big centre, in a window of its own each time: the time that the server takes until the first rows stand (95 of 100
 * visits take less), the statements it sends, and the memory that a window keeps while it is open, against that of the
 * frame with nothing in it. {@code -Dassidu.bench.learners=5000} is the full size; {@code assidu.bench.screens} is a pattern of the
 * paths to look at. Says how many screens take more than 300 ms or three times the memory of the frame.
 */
class ScreensBench extends ViewTest {

    private static final int LEARNERS = Integer.getInteger("assidu.bench.learners", 5_000);
    private static final int VISITS = Integer.getInteger("assidu.bench.visits", 40);
    private static final int WARM = 10;
    private static final int WINDOWS = 20;

    /** After those of the test's own window. */
    private static final int FIRST_WINDOW = 100;

    private static final int GC_TURNS = 6;
    private static final long STEADY_BYTES = 64 * 1024;

    /** Templates of the screens that are looked at; the empty one is the first in any case. */
    private static final String ONLY = EmptyScreen.PATH + "|" + System.getProperty("assidu.bench.screens", ".*");

    private static final double MOST_MILLIS = 300;
    private static final double MOST_HEAP = 3;

    @Autowired
    SqlCounter counter;

    @Autowired
    DataSource pool;

    private BigCentre centre;
    private UUID rule;

    @Test
    void every_screen_at_full_size() throws Exception {
        clock.set(BigCentre.TODAY.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
        centre = new BigCentre(sql, LEARNERS);
        centre.write(pool.unwrap(HikariDataSource.class).getJdbcUrl());
        rule = sql.sql("select id from rule where code = 'trois-absences'")
                .query(UUID.class)
                .single();
        System.out.printf(Locale.ROOT, "%d learners, %d verdicts%n", LEARNERS, centre.verdicts());
        signIn("bench-manager", Role.QUALITY_MANAGER, UUID.randomUUID());
        List<RouteData> screens =
                UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes();
        Map<Role, List<String>> templates = new LinkedHashMap<>();
        templates.put(Role.QUALITY_MANAGER, new ArrayList<>(List.of(EmptyScreen.PATH)));
        for (RouteData screen : screens) {
            if (!screen.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class)
                    && !screen.getTemplate().equals(EmptyScreen.PATH)) {
                templates
                        .computeIfAbsent(reader(screen.getNavigationTarget()), role -> new ArrayList<>())
                        .add(screen.getTemplate());
            }
        }
        for (Role home : List.of(Role.ADMIN, Role.TRAINER, Role.REFERENT, Role.AUDITOR)) {
            templates.computeIfAbsent(home, role -> new ArrayList<>()).add("");
        }
        for (Role more : List.of(Role.TRAINER, Role.REFERENT)) {
            templates.get(more).addAll(List.of("absents", "apprenants", "seances", "planning", "groupes", "taches"));
        }
        List<Measure> measures = new ArrayList<>();
        for (var some : templates.entrySet()) {
            signIn("bench-" + some.getKey(), some.getKey(), person(some.getKey()));
            // What is loaded once, at the first window of all, is no screen's.
            heapOfAWindow(some.getValue().getFirst());
            for (String template : some.getValue()) {
                if (!template.matches(ONLY)) {
                    continue;
                }
                measures.add(measured(some.getKey(), template));
            }
        }
        double empty = measures.getFirst().heap();
        System.out.println("| écran | rôle | p95 ms | requêtes SQL | mémoire, Kio | fois l'écran vide |");
        System.out.println("|---|---|---|---|---|---|");
        measures.stream()
                .sorted(Comparator.comparing(Measure::p95).reversed())
                .forEach(one -> System.out.printf(
                        Locale.FRENCH,
                        "| `%s` | %s | %.0f | %d | %.0f | %.1f |%n",
                        one.template().isEmpty() ? "accueil" : one.template(),
                        one.role(),
                        one.p95(),
                        one.statements(),
                        one.heap() / 1024,
                        one.heap() / empty));
        System.out.printf(
                Locale.ROOT,
                "ScreensBench: %d of %d screens over %.0f ms, %d over %.0f times the memory of the frame%n",
                measures.stream().filter(one -> one.p95() > MOST_MILLIS).count(),
                measures.size(),
                MOST_MILLIS,
                measures.stream().filter(one -> one.heap() > MOST_HEAP * empty).count(),
                MOST_HEAP);
    }

    private record Measure(String template, Role role, double p95, int statements, double heap) {}

    /** What goes wrong on one screen does not keep the others from being measured. */
    private Measure measured(Role role, String template) {
        try {
            return measure(role, template);
        } catch (Exception | AssertionError wrong) {
            System.out.println(template + " " + role + " failed: " + wrong);
            return new Measure(template, role, Double.NaN, 0, Double.NaN);
        }
    }

    private Measure measure(Role role, String template) throws Exception {
        double[] millis = new double[VISITS];
        int statements = 0;
        for (int visit = -WARM; visit < VISITS; visit++) {
            String address = address(template, visit + WARM);
            window();
            long start = System.nanoTime();
            int sent = counter.statementsOf(() -> {
                        visit(address);
                        return true;
                    })
                    .size();
            if (visit >= 0) {
                millis[visit] = (System.nanoTime() - start) / 1e6;
                statements = Math.max(statements, sent);
            }
            closed();
        }
        Arrays.sort(millis);
        double heap = heapOfAWindow(template);
        assertThat(screen()).as(template).isPresent();
        System.out.printf(
                Locale.ROOT,
                "%s %s p50 %.0f p95 %.0f sql %d heap %.0f%n",
                template,
                role,
                millis[VISITS / 2],
                millis[VISITS * 95 / 100],
                statements,
                heap / 1024);
        return new Measure(template, role, millis[VISITS * 95 / 100], statements, heap);
    }

    /** As a browser does: the screen is drawn, then the rows that are in sight. */
    private void visit(String address) {
        UI window = UI.getCurrent();
        window.getInternals().getRouter().navigate(window, new Location(address), NavigationTrigger.PAGE_LOAD);
        roundTrip();
        assertThat(screen().orElseThrow())
                .as(address)
                .isNotInstanceOf(RouteNotFoundError.class)
                .satisfies(shown -> assertThat(shown.getClass().getSimpleName()).isNotEqualTo("FailedScreen"));
        within(UI.getCurrent())
                .filter(Grid.class::isInstance)
                .forEach(grid ->
                        ((Grid<?>) grid).getDataCommunicator().setViewportRange(0, ((Grid<?>) grid).getPageSize()));
        roundTrip();
        UI.getCurrent().getInternals().getStateTree().collectChanges(change -> {});
    }

    private static Stream<Component> within(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(ScreensBench::within));
    }

    /** What is given back once all are closed: what is loaded meanwhile, and stays, is no window's. */
    private double heapOfAWindow(String template) {
        List<UI> open = new ArrayList<>();
        window();
        visit(address(template, 0));
        closed();
        for (int i = 0; i < WINDOWS; i++) {
            window();
            visit(address(template, i));
            open.add(UI.getCurrent());
        }
        long held = used();
        for (UI one : open) {
            UI.setCurrent(one);
            closed();
        }
        open.clear();
        window();
        visit(address(template, 0));
        return (double) (held - used()) / (WINDOWS - 1);
    }

    /** As when a page is loaded: with a frame of its own. */
    private static void window() {
        VaadinSession session = VaadinSession.getCurrent();
        UI window = new UI();
        window.getInternals().setSession(session);
        UI.setCurrent(window);
        window.doInit(VaadinRequest.getCurrent(), FIRST_WINDOW + session.getNextUIid(), "bench");
        session.addUI(window);
        session.getService().fireUIInitListeners(window);
    }

    private static void closed() {
        UI window = UI.getCurrent();
        window.close();
        VaadinSession.getCurrent().removeUI(window);
    }

    /** What waits to be cleaned up is gone only after some turns. */
    private static long used() {
        long last = Long.MAX_VALUE;
        for (int i = 0; i < GC_TURNS; i++) {
            System.gc();
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (last - now < STEADY_BYTES) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private static Role reader(Class<?> screen) {
        if (!screen.isAnnotationPresent(RolesAllowed.class)) {
            return Role.QUALITY_MANAGER;
        }
        Set<Role> allowed = Arrays.stream(
                        screen.getAnnotation(RolesAllowed.class).value())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return List.of(Role.QUALITY_MANAGER, Role.ADMIN, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER)
                .stream()
                .filter(allowed::contains)
                .findFirst()
                .orElseThrow();
    }

    private UUID person(Role role) {
        return switch (role) {
            case TRAINER -> centre.trainer();
            case REFERENT -> centre.referent();
            case LEARNER -> centre.learner(0);
            default -> UUID.randomUUID();
        };
    }

    private String address(String template, int number) {
        UUID id = template.startsWith("groupes")
                ? centre.group(number)
                : template.startsWith("apprenants") ? centre.learner(number) : centre.session(number * 40);
        return template.replace(":id", id.toString()).replace(":rule", rule.toString());
    }
}
