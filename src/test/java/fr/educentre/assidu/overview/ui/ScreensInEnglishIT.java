package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SignedLinks;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.documents.DocumentActs;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.FrenchTexts;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whoever chose English meets no French text of the bundles, on any screen, on a day on which something happens. */
class ScreensInEnglishIT extends ViewTest {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2027-10-04T07:00:00Z");

    /** What people called things, what is named in French whoever reads, and the words of a rule written in French. */
    private static final Set<String> NAMES =
            Set.of("Groupe essai", "Français", "l'apprenant a un justificatif en cours d'examen");

    private static final Set<String> WORDS_OF_THE_RULE = Set.of("jours");

    @Autowired
    Attendance attendance;

    @Autowired
    DocumentActs acts;

    @Autowired
    Alerts alerts;

    @Autowired
    BackgroundWork background;

    @Autowired
    SignedLinks links;

    private final FrenchTexts french = new FrenchTexts();
    private SmallCentre centre;
    private UUID learner;
    private List<UUID> sessions;

    @BeforeEach
    void a_day_on_which_something_happens() {
        clock.set(MONDAY.minusSeconds(3600));
        centre = new SmallCentre(sql, 2);
        learner = centre.learners.getFirst();
        sessions = List.of(
                centre.session(MONDAY),
                centre.session(MONDAY.plusSeconds(5 * 3600)),
                centre.session(MONDAY.plus(Duration.ofDays(2))));
        clock.set(MONDAY.plusSeconds(9 * 3600));
        calls.account(reader(), Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        calls.actAs("m-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        sessions.subList(0, 2)
                .forEach(session -> attendance.mark(
                        session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null)));
        Calls.actAsSystem();
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
        background.runDue();
        calls.actAs("m-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        acts.issue(DocumentRequest.sheetOfSession(sessions.getFirst()), "");
        acts.issue(DocumentRequest.sheetOfLearner(learner, null, null), "");
        Calls.actAsSystem();
        form(
                "/justifications",
                "document",
                "learner",
                learner.toString(),
                "sessions",
                sessions.getFirst().toString(),
                "reason",
                "SICKNESS");
        form("/imports/roster", "file");
    }

    private String reader() {
        return "q-" + centre.code;
    }

    @Test
    void screens_of_whoever_runs_the_centre() {
        inEnglish(reader(), Role.QUALITY_MANAGER, SmallCentre.id());
        String rule = sql.sql("select id::text from rule where code = 'absences-consecutives'")
                .query(String.class)
                .single();
        assertEnglish(
                "",
                "mot-de-passe",
                "mes-jetons",
                "groupes",
                "groupes/" + centre.group,
                "apprenants",
                "apprenants/" + learner,
                "planning",
                "planning?vue=liste",
                "seances",
                "seances/" + sessions.getFirst(),
                "seances/" + sessions.getFirst() + "/appel",
                "seances/" + sessions.getFirst() + "/emargement",
                "seances/" + sessions.getLast(),
                "identites",
                "absences",
                "absents",
                "taches",
                "alertes",
                "regles",
                "regles/" + rule,
                "regles/nouvelle",
                "regles/rejouer",
                "courriels",
                "courriels/modeles?modele=absence-du-jour&langue=en",
                "processus",
                "journal",
                "preuves",
                "connecteurs",
                "connecteurs/partenaires",
                "imports",
                "imports/calendriers",
                "imports/historique");
    }

    @Test
    void what_happened_is_told_in_english() {
        inEnglish(reader(), Role.QUALITY_MANAGER, SmallCentre.id());
        open("alertes?groupe=" + centre.group);
        assertThat(shown()).contains("2 consecutive half-days of training missed (threshold: 2): Mon 4 Oct morning");
        open("apprenants/" + learner);
        assertThat(shown()).contains("2 consecutive half-days of training missed", "Attendance sheet - Lou Apprenant0");
        open("preuves");
        assertThat(shown()).contains("Attendance sheet - Atelier, 04/10/2027");
        open("imports/historique");
        press("Show the lines to correct", reader());
        assertThat(dialog()).contains("Rejected", "The group \"G-nulle\" is unknown");
        click("Close");
        var task = JsonMapper.shared()
                .readTree(call("GET", "/tasks?size=100").body())
                .path("items")
                .valueStream()
                .filter(one -> one.path("learnerId").asString("").equals(learner.toString()))
                .findFirst()
                .orElseThrow();
        String address = "taches?tache=" + task.path("id").asString();
        assertEnglish(address);
        assertThat(shown()).contains("Lou Apprenant0", "Monday 4 October 2027, 09:00 – 12:00, Atelier");
    }

    @Test
    void screens_of_whoever_learns_and_of_whoever_teaches() {
        inEnglish("l-" + centre.code, Role.LEARNER, learner);
        assertEnglish("espace");
        click("Announce an absence");
        assertThat(dialog()).contains("For days to come");
        click("Close");
        assertEnglish("suivi/"
                + links.issue(
                        "FOLLOW",
                        centre.employer,
                        Map.of("kind", "EMPLOYER", "name", "Eva Pain", "address", centre.employerEmail()),
                        clock.instant().plus(Duration.ofDays(30))));
        inEnglish("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertEnglish("", "taches", "absences", "seances/" + sessions.getFirst() + "/appel");
        inEnglish("a-" + centre.code, Role.ADMIN, SmallCentre.id());
        assertEnglish("", "courriels", "connecteurs", "centre/motifs", "centre/comptes");
    }

    private void inEnglish(String username, Role role, UUID person) {
        signIn(username, role, person);
        chooseEnglish();
    }

    private void assertEnglish(String... addresses) {
        List<String> wrong = new ArrayList<>();
        Set<String> names = namesInTheDatabase();
        for (String address : addresses) {
            open(address);
            assertThat(screen().orElseThrow().getClass().getSimpleName())
                    .as(address)
                    .doesNotContain("NotFound", "Failed");
            for (String line : saidOrShown()) {
                french.saidBy(withoutNames(line, names))
                        .filter(key -> NAMES.stream().noneMatch(line::contains))
                        .filter(key -> !(address.startsWith("regles/") && WORDS_OF_THE_RULE.contains(line)))
                        .ifPresent(key -> wrong.add(address + ": " + line + "  (" + key + ")"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What people called things, and the subjects of mails, which are in their recipients' language; other tests' too. */
    private Set<String> namesInTheDatabase() {
        return sql.sql("""
                        select name from learner_group union select title from programme union select title from training_session
                        union select name from site union select subject from message where subject is not null
                        union select title from programme_module union select title from activity_requirement
                        """).query(String.class).list().stream()
                .map(ScreensInEnglishIT::plain)
                .collect(Collectors.toSet());
    }

    /** As screens are read in tests. */
    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ").strip();
    }

    private static String withoutNames(String line, Set<String> names) {
        return Stream.of(line.split(" \\| "))
                .filter(part -> !names.contains(plain(part)))
                .collect(Collectors.joining(" | "));
    }

    private HttpResponse<String> call(String method, String path) {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(reader()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void form(String path, String file, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--xx\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n" + fields[i + 1]
                    + "\r\n");
        }
        String content =
                file.equals("file") ? "identifiant;nom;prénom;groupe\nX;Roy;Zoé;G-nulle\n" : "%PDF-1.4\n1 0 obj\n";
        body.append("--xx\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"f\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--xx--\r\n");
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization(reader()))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }
}
