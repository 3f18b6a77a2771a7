package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A key takes over from another: what the former one sealed is read meanwhile, and sealed by the new one soon. */
@AssiduIT
class SealingAnewIT {

    private static final byte[] NONCE = "former-nonce".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTENT = "%PDF-1.4 feuille signée de Lou";

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    @Autowired
    SealingAnew sealing;

    @Autowired
    List<SealedRows> tables;

    @Autowired
    SecretCipher cipher;

    @Value("${assidu.secrets.former-keys}")
    String formerKey;

    private UUID session;
    private String trainer;
    private UUID document;
    private String setting;

    @BeforeEach
    void sealed_by_the_former_key() throws Exception {
        background.leap(Instant.parse("2027-05-03T07:10:00Z"));
        var centre = new SmallCentre(sql, 1);
        session = centre.session(Instant.parse("2027-05-03T07:00:00Z"));
        trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
        document = SmallCentre.id();
        sql.sql(
                        "insert into session_document (id, session_id, file_name, media_type, bytes, nonce, sha256, uploaded_by,"
                                + " uploaded_at) values (?, ?, 'd.pdf', 'application/pdf', ?, ?, ?, 'Essai', now())")
                .params(document, session, formerly(CONTENT, document.toString()), NONCE, new byte[32])
                .update();
        setting = "s-" + centre.code;
        sql.sql("insert into connector_setting (connector, name, cipher, nonce, set_by, set_at)"
                        + " values ('essai', ?, ?, ?, 'Essai', now())")
                .params(setting, formerly("secret", "connector/essai/" + setting), NONCE)
                .update();
    }

    @AfterEach
    void nothing_kept() {
        sql.sql("delete from session_document where id = ?").param(document).update();
        sql.sql("delete from connector_setting where connector = 'essai'").update();
    }

    @Test
    void all_that_the_former_key_sealed_is_sealed_by_the_key_in_use() throws Exception {
        assertThat(opened()).as("before").isEqualTo(CONTENT);
        atStart(sealing::started);
        background.runDue();
        assertThat(tables)
                .hasSizeGreaterThan(3)
                .allSatisfy(table -> assertThat(table.sealedBefore(SealedRows.BEFORE_ALL))
                        .as(table.table())
                        .isEmpty());
        assertThat(nonce()).startsWith(cipher.mark());
        assertThat(opened()).as("after").isEqualTo(CONTENT);
        assertThat(secret()).isEqualTo("secret");
    }

    @Test
    void what_no_key_opens_stays_as_it_is_and_keeps_nothing_else_from_it() throws Exception {
        sql.sql("update session_document set bytes = ? where id = ?")
                .params(new byte[40], document)
                .update();
        atStart(sealing::started);
        background.runDue();
        assertThat(nonce()).isEqualTo(NONCE);
        assertThat(secret()).isEqualTo("secret");
        assertThat(sql.sql(
                                "select after->>'unopened' from journal_entry where action = 'secrets.sealedAnew' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("1");
    }

    private String opened() {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/documents/" + document))
                        .header("Authorization", calls.authorization(trainer))
                        .build())
                .body();
    }

    private byte[] nonce() {
        return sql.sql("select nonce from session_document where id = ?")
                .param(document)
                .query(byte[].class)
                .single();
    }

    private String secret() {
        SecretCipher.Sealed sealed = sql.sql("select cipher, nonce from connector_setting where name = ?")
                .param(setting)
                .query((row, n) -> new SecretCipher.Sealed(row.getBytes("cipher"), row.getBytes("nonce")))
                .single();
        assertThat(sealed.nonce()).startsWith(cipher.mark());
        return new String(cipher.open(sealed, "connector/essai/" + setting), StandardCharsets.UTF_8);
    }

    /** As it was sealed before keys had marks. */
    private byte[] formerly(String plain, String label) throws Exception {
        var aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(formerKey), "AES"),
                new GCMParameterSpec(128, NONCE));
        aes.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return aes.doFinal(plain.getBytes(StandardCharsets.UTF_8));
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
