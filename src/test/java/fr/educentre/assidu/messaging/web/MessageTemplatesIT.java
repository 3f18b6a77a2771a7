package fr.educentre.assidu.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails in the centre's own words, over the calls and as they leave. */
@AssiduIT
class MessageTemplatesIT {

    private static final String PATH = "/api/v1/message-templates/rattrapage";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    Outbox outbox;

    @Autowired
    GreenMail mail;

    @Autowired
    BackgroundWork background;

    private final JsonMapper json = JsonMapper.shared();
    private SmallCentre centre;
    private String quality;

    @BeforeEach
    void a_quality_manager() {
        centre = new SmallCentre(sql, 1);
        quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @AfterEach
    void as_shipped() {
        sql.sql("delete from message_template where key = 'rattrapage'").update();
    }

    @Test
    void the_next_mail_is_written_in_the_new_words_and_says_by_which_version() {
        JsonNode before = read(call("GET", PATH, ""));
        assertThat(before.path("own").asBoolean()).isFalse();
        int version = before.path("words").path("version").asInt();
        UUID earlier = sent();
        var written = call(
                "PUT",
                PATH,
                words("Un rattrapage, {prenom}", "Venez :\n{proposition}\n{si telephone}Tél. {telephone}{/}", version));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        JsonNode after = json.readTree(written.body());
        assertThat(after.path("own").asBoolean()).isTrue();
        assertThat(after.path("words").path("version").asInt()).isEqualTo(version + 1);
        assertThat(after.path("versions")).hasSize(2);
        assertThat(after.path("versions").get(0).path("by").asString()).isNotBlank();
        UUID later = sent();
        assertThat(message(later))
                .containsEntry("subject", "Un rattrapage, Lou")
                .containsEntry("template_version", version + 1);
        assertThat((String) message(later).get("body")).startsWith("Venez :\nLundi, 10 h");
        assertThat(message(earlier)).containsEntry("template_version", version);
        assertThat(sql.sql("select count(*) from journal_entry where action = 'messageTemplate.written'"
                                + " and after::text like '%Un rattrapage, {prenom}%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(call("PUT", PATH, words("Autre", "Texte {proposition}", version))
                        .statusCode())
                .as("the version that another replaced")
                .isEqualTo(409);
    }

    @Test
    void what_is_wrong_is_named_and_changes_nothing() {
        var refused = call(
                "PUT",
                "/api/v1/message-templates/absence-du-jour",
                words("Bonjour {inconnu}", "Ligne un\n{si telephone}ouvert", 1));
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode errors = json.readTree(refused.body()).path("errors");
        assertThat(errors.valueStream()
                        .map(one -> one.path("field").asString() + ": "
                                + one.path("problem").asString()))
                .anySatisfy(
                        one -> assertThat(one).startsWith("subject: Ligne 1").contains("inconnu", "prenom"))
                .anySatisfy(one -> assertThat(one).startsWith("text: ").contains("pas fermé"))
                .anySatisfy(one -> assertThat(one).startsWith("text: ").contains("{lien}"));
        assertThat(call("PUT", "/api/v1/message-templates/absence-du-jour", words("", "", 1))
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("PUT", PATH, "{\"subject\":\"x\",\"text\":\"{proposition}\"}")
                        .statusCode())
                .as("no version")
                .isEqualTo(422);
        assertThat(call("PUT", "/api/v1/message-templates/aucun", words("x", "y", 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("GET", PATH + "?language=de", "").statusCode()).isEqualTo(400);
        assertThat(read(call("GET", "/api/v1/message-templates/absence-du-jour", ""))
                        .path("own")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_preview_is_written_for_a_learner_and_kept_nowhere() {
        JsonNode preview = read(call(
                "POST",
                PATH + "/preview",
                "{\"learner\":\"" + centre.learners.getFirst() + "\",\"subject\":\"Pour {prenom}\"}"));
        assertThat(preview.path("subject").asString()).isEqualTo("Pour Lou");
        assertThat(preview.path("text").asString()).startsWith("Bonjour Lou,").doesNotContain("{", "null");
        assertThat(read(call("POST", PATH + "/preview", "{\"language\":\"en\"}"))
                        .path("text")
                        .asString())
                .contains("Sam");
        assertThat(call("POST", PATH + "/preview", "{\"learner\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(sql.sql("select count(*) from message_template where key = 'rattrapage'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_test_arrives_at_the_address_of_whoever_asks() {
        assertThat(call("POST", PATH + "/test", "{\"subject\":\"Essai de {prenom} " + centre.code + "\"}")
                        .statusCode())
                .isEqualTo(202);
        background.runDue();
        assertThat(Mails.texts(mail, quality + "@assidu.test", ""))
                .singleElement()
                .asString()
                .startsWith("Bonjour Camille,");
        assertThat(sql.sql("select subject from message where recipient_address = ?")
                        .param(quality + "@assidu.test")
                        .query(String.class)
                        .single())
                .endsWith(": Essai de Camille " + centre.code);
    }

    @Test
    void all_of_them_are_listed_in_both_languages() {
        JsonNode all = read(call("GET", "/api/v1/message-templates", "")).path("items");
        assertThat(all.valueStream()
                        .map(one -> one.path("key").asString()
                                + one.path("language").asString()))
                .contains("absence-du-jourfr", "absence-du-jouren", "avant-abandonfr")
                .doesNotHaveDuplicates();
        assertThat(all.valueStream())
                .allSatisfy(one -> assertThat(one.path("name").asString())
                        .doesNotStartWith("messaging.")
                        .isNotBlank())
                .allSatisfy(one -> assertThat(one.path("blanks").valueStream())
                        .allSatisfy(blank ->
                                assertThat(blank.path("label").asString()).doesNotStartWith("messaging.")));
    }

    private UUID sent() {
        Calls.actAsSystem();
        return outbox.enqueue(new NewMessage(
                "template-it:" + UUID.randomUUID(),
                "rattrapage",
                new Recipient(Outbox.RecipientKind.LEARNER, "Lou", centre.email(0), centre.learners.getFirst()),
                Map.of("prenom", "Lou", "proposition", "Lundi, 10 h", "referent", "R"),
                Wording.of("messaging.why.trial"),
                "template-it"));
    }

    private Map<String, Object> message(UUID id) {
        return sql.sql("select subject, body, template_version from message where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private String words(String subject, String text, int version) {
        return json.createObjectNode()
                .put("language", "fr")
                .put("subject", subject)
                .put("text", text)
                .put("version", version)
                .toString();
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> call(String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", calls.authorization(quality))
                .header("Content-Type", "application/json")
                .build());
    }
}
