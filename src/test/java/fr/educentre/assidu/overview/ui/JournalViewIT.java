package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalHeads;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What verification found is said in words, on the screen and by the call. */
class JournalViewIT extends ViewTest {

    @Autowired
    Journal journal;

    @Autowired
    JournalHeads heads;

    @Test
    void the_screen_says_that_the_journal_is_intact_and_where_it_ends() {
        journal.record(JournalRecord.of("test.done", "test", "screen"));
        open();
        click("Vérifier");
        assertThat(shown())
                .contains("Intact", "Le journal est intact", heads.note().hash());
    }

    @Test
    void a_head_that_was_noted_is_looked_for() {
        journal.record(JournalRecord.of("test.done", "test", "noted"));
        Journal.Head head = heads.note();
        open();
        fill("Numéro de l'entrée", String.valueOf(head.seq()));
        fill("Empreinte", head.hash());
        click("Vérifier");
        assertThat(shown()).contains("Le journal est intact");
        fill("Empreinte", "ab".repeat(32));
        click("Vérifier");
        assertThat(shown())
                .contains("À examiner", "à partir de l'entrée", "La tête notée de l'entrée", "ne se retrouve pas");
        fill("Empreinte", "ab");
        click("Vérifier");
        assertThat(shown()).contains("64 caractères");
    }

    @Test
    void the_call_says_it_in_the_readers_language() {
        Journal.Head head = heads.note();
        assertThat(verification("", "fr").get("message").asString()).contains("Le journal est intact");
        JsonNode lost = verification("?seq=" + (head.seq() + 5) + "&hash=" + head.hash(), "en");
        assertThat(lost.get("holds").asBoolean()).isFalse();
        assertThat(lost.get("firstBroken").asLong()).isEqualTo(head.seq() + 5);
        JsonNode finding = lost.get("findings").get(0);
        assertThat(finding.get("kind").asString()).isEqualTo("HEAD_NOT_FOUND");
        assertThat(finding.get("message").asString()).contains("The head that was noted of entry " + (head.seq() + 5));
    }

    @Test
    void half_a_head_is_refused() {
        assertThat(send("?seq=3", "fr").statusCode()).isEqualTo(400);
        assertThat(send("?hash=" + "ab".repeat(32), "fr").statusCode()).isEqualTo(400);
        assertThat(send("?seq=0&hash=" + "ab".repeat(32), "fr").statusCode()).isEqualTo(400);
        assertThat(send("?seq=3&hash=xyz", "fr").statusCode()).isEqualTo(400);
    }

    private void open() {
        signIn("q-journal", Role.QUALITY_MANAGER, SmallCentre.id());
        open("/journal");
    }

    private JsonNode verification(String query, String language) {
        return JsonMapper.shared().readTree(send(query, language).body());
    }

    private HttpResponse<String> send(String query, String language) {
        calls.account("q-journal", Role.QUALITY_MANAGER, SmallCentre.id());
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/journal/verification" + query))
                .header("Authorization", calls.authorization("q-journal"))
                .header("Accept-Language", language)
                .build());
    }
}
