package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A learner was sick: one absence was justified by it, another refused with an answer, and a rule counts such absences and asks
 * for all that a rule can ask. Who is neither referent nor quality manager reads nothing of it anywhere.
 * What happened to the learner happens once: the tests only read it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthStaysReservedIT extends ViewTest {

    /** A Monday, 09:00 in Paris. */
    private static final Instant MONDAY = Instant.parse("2028-03-06T08:00:00Z");

    /** What the learner, the referent and the author of the rule wrote of it, and what the catalogue and the rule call it. */
    private static final List<String> TELLING =
            List.of("maladie", "sickness", "angine", "zeppelin", "arret.pdf", "repos au lit", "soigner");

    /** Calls about rules and the catalogue, which are of nobody in particular. */
    private static final List<String> OF_NOBODY =
            List.of("/api/v1/rules", "/api/v1/vocabulary", "/api/v1/justifications/reasons", "/api/v1/absence-reasons");

    /** Its people are nobody, and whoever tries it reads the mails as they arrived. */
    private static final String DEMONSTRATION = "/api/v1/demo/";

    private static final int TIMELINE_PAGES = 5;
    private static final Instant READ = MONDAY.plusSeconds(36 * 3600);

    @Autowired
    BackgroundWork background;

    @Autowired
    Attendance attendance;

    @Autowired
    GreenMail mail;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private SmallCentre centre;
    private UUID learner;
    private UUID approved;
    private UUID refused;
    private List<UUID> justifications;
    private String rule = "";
    private String quality;
    private String referent;
    private String trainer;
    private Map<String, List<String>> received;

    @BeforeAll
    void a_sick_learner() {
        background.leap(MONDAY.minusSeconds(600));
        centre = new SmallCentre(sql, 2);
        learner = centre.learners.getFirst();
        approved = centre.session(MONDAY);
        refused = centre.session(MONDAY.plusSeconds(5 * 3600));
        quality = account("q-", Role.QUALITY_MANAGER, SmallCentre.id());
        referent = account("r-", Role.REFERENT, centre.referent);
        trainer = account("t-", Role.TRAINER, centre.trainer);
        calls.actAs(trainer, Role.TRAINER, centre.trainer);
        background.leap(MONDAY.plusSeconds(9 * 3600));
        for (UUID session : List.of(approved, refused)) {
            calls.actAs(trainer, Role.TRAINER, centre.trainer);
            attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        }
        Calls.actAsSystem();
        background.runDue();
        justifications = List.of(file(approved), file(refused));
        decide(justifications.get(0), "verifier-document", quality, "APPROVE", "");
        decide(justifications.get(0), "decider-justificatif", trainer, "APPROVE", "Zeppelin, repos au lit");
        decide(justifications.get(1), "verifier-document", quality, "REFUSE", "Zeppelin, à soigner autrement");
        publish("""
                    l'apprenant a au moins 1 demi-journées d'absence pour le motif maladie sur les 30 derniers jours
                alors
                    relancer l'apprenant avec le modèle "Absences répétées"
                    prévenir le référent
                    prévenir le formateur
                    prévenir le responsable qualité
                    prévenir l'employeur
                    demander au formateur de faire signer la feuille d'émargement
                    créer la tâche "Soigner le lien" pour le formateur
                    proposer un rattrapage
                    proposer un signalement au financeur
                    signaler à risque
                    ajouter la note "Maladie longue"
                """);
        background.runDue();
        background.leap(READ);
        background.runDue();
        String notice = sql.sql(
                        "select id_ from act_ru_task where task_def_key_ = 'regle-signalement' order by create_time_ desc")
                .query(String.class)
                .list()
                .getFirst();
        assertThat(call(
                                quality,
                                "POST",
                                "/api/v1/tasks/" + notice + "/complete",
                                "{\"decision\":\"APPROVE\",\"comment\":\"f-" + centre.code + "@financeur.example\"}")
                        .statusCode())
                .isBetween(200, 204);
        background.runDue();
        received = Stream.of(
                        "f-" + centre.code + "@financeur.example",
                        centre.employerEmail(),
                        "t-" + centre.code + "@essai.example",
                        "r-" + centre.code + "@essai.example",
                        quality + "@assidu.test",
                        centre.email(0))
                .collect(Collectors.toMap(Function.identity(), address -> Mails.texts(mail, address, "")));
    }

    @BeforeEach
    void it_is_read_the_next_evening() {
        clock.set(READ);
    }

    @AfterAll
    void retired() {
        Calls.actAsSystem();
        call(quality, "POST", "/api/v1/rules/" + rule + "/retire", "");
    }

    @Test
    void calls_tell_it_to_nobody_but_referent_and_quality_manager() {
        for (Role role : List.of(Role.TRAINER, Role.AUDITOR, Role.ADMIN, Role.LEARNER)) {
            String reader = account("w" + role.ordinal() + "-", role, person(role));
            List<String> wrong = new ArrayList<>();
            int answered = 0;
            for (String path : paths(role)) {
                HttpResponse<byte[]> answer = call(reader, "GET", path, null);
                answered += answer.statusCode() == 200 ? 1 : 0;
                String read = text(answer.body());
                telling(read).forEach(word -> wrong.add(path + " says " + word));
                if (role == Role.ADMIN
                        && !path.startsWith(DEMONSTRATION)
                        && (read.contains("Apprenant0") || read.contains(centre.email(0)))) {
                    wrong.add(path + " names the learner");
                }
            }
            assertThat(wrong).as(role.name()).isEmpty();
            assertThat(answered).as("calls that " + role + " may make").isGreaterThan(5);
        }
    }

    @Test
    void referent_quality_manager_and_the_learner_read_it() {
        for (String reader : List.of(quality, referent)) {
            JsonNode alert = json.readTree(call(reader, "GET", "/api/v1/alerts?learner=" + learner, null)
                            .body())
                    .path("items")
                    .get(0);
            assertThat(alert.path("rule").asString()).contains("Maladie");
            assertThat(alert.path("explanation").asString()).contains("maladie");
            assertThat(alert.path("reserved").asBoolean()).isFalse();
            assertThat(whyNot(reader)).contains("maladie", "\"fires\":true");
            assertThat(of(reader, justifications.get(1))).contains("SICKNESS", "Zeppelin", "angine");
            assertThat(timeline(reader)).contains("maladie");
        }
        assertThat(of(account("l-", Role.LEARNER, learner), justifications.get(1)))
                .contains("SICKNESS", "Zeppelin");
    }

    @Test
    void others_learn_that_there_is_an_alert_and_that_its_details_are_not_for_them() {
        String auditor = account("a-", Role.AUDITOR, SmallCentre.id());
        JsonNode alert = json.readTree(call(auditor, "GET", "/api/v1/alerts?learner=" + learner, null)
                        .body())
                .path("items")
                .get(0);
        assertThat(alert.path("reserved").asBoolean()).isTrue();
        assertThat(alert.path("ruleId").isNull()).isTrue();
        assertThat(alert.path("facts").path("sessions").size()).isZero();
        assertThat(Reading.plain(alert.path("explanation").asString()))
                .isEqualTo("Le détail est réservé au référent et au responsable qualité.");
        JsonNode asked = json.readTree(whyNot(auditor));
        assertThat(asked.path("fires").isNull()).isTrue();
        assertThat(asked.path("lines")
                        .valueStream()
                        .filter(line -> line.path("holds").isNull()))
                .hasSize(1);
        assertThat(of(auditor, justifications.get(1))).contains("CONFIDENTIAL", "\"medical\":null");
    }

    /** What another reason would let them read, so that what is hidden tells nothing. */
    @Test
    void what_trainer_and_auditor_read_of_a_strike_is_what_they_read_of_a_sickness() {
        var elsewhere = new SmallCentre(sql, 2);
        UUID ill = elsewhere.learners.getFirst();
        UUID other = elsewhere.learners.getLast();
        UUID session = elsewhere.session(MONDAY.plusSeconds(24 * 3600));
        String teaches = account("t-", Role.TRAINER, elsewhere.trainer, elsewhere);
        background.leap(MONDAY.plusSeconds(60 * 3600));
        calls.actAs(teaches, Role.TRAINER, elsewhere.trainer);
        for (UUID one : List.of(ill, other)) {
            attendance.mark(session, one, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        }
        Calls.actAsSystem();
        background.runDue();
        UUID sick = file(ill, session, "SICKNESS", "angine");
        UUID wedding = file(other, session, "FAMILY_EVENT", "mariage");
        assertThat(masked(of(teaches, wedding)))
                .as("what waits and is private")
                .isEqualTo(masked(of(teaches, sick)))
                .contains("CONFIDENTIAL");
        for (UUID one : List.of(sick, wedding)) {
            decide(one, "verifier-document", quality, "APPROVE", "");
            decide(one, "decider-justificatif", teaches, "APPROVE", "Vu");
        }
        UUID later = elsewhere.session(MONDAY.plusSeconds(48 * 3600));
        background.leap(MONDAY.plusSeconds(84 * 3600));
        calls.actAs(teaches, Role.TRAINER, elsewhere.trainer);
        attendance.mark(later, other, new Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        Calls.actAsSystem();
        background.runDue();
        UUID strike = file(other, later, "TRANSPORT", "grève");
        assertThat(of(teaches, strike)).as("what the trainer has to decide").contains("TRANSPORT");
        decide(strike, "decider-justificatif", teaches, "APPROVE", "Vu");

        for (String reader : List.of(teaches, account("a-", Role.AUDITOR, SmallCentre.id()))) {
            String read = masked(of(reader, sick));
            assertThat(read).contains("CONFIDENTIAL", "\"medical\":null");
            assertThat(masked(of(reader, wedding))).isEqualTo(read);
            for (String field :
                    List.of("reasonCode", "reasonLabel", "medical", "comment", "documentName", "decisionNote")) {
                assertThat(json.readTree(of(reader, strike)).path(field))
                        .as(field)
                        .isEqualTo(json.readTree(of(reader, sick)).path(field));
            }
            for (UUID one : List.of(sick, wedding, strike)) {
                assertThat(call(reader, "GET", "/api/v1/justifications/" + one + "/document", null)
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(sql.sql(
                                "select count(*) from journal_entry where learner_id = any(?) and after::text ilike '%medical%'")
                        .param(elsewhere.learners.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Without what differs between any two. */
    private static String masked(String justification) {
        return justification
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z-]+", "at");
    }

    @Test
    void mails_tell_it_to_nobody_and_their_kept_texts_hide_the_answer_that_the_learner_gets() {
        List<String> texts = new ArrayList<>();
        received.forEach((address, mails) -> {
            assertThat(mails).as(address).isNotEmpty();
            if (!address.equals(centre.email(0))) {
                texts.addAll(mails);
            }
        });
        List<String> toLearner = received.get(centre.email(0));
        assertThat(toLearner.stream().filter(text -> text.contains("Zeppelin"))).hasSize(2);
        toLearner.stream().filter(text -> !text.contains("Zeppelin")).forEach(texts::add);
        assertThat(texts.stream().flatMap(text -> telling(text).stream())).isEmpty();
        assertThat(sql
                        .sql("select body || subject || why from message where learner_id = ?")
                        .param(learner)
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(text -> telling(text).stream()))
                .isEmpty();
        assertThat(sql
                        .sql(
                                "select coalesce(after::text, '') || coalesce(before::text, '') from journal_entry where learner_id = ?")
                        .param(learner)
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(text -> telling(text).stream()))
                .isEmpty();
    }

    @Test
    void screens_tell_it_to_neither_trainer_nor_auditor() {
        for (Role role : List.of(Role.TRAINER, Role.AUDITOR)) {
            signIn("s" + role.ordinal() + "-" + centre.code, role, person(role));
            List<String> wrong = new ArrayList<>();
            for (String address : List.of(
                    "",
                    "groupes/" + centre.group,
                    "apprenants/" + learner,
                    "seances/" + approved,
                    "seances/" + refused,
                    "absences",
                    "taches",
                    "alertes?groupe=" + centre.group,
                    "courriels",
                    "preuves")) {
                open(address);
                saidOrShown()
                        .forEach(line ->
                                telling(line).forEach(word -> wrong.add(address + " says " + word + ": " + line)));
            }
            open("alertes?groupe=" + centre.group);
            press("Pourquoi", "Lou Apprenant0");
            telling(dialog()).forEach(word -> wrong.add("the dialog of the alert says " + word));
            assertThat(wrong).as(role.name()).isEmpty();
        }
    }

    @Test
    void a_timeline_holds_the_subjects_of_those_messages_alone_that_its_reader_may_read() {
        String toEmployer = sql.sql("select subject from message where learner_id = ? and recipient_kind = 'EMPLOYER'"
                        + " order by created_at desc")
                .param(learner)
                .query(String.class)
                .list()
                .getFirst();
        assertThat(timeline(quality)).contains(toEmployer);
        assertThat(timeline(trainer)).doesNotContain(toEmployer).contains("MESSAGE");
        assertThat(timeline(account("l-", Role.LEARNER, learner))).doesNotContain(toEmployer);
    }

    private UUID person(Role role) {
        return switch (role) {
            case TRAINER -> centre.trainer;
            case LEARNER -> centre.learners.getLast();
            default -> SmallCentre.id();
        };
    }

    private static List<String> telling(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return TELLING.stream().filter(plain::contains).toList();
    }

    /** Every reading call of the role, with each thing of the learner's that its address may name. */
    private List<String> paths(Role role) {
        Map<String, List<String>> own = things();
        List<String> all = own.values().stream().flatMap(List::stream).toList();
        String asked = "?learner=" + learner + "&session=" + approved + "&rule=" + rule + "&group=" + centre.group
                + "&from=2028-03-01&to=2028-03-31&size=100&enrolment="
                + sql.sql("select id::text from enrolment where learner_id = ?")
                        .param(learner)
                        .query(String.class)
                        .single();
        List<String> paths = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET) && mayCall(role, method)) {
                Guarded guarded = method.getMethodAnnotation(Guarded.class);
                List<String> ids = guarded == null ? all : own.getOrDefault(guarded.value(), all);
                info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .filter(pattern -> pattern.endsWith("/why-not")
                                || OF_NOBODY.stream().noneMatch(pattern::startsWith))
                        .flatMap(pattern -> pattern.contains("{")
                                ? ids.stream().map(id -> pattern.replaceAll("\\{[^}]+}", id))
                                : java.util.stream.Stream.of(pattern))
                        .forEach(path -> {
                            if (path.endsWith("/reports/attendance")) {
                                List.of("csv", "xlsx", "pdf")
                                        .forEach(format -> paths.add(path + asked + "&format=" + format));
                            } else {
                                paths.add(path + asked);
                            }
                        });
            }
        });
        return paths;
    }

    /** What is the learner's, by the kind that guards it: an identifier of another kind is found by no call. */
    private Map<String, List<String>> things() {
        List<String> given = justifications.stream().map(UUID::toString).toList();
        var own = new HashMap<>(Map.of(
                "learner", List.of(learner.toString()),
                "group", List.of(centre.group.toString()),
                "session", List.of(approved.toString(), refused.toString()),
                "rule", List.of(rule),
                "justification", given));
        Map.of("alert", "alert", "message", "message", "document", "issued_document")
                .forEach((kind, table) -> own.put(
                        kind,
                        sql.sql("select id::text from " + table + " where learner_id = ?")
                                .param(learner)
                                .query(String.class)
                                .list()));
        own.put(
                "task",
                sql.sql(
                                "select distinct t.id_ from act_ru_task t"
                                        + " join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ where v.text_ in (:own)")
                        .param(
                                "own",
                                own.values().stream().flatMap(List::stream).toList())
                        .query(String.class)
                        .list());
        return own;
    }

    private static boolean mayCall(Role role, HandlerMethod method) {
        AllowedRoles allowed = method.getMethodAnnotation(AllowedRoles.class);
        AllowedRoles ofAll = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedRoles.class);
        AllowedRoles decisive = allowed == null ? ofAll : allowed;
        return decisive != null && Arrays.asList(decisive.value()).contains(role);
    }

    /** What can be read of an answer, of a PDF and of a workbook too. */
    private static String text(byte[] body) {
        String plain = new String(body, StandardCharsets.UTF_8);
        try {
            if (plain.startsWith("%PDF")) {
                try (var document = Loader.loadPDF(body)) {
                    return new PDFTextStripper().getText(document);
                }
            }
            if (plain.startsWith("PK")) {
                return unzipped(body);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return plain;
    }

    private static String unzipped(byte[] body) throws IOException {
        var all = new StringBuilder();
        Path file = Files.createTempFile("health", ".zip");
        try {
            Files.write(file, body);
            try (var zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return all.toString();
    }

    private String whyNot(String reader) {
        return text(call(reader, "GET", "/api/v1/rules/" + rule + "/why-not?learner=" + learner, null)
                .body());
    }

    private String of(String reader, UUID justification) {
        return text(call(reader, "GET", "/api/v1/justifications/" + justification, null)
                .body());
    }

    private String timeline(String reader) {
        // Every quality manager whom other tests left is written to.
        var all = new StringBuilder();
        for (int page = 0; page < TIMELINE_PAGES; page++) {
            all.append(text(call(reader, "GET", "/api/v1/learners/" + learner + "/timeline?size=200&page=" + page, null)
                    .body()));
        }
        return all.toString();
    }

    private UUID file(UUID session) {
        return file(learner, session, "SICKNESS", "angine");
    }

    private UUID file(UUID whose, UUID session, String reason, String comment) {
        var body = new StringBuilder();
        for (String[] field : new String[][] {
            {"learner", whose.toString()},
            {"sessions", session.toString()},
            {"reason", reason},
            {"comment", comment}
        }) {
            body.append(
                    "--xx\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n");
        }
        body.append("--xx\r\nContent-Disposition: form-data; name=\"document\"; filename=\"arret.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj\n\r\n--xx--\r\n");
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/justifications"))
                .header("Authorization", calls.authorization(referent))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(json.readTree(answer.body()).path("id").asString());
    }

    private void decide(UUID justification, String kind, String account, String decision, String comment) {
        String task = sql.sql(
                        "select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_"
                                + " where v.name_ = 'justificationId' and v.text_ = ? and t.task_def_key_ = ?")
                .params(justification.toString(), kind)
                .query(String.class)
                .single();
        String answer = json.createObjectNode()
                .put("decision", decision)
                .put("comment", comment)
                .toString();
        assertThat(call(account, "POST", "/api/v1/tasks/" + task + "/complete", answer)
                        .statusCode())
                .isBetween(200, 204);
    }

    private void publish(String body) {
        String text = "règle \"Maladie " + centre.code + "\"\npour les apprenants du groupe G-" + centre.code
                + "\nquand\n" + body;
        var created = call(
                quality,
                "POST",
                "/api/v1/rules",
                json.createObjectNode()
                        .put("ruleSet", "assiduity")
                        .put("text", text)
                        .toString());
        assertThat(created.statusCode()).as(text(created.body())).isEqualTo(201);
        rule = json.readTree(created.body()).path("id").asString();
        assertThat(call(quality, "POST", "/api/v1/rules/" + rule + "/publish", "{\"version\":1}")
                        .statusCode())
                .isEqualTo(200);
    }

    private String account(String prefix, Role role, UUID person) {
        return account(prefix, role, person, centre);
    }

    private String account(String prefix, Role role, UUID person, SmallCentre of) {
        calls.account(prefix + of.code, role, person);
        return prefix + of.code;
    }

    private HttpResponse<byte[]> call(String account, String method, String path, @Nullable String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(calls.uri(path))
                            .header("Authorization", calls.authorization(account))
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
