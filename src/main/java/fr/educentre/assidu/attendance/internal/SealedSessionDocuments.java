package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents that support corrections, when the key changes. */
@Component
class SealedSessionDocuments implements SealedRows {

    private final JdbcClient sql;
    private final SecretCipher cipher;

    SealedSessionDocuments(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public String table() {
        return "session_document";
    }

    @Override
    public List<String> sealedBefore(String after) {
        return sql.sql(
                        "select id from session_document where position(? in nonce) <> 1 and id > ? order by id limit 20")
                .params(cipher.mark(), UUID.fromString(after))
                .query((row, n) -> Columns.text(row, "id"))
                .list();
    }

    @Override
    @SystemOnly
    public boolean sealAnew(String key) {
        UUID id = UUID.fromString(key);
        return cipher.sealAnew(
                sql.sql("select bytes, nonce from session_document where id = ? and nonce is not null for update")
                        .param(id)
                        .query((row, n) -> new Sealed(row.getBytes("bytes"), row.getBytes("nonce")))
                        .optional(),
                id.toString(),
                row -> sql.sql("update session_document set bytes = ?, nonce = ? where id = ?")
                        .params(row.cipher(), row.nonce(), id)
                        .update());
    }
}
