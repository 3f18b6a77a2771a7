package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets of connectors, when the key changes. */
@Component
class SealedSourceSettings implements SealedRows {

    private final JdbcClient sql;
    private final SecretCipher cipher;

    SealedSourceSettings(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public String table() {
        return "connector_setting";
    }

    @Override
    public List<String> sealedBefore(String after) {
        return sql.sql("select connector || '/' || name from connector_setting where position(? in nonce) <> 1"
                        + " and connector || '/' || name > ? order by 1 limit 20")
                .params(cipher.mark(), after)
                .query((row, n) -> Columns.text(row, 1))
                .list();
    }

    @Override
    @SystemOnly
    public boolean sealAnew(String key) {
        return cipher.sealAnew(
                sql.sql("select cipher, nonce from connector_setting where connector || '/' || name = ?"
                                + " and nonce is not null for update")
                        .param(key)
                        .query((row, n) -> new Sealed(row.getBytes("cipher"), row.getBytes("nonce")))
                        .optional(),
                "connector/" + key,
                row -> sql.sql("update connector_setting set cipher = ?, nonce = ? where connector || '/' || name = ?")
                        .params(row.cipher(), row.nonce(), key)
                        .update());
    }
}
