package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links and passages of messages that have not left, when the key changes. */
@Component
class SealedMessages implements SealedRows {

    private final JdbcClient sql;
    private final SecretCipher cipher;

    SealedMessages(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public String table() {
        return "message";
    }

    @Override
    public List<String> sealedBefore(String after) {
        return sql.sql("select id from message where position(? in links_nonce) <> 1 and id > ? order by id limit 20")
                .params(cipher.mark(), UUID.fromString(after))
                .query((row, n) -> Columns.text(row, "id"))
                .list();
    }

    @Override
    @SystemOnly
    public boolean sealAnew(String key) {
        UUID id = UUID.fromString(key);
        return cipher.sealAnew(
                sql.sql(
                                "select links_cipher, links_nonce from message where id = ? and links_nonce is not null for update")
                        .param(id)
                        .query((row, n) -> new Sealed(row.getBytes("links_cipher"), row.getBytes("links_nonce")))
                        .optional(),
                SealedLinks.label(id),
                row -> sql.sql("update message set links_cipher = ?, links_nonce = ? where id = ?")
                        .params(row.cipher(), row.nonce(), id)
                        .update());
    }
}
