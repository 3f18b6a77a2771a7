package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SealedRows;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Columns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents of justifications, when the key changes. */
@Component
class SealedJustificationDocuments implements SealedRows {

    private final JdbcClient sql;
    private final SecretCipher cipher;

    SealedJustificationDocuments(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public String table() {
        return "justification_document";
    }

    @Override
    public List<String> sealedBefore(String after) {
        return sql.sql("select id from justification_document where position(? in nonce) <> 1 and id > ?"
                        + " order by id limit 20")
                .params(cipher.mark(), UUID.fromString(after))
                .query((row, n) -> Columns.text(row, "id"))
                .list();
    }

    @Override
    @SystemOnly
    public boolean sealAnew(String key) {
        UUID id = UUID.fromString(key);
        return sealedContent(id) && sealedName(id);
    }

    private boolean sealedName(UUID id) {
        Optional<Sealed> name = sql.sql("select name_cipher, name_nonce from justification_document"
                        + " where id = ? and name_nonce is not null for update")
                .param(id)
                .query((row, n) -> new Sealed(row.getBytes("name_cipher"), row.getBytes("name_nonce")))
                .optional();
        return name.isEmpty()
                || cipher.sealAnew(
                        name,
                        DocumentName.label(id),
                        row -> sql.sql("update justification_document set name_cipher = ?, name_nonce = ? where id = ?")
                                .params(row.cipher(), row.nonce(), id)
                                .update());
    }

    private boolean sealedContent(UUID id) {
        return cipher.sealAnew(
                sql.sql(
                                "select cipher, nonce from justification_document where id = ? and nonce is not null for update")
                        .param(id)
                        .query((row, n) -> new Sealed(row.getBytes("cipher"), row.getBytes("nonce")))
                        .optional(),
                id.toString(),
                row -> sql.sql("update justification_document set cipher = ?, nonce = ? where id = ?")
                        .params(row.cipher(), row.nonce(), id)
                        .update());
    }
}
