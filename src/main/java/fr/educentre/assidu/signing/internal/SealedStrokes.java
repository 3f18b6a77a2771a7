package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of signatures, when the key changes. */
@Component
class SealedStrokes implements SealedRows {

    private final JdbcClient sql;
    private final SecretCipher cipher;

    SealedStrokes(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public String table() {
        return "signature_strokes";
    }

    @Override
    public List<String> sealedBefore(String after) {
        return sql.sql("select signature_id from signature_strokes where position(? in nonce) <> 1 and signature_id > ?"
                        + " order by signature_id limit 20")
                .params(cipher.mark(), UUID.fromString(after))
                .query((row, n) -> Columns.text(row, "signature_id"))
                .list();
    }

    @Override
    @SystemOnly
    public boolean sealAnew(String key) {
        UUID id = UUID.fromString(key);
        return cipher.sealAnew(
                sql.sql("select bytes, nonce from signature_strokes where signature_id = ? for update")
                        .param(id)
                        .query((row, n) -> new Sealed(row.getBytes("bytes"), row.getBytes("nonce")))
                        .optional(),
                id.toString(),
                row -> sql.sql("update signature_strokes set bytes = ?, nonce = ? where signature_id = ?")
                        .params(row.cipher(), row.nonce(), id)
                        .update());
    }
}
