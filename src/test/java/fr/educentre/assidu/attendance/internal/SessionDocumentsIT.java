package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What supports a correction is kept as nobody can read it who has the database alone. */
@AssiduIT
class SessionDocumentsIT {

    private static final String CONTENT = "%PDF-1.4 feuille signée de Lou";

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    @Autowired
    SessionDocumentSealing sealing;

    private SmallCentre centre;
    private UUID session;
    private String trainer;

    @BeforeEach
    void a_session() {
        background.leap(Instant.parse("2027-05-03T07:10:00Z"));
        centre = new SmallCentre(sql, 1);
        session = centre.session(Instant.parse("2027-05-03T07:00:00Z"));
        trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
    }

    @AfterEach
    void nothing_kept() {
        sql.sql("delete from session_document where session_id = ?")
                .param(session)
                .update();
    }

    @Test
    void a_document_is_kept_encrypted_and_opens_for_its_session_alone() {
        UUID id = add();
        assertThat(stored(id)).doesNotContain("feuille", "%PDF");
        HttpResponse<String> opened = open(trainer, session, id.toString());
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(CONTENT);
        assertThat(opened.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(sql.sql(
                                "select count(*) from journal_entry where action = 'attendance.documentOpened' and subject_id = ?")
                        .param(session.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        UUID other = centre.session(Instant.parse("2027-05-04T07:00:00Z"));
        assertThat(open(trainer, other, id.toString()).statusCode()).isEqualTo(404);
        assertThat(open(trainer, session, "nothing").statusCode()).isEqualTo(404);
        calls.account("s-" + centre.code, Role.TRAINER, SmallCentre.id());
        assertThat(open("s-" + centre.code, session, id.toString()).statusCode())
                .isEqualTo(403);
        calls.account("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        assertThat(open("a-" + centre.code, session, id.toString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void one_kept_before_is_readable_and_is_sealed_once_the_application_has_started() {
        UUID id = add();
        sql.sql("update session_document set bytes = ?, nonce = null where id = ?")
                .params(CONTENT.getBytes(StandardCharsets.UTF_8), id)
                .update();
        assertThat(open(trainer, session, id.toString()).body()).isEqualTo(CONTENT);
        atStart(sealing::started);
        background.runDue();
        assertThat(stored(id)).doesNotContain("feuille", "%PDF");
        assertThat(open(trainer, session, id.toString()).body()).isEqualTo(CONTENT);
        assertThat(sql.sql("select count(*) from session_document where nonce is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID add() {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/documents"))
                .header("Authorization", calls.authorization(trainer))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.pdf\"\r\n"
                                + "Content-Type: application/pdf\r\n\r\n" + CONTENT + "\r\n--b--\r\n"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
    }

    private String stored(UUID id) {
        return new String(
                sql.sql("select bytes from session_document where id = ?")
                        .param(id)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private HttpResponse<String> open(String account, UUID of, String document) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + of + "/documents/" + document))
                .header("Authorization", calls.authorization(account))
                .build());
    }

    /** When a node starts nobody acts. */
    private static void atStart(Runnable listener) {
        SecurityContextHolder.clearContext();
        try {
            listener.run();
        } finally {
            Calls.actAsSystem();
        }
    }
}
