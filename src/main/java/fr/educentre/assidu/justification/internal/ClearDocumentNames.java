package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.workflow.NightlyTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names of documents that came before names were sealed, some each night until none is left. */
@Component
class ClearDocumentNames implements NightlyTask {

    private static final int MOST_A_NIGHT = 5_000;

    private final JdbcClient sql;
    private final SecretCipher cipher;

    ClearDocumentNames(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public String name() {
        return "clear-document-names";
    }

    @Override
    @Transactional
    @SystemOnly
    public void run() {
        sql.sql("select id, file_name from justification_document where file_name is not null order by id limit ?"
                        + " for update skip locked")
                .param(MOST_A_NIGHT)
                .query((row, n) -> new DocumentName(Columns.uuid(row, "id"), row.getString("file_name"), null, null))
                .list()
                .forEach(this::seal);
    }

    private void seal(DocumentName name) {
        SecretCipher.Sealed sealed = DocumentName.seal(cipher, name.documentId(), name.open(cipher));
        sql.sql("update justification_document set file_name = null, name_cipher = ?, name_nonce = ? where id = ?")
                .params(sealed.cipher(), sealed.nonce(), name.documentId())
                .update();
    }
}
