package fr.educentre.assidu.access.ui;

import static fr.educentre.assidu.access.Role.ADMIN;
import static fr.educentre.assidu.access.Role.AUDITOR;
import static fr.educentre.assidu.access.Role.LEARNER;
import static fr.educentre.assidu.access.Role.QUALITY_MANAGER;
import static fr.educentre.assidu.access.Role.REFERENT;
import static fr.educentre.assidu.access.Role.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may open which screen: as the table below says, as the classes are annotated, and as navigation answers. */
class EveryScreenIsGuardedIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-03-30T08:00:00Z");
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(LEARNER));
    private static final Set<Role> TEACHING = EnumSet.of(QUALITY_MANAGER, TRAINER, REFERENT, AUDITOR);
    private static final Set<Role> SET_UP = EnumSet.of(ADMIN, QUALITY_MANAGER);

    /** Open to whoever has its address, signed in or not. */
    private static final Set<String> PUBLIC =
            Set.of("login", "j/:token", "suivi/:token", "c/:___url_parameter", "mot-de-passe-oublie");

    private static final Map<String, Set<Role>> READERS = Map.ofEntries(
            Map.entry("", ALL),
            Map.entry("mot-de-passe", ALL),
            Map.entry("aide", ALL),
            Map.entry("mes-jetons", ALL),
            Map.entry("espace", EnumSet.of(LEARNER)),
            Map.entry("groupes", TEACHING),
            Map.entry("groupes/:id", TEACHING),
            Map.entry("apprenants", TEACHING),
            Map.entry("apprenants/:id", TEACHING),
            Map.entry("seances", TEACHING),
            Map.entry("planning", TEACHING),
            Map.entry("seances/:id", TEACHING),
            Map.entry("seances/:id/appel", EnumSet.of(TRAINER, QUALITY_MANAGER)),
            Map.entry("seances/:id/emargement", EnumSet.of(TRAINER, QUALITY_MANAGER)),
            Map.entry("identites", TEACHING),
            Map.entry("absences", TEACHING),
            Map.entry("absents", EnumSet.of(QUALITY_MANAGER, TRAINER, REFERENT)),
            Map.entry("taches", EnumSet.of(QUALITY_MANAGER, REFERENT, TRAINER)),
            Map.entry("alertes", TEACHING),
            Map.entry("regles", STAFF),
            Map.entry("regles/:rule", STAFF),
            Map.entry("regles/rejouer", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("courriels", STAFF),
            Map.entry("courriels/modeles", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("processus", EnumSet.of(QUALITY_MANAGER, REFERENT, AUDITOR)),
            Map.entry("journal", EnumSet.of(ADMIN, QUALITY_MANAGER, AUDITOR)),
            Map.entry("preuves", TEACHING),
            Map.entry("connecteurs", SET_UP),
            Map.entry("connecteurs/partenaires", SET_UP),
            Map.entry("imports", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("imports/calendriers", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("imports/historique", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("demarrage", SET_UP),
            Map.entry("centre/organisation", EnumSet.of(ADMIN)),
            Map.entry("centre/sites", EnumSet.of(ADMIN)),
            Map.entry("centre/comptes", EnumSet.of(ADMIN)),
            Map.entry("centre/motifs", EnumSet.of(ADMIN)),
            Map.entry("centre/parcours", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/formateurs", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/referents", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/financeurs", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/entreprises", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/groupes", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/apprenants", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/inscriptions", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("centre/seances", EnumSet.of(QUALITY_MANAGER)),
            Map.entry("simulateur", SET_UP));

    private SmallCentre centre;
    private UUID session;
    private UUID rule;

    @BeforeEach
    void centre() {
        clock.set(START.plusSeconds(300));
        centre = new SmallCentre(sql, 2);
        session = centre.session(START);
        rule = sql.sql("select id from rule where code = 'trois-absences'")
                .query(UUID.class)
                .single();
    }

    @Test
    void the_table_tells_of_every_screen() {
        assertThat(screens().stream().map(RouteData::getTemplate))
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.Stream.concat(READERS.keySet().stream(), PUBLIC.stream())
                                .toList());
    }

    @Test
    void every_class_is_annotated_as_the_table_says() {
        for (RouteData screen : screens()) {
            assertThat(annotated(screen.getNavigationTarget()))
                    .as(screen.getTemplate())
                    .isEqualTo(PUBLIC.contains(screen.getTemplate()) ? Set.of() : READERS.get(screen.getTemplate()));
        }
    }

    /** No role: whoever comes. */
    private static Set<Role> annotated(Class<?> screen) {
        if (screen.isAnnotationPresent(AnonymousAllowed.class)) {
            return Set.of();
        }
        if (screen.isAnnotationPresent(PermitAll.class)) {
            return ALL;
        }
        return Arrays.stream(screen.getAnnotation(RolesAllowed.class).value())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_opens_its_screens_and_gets_nothing_of_the_others(Role role) {
        signIn("own-" + role.name().toLowerCase(Locale.ROOT) + centre.code, role, person(role, centre));
        List<String> wrong = new ArrayList<>();
        for (RouteData screen : screens()) {
            if (!PUBLIC.contains(screen.getTemplate())) {
                open(address(screen));
                Class<?> expected = READERS.get(screen.getTemplate()).contains(role)
                        ? home(role, screen)
                        : RouteNotFoundError.class;
                if (!shows(expected)) {
                    wrong.add(screen.getTemplate() + " shows " + screen() + " instead of " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A learner's home is their own space. */
    private Class<?> home(Role role, RouteData screen) {
        return role == LEARNER && screen.getTemplate().isEmpty()
                ? screens().stream()
                        .filter(one -> one.getTemplate().equals("espace"))
                        .findFirst()
                        .orElseThrow()
                        .getNavigationTarget()
                : screen.getNavigationTarget();
    }

    @Test
    void a_trainer_gets_nothing_of_what_others_teach() {
        var elsewhere = new SmallCentre(sql, 1);
        signIn("other-trainer" + centre.code, TRAINER, elsewhere.trainer);
        for (String template : List.of(
                "groupes/:id", "apprenants/:id", "seances/:id", "seances/:id/appel", "seances/:id/emargement")) {
            open(address(screen(template)));
            assertThat(shows(RouteNotFoundError.class))
                    .as("%s shows %s", template, shown())
                    .isTrue();
        }
        for (String template :
                List.of("groupes", "apprenants", "seances", "alertes", "absences", "absents", "identites")) {
            open(template);
            assertThat(shown()).as(template).doesNotContain(centre.code);
            assertThat(rows()).as(template).noneMatch(row -> row.contains(centre.code));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_is_nowhere_is_not_found(Role role) {
        signIn("none-" + role.name().toLowerCase(Locale.ROOT) + centre.code, role, person(role, centre));
        for (String address : List.of(
                "groupes/" + UUID.randomUUID(),
                "apprenants/" + UUID.randomUUID(),
                "seances/" + UUID.randomUUID(),
                "seances/" + UUID.randomUUID() + "/appel",
                "groupes/personne",
                "apprenants/personne",
                "seances/personne",
                "nulle-part")) {
            open(address);
            assertThat(shows(RouteNotFoundError.class))
                    .as("%s shows %s to %s", address, screen(), role)
                    .isTrue();
        }
    }

    @Test
    void a_visitor_gets_nothing_before_signing_in() {
        signedOut();
        for (RouteData screen : screens()) {
            open(address(screen));
            if (PUBLIC.contains(screen.getTemplate())) {
                assertThat(shows(screen.getNavigationTarget()))
                        .as(screen.getTemplate())
                        .isTrue();
            } else {
                assertThat(shows(screen.getNavigationTarget()))
                        .as(screen.getTemplate())
                        .isFalse();
                assertThat(shown()).as(screen.getTemplate()).doesNotContain(centre.code);
            }
        }
    }

    @Test
    void a_visitor_is_led_to_where_one_signs_in() {
        for (RouteData screen : screens()) {
            if (!PUBLIC.contains(screen.getTemplate())) {
                var answer = calls.send(HttpRequest.newBuilder(calls.uri("/" + address(screen)))
                        .header("Accept", "text/html")
                        .build());
                assertThat(answer.statusCode()).as(screen.getTemplate()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(screen.getTemplate())
                        .endsWith("/login");
            }
        }
    }

    private static UUID person(Role role, SmallCentre centre) {
        return switch (role) {
            case TRAINER -> centre.trainer;
            case REFERENT -> centre.referent;
            case LEARNER -> centre.learners.getFirst();
            default -> SmallCentre.id();
        };
    }

    private boolean shows(Class<?> expected) {
        return screen().filter(expected::isInstance).isPresent();
    }

    private List<RouteData> screens() {
        return UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes();
    }

    private RouteData screen(String template) {
        return screens().stream()
                .filter(screen -> screen.getTemplate().equals(template))
                .findFirst()
                .orElseThrow();
    }

    /** Of something of this centre. */
    private String address(RouteData screen) {
        String template = screen.getTemplate();
        UUID id = template.startsWith("groupes")
                ? centre.group
                : template.startsWith("apprenants") ? centre.learners.getFirst() : session;
        return template.replace(":id", id.toString())
                .replace(":rule", rule.toString())
                .replace(":token", "un-lien-qui-n-est-plus-bon");
    }
}
