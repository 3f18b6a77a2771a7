package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a program may do to manage the centre, a person does on a screen: each call of the table names the screen and the buttons
 * that lead to the one that does it. A new call under one of these paths fails here until it has its line.
 */
class EveryCentreCallHasItsScreenIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-03-30T08:00:00Z");

    /** What is managed; calls on the attendance of a session, its evidence or a learner's file belong to other chapters. */
    private static final Pattern MANAGED =
            Pattern.compile("(GET|POST|PUT|DELETE) /(organisation|sites|programmes|trainers|referents"
                    + "|funders|employers|groups|learners|enrolments|accounts|tokens|absence-reasons)(/\\{id}(/history)?)?"
                    + "|\\w+ /organisation/.*|\\w+ /enrolments/.*|\\w+ /accounts/.*|\\w+ /learners/\\{id}/contacts"
                    + "|(POST|PUT|DELETE) /sessions(/series|/series/preview|/\\{id})?|GET /sessions/\\{id}/history"
                    + "|\\w+ /sessions/\\{id}/(cancel|postpone|reopen|restore|open|close|catch-ups|trainer|collective-reason)"
                    + "|\\w+ /sessions/\\{id}/participants/.*");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Attendance attendance;

    private SmallCentre centre;
    private final Map<String, UUID> ids = new TreeMap<>();

    /**
     * Buttons are pressed one after the other; the last one does what the call does, and is only looked for. None where the
     * screen shows it as it opens, or where it has no name of its own.
     */
    private record Screen(Role role, String address, List<String> buttons) {}

    private final Map<String, Screen> table = new TreeMap<>();

    @BeforeEach
    void centre() {
        clock.set(START.minusSeconds(3600));
        centre = new SmallCentre(sql, 1);
        ids.put("soon", centre.session(START));
        UUID held = centre.session(START.minusSeconds(86_400));
        ids.put("held", held);
        UUID cancelled = centre.session(START.plusSeconds(86_400));
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(cancelled)
                .update();
        ids.put("cancelled", cancelled);
        UUID closed = centre.session(START.minusSeconds(2 * 86_400));
        sql.sql("update training_session set stored_state = 'CLOSED', closed_at = ends_at where id = ?")
                .param(closed)
                .update();
        ids.put("closed", closed);
        calls.actAs("marks-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        attendance.mark(held, centre.learners.getFirst(), new Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        calls.account("one-" + centre.code, Role.TRAINER, SmallCentre.id());
        kinds();
        sessions();
        access();
    }

    private void kinds() {
        managed("sites", "centre/sites", Role.ADMIN, "Ajouter un site", "site", "S-");
        managed("programmes", "centre/parcours", Role.QUALITY_MANAGER, "Ajouter un parcours", "programme", "P-");
        managed("trainers", "centre/formateurs", Role.QUALITY_MANAGER, "Ajouter un formateur", "trainer", "T-");
        managed("referents", "centre/referents", Role.QUALITY_MANAGER, "Ajouter un référent", "referent", "r-");
        managed("employers", "centre/entreprises", Role.QUALITY_MANAGER, "Ajouter une entreprise", "employer", "E-");
        managed("groups", "centre/groupes", Role.QUALITY_MANAGER, "Ajouter un groupe", "learner_group", "G-");
        managed("learners", "centre/apprenants", Role.QUALITY_MANAGER, "Ajouter un apprenant", "learner", "L-");
        managed("enrolments", "centre/inscriptions", Role.QUALITY_MANAGER, "Inscrire un apprenant", "enrolment", "I-");
        UUID funder = SmallCentre.id();
        sql.sql("insert into funder (id, code, name, kind) values (?, ?, 'OPCO Essai', 'OPCO')")
                .params(funder, "F-" + centre.code)
                .update();
        managed("funders", "centre/financeurs", Role.QUALITY_MANAGER, "Ajouter un financeur", "funder", "F-");
        managed("absence-reasons", "centre/motifs", Role.ADMIN, "Ajouter un motif", "absence_reason", "");
        managed("accounts", "centre/comptes", Role.ADMIN, "Ajouter un compte", "account", "one-");
        String learner = "apprenants/" + centre.learners.getFirst();
        on("GET /enrolments/{id}/events", Role.QUALITY_MANAGER, learner);
        String assistant = "Interruption, reprise ou sortie…";
        on("POST /enrolments/{id}/events/preview", Role.QUALITY_MANAGER, learner, assistant, "Voir ce qui s'ensuit");
        on("POST /enrolments/{id}/events", Role.QUALITY_MANAGER, learner, assistant, "Voir ce qui s'ensuit");
        on("GET /learners/{id}/contacts", Role.QUALITY_MANAGER, learner);
        on("POST /learners/{id}/contacts", Role.REFERENT, learner, "Consigner un contact", "Consigner");
        on("GET /organisation", Role.ADMIN, "centre/organisation");
        on("PUT /organisation", Role.ADMIN, "centre/organisation", "Enregistrer");
        on("PUT /organisation/logo", Role.ADMIN, "centre/organisation");
        on("DELETE /organisation/logo", Role.ADMIN, "centre/organisation");
        on("GET /organisation/history", Role.ADMIN, "centre/organisation", "Historique");
    }

    private void sessions() {
        String soon = "seances/" + ids.get("soon");
        String record = "centre/seances?ouvrir=" + ids.get("soon");
        on("POST /sessions", Role.QUALITY_MANAGER, "centre/seances", "Planifier une séance", "Enregistrer");
        on("PUT /sessions/{id}", Role.QUALITY_MANAGER, record, "Enregistrer");
        on("DELETE /sessions/{id}", Role.QUALITY_MANAGER, record, "Supprimer");
        on("GET /sessions/{id}/history", Role.QUALITY_MANAGER, record, "Historique");
        on("POST /sessions/series", Role.QUALITY_MANAGER, "centre/seances", "Planifier une série", "Planifier");
        on("POST /sessions/series/preview", Role.QUALITY_MANAGER, "centre/seances", "Planifier une série", "Planifier");
        on("POST /sessions/{id}/cancel", Role.QUALITY_MANAGER, soon, "Annuler la séance", "Annuler la séance");
        on("POST /sessions/{id}/postpone", Role.QUALITY_MANAGER, soon, "Reporter", "Reporter");
        on("PUT /sessions/{id}/trainer", Role.QUALITY_MANAGER, soon, "Remplacer le formateur", "Remplacer");
        String people = "Participants";
        on("POST /sessions/{id}/participants/{learnerId}", Role.QUALITY_MANAGER, soon, people, "Ajouter");
        on("DELETE /sessions/{id}/participants/{learnerId}", Role.QUALITY_MANAGER, soon, people, "Retirer");
        on(
                "POST /sessions/{id}/restore",
                Role.QUALITY_MANAGER,
                "seances/" + ids.get("cancelled"),
                "Rétablir la séance");
        on(
                "POST /sessions/{id}/reopen",
                Role.QUALITY_MANAGER,
                "seances/" + ids.get("closed"),
                "Rouvrir la séance",
                "Rouvrir");
        String held = "seances/" + ids.get("held");
        on("POST /sessions/{id}/collective-reason", Role.QUALITY_MANAGER, held, "Motif commun", "Justifier pour tous");
        on("POST /sessions/{id}/catch-ups", Role.QUALITY_MANAGER, held, "Rattrapage", "Planifier le rattrapage");
        on("POST /sessions/{id}/open", Role.TRAINER, soon + "/appel");
        on("POST /sessions/{id}/close", Role.QUALITY_MANAGER, held, "Clôturer la séance");
    }

    private void access() {
        String account = "centre/comptes?ouvrir=" + ids.get("accounts");
        on("POST /accounts/{id}/invite", Role.ADMIN, account, "Envoyer une invitation");
        on("POST /accounts/{id}/disable", Role.ADMIN, account, "Désactiver");
        on("POST /accounts/{id}/enable", Role.ADMIN, account, "Désactiver");
        on("POST /accounts/{id}/end-sessions", Role.ADMIN, account, "Fermer ses sessions");
        on("GET /accounts/{id}/sessions", Role.ADMIN, account, "Sessions ouvertes");
        on("DELETE /accounts/{id}/sessions/{session}", Role.ADMIN, account, "Sessions ouvertes", "Fermer");
        on("GET /tokens", Role.REFERENT, "mes-jetons");
        on("GET /tokens/{id}", Role.REFERENT, "mes-jetons");
        on("POST /tokens", Role.REFERENT, "mes-jetons", "Nouveau jeton", "Créer le jeton");
        on("DELETE /tokens/{id}", Role.REFERENT, "mes-jetons");
    }

    /** The calls that every kind kept by hand has. */
    private void managed(String path, String screen, Role role, String add, String table, String code) {
        String column = switch (table) {
            case "trainer", "learner" -> "external_id";
            case "enrolment" -> "number";
            case "account" -> "username";
            case "referent" -> "email";
            default -> "code";
        };
        UUID id = sql.sql("select id from " + table + " where " + column + " like ? order by id limit 1")
                .param(code.isEmpty() ? "%" : code + centre.code + "%")
                .query(UUID.class)
                .single();
        ids.put(path, id);
        String one = screen + "?ouvrir=" + id;
        on("GET /" + path, role, screen);
        on("POST /" + path, role, screen, add, "Enregistrer");
        on("GET /" + path + "/{id}", role, one, "Enregistrer");
        on("PUT /" + path + "/{id}", role, one, "Enregistrer");
        on("DELETE /" + path + "/{id}", role, one, "Supprimer");
        on("GET /" + path + "/{id}/history", role, one, "Historique");
    }

    private void on(String call, Role role, String address, String... buttons) {
        table.put(call, new Screen(role, address, List.of(buttons)));
    }

    @Test
    void every_call_of_the_chapter_has_its_line_and_every_line_its_call() {
        Set<String> managed = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("fr.educentre"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(verb -> verb + " " + path.substring("/api/v1".length()))))
                .filter(call -> MANAGED.matcher(call).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(table.keySet()).containsExactlyElementsOf(managed);
    }

    @Test
    void every_screen_of_the_table_offers_what_the_call_does() {
        List<String> missing = new ArrayList<>();
        table.forEach((call, screen) -> {
            String lacking = lacking(screen);
            if (!lacking.isEmpty()) {
                missing.add(call + ": " + lacking);
            }
        });
        assertThat(missing).isEmpty();
    }

    private String lacking(Screen screen) {
        UUID person = switch (screen.role()) {
            case TRAINER -> centre.trainer;
            case REFERENT -> centre.referent;
            default -> SmallCentre.id();
        };
        signIn("who-" + screen.role() + centre.code, screen.role(), person);
        open(screen.address());
        if (shown().contains("Page introuvable")) {
            return screen.address() + " is not there";
        }
        for (int i = 0; i < screen.buttons().size(); i++) {
            String button = screen.buttons().get(i);
            if (!offers(button)) {
                return "no « " + button + " » on " + screen.address();
            }
            if (i < screen.buttons().size() - 1) {
                click(button);
            }
        }
        return "";
    }
}
