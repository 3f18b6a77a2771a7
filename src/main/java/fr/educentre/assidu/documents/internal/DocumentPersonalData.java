package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was issued about a learner, with the files as they were issued. Sheets of whole sessions name others: they stay. */
@Component
class DocumentPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;
    private final IssuedDocuments documents;

    DocumentPersonalData(JdbcClient sql, IssuedDocuments documents) {
        this.sql = sql;
        this.documents = documents;
    }

    @Override
    public String module() {
        return "documents";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows("documents", sql.sql("""
                select to_jsonb(d) from (
                    select id, kind, number, version, title, media_type, encode(sha256, 'hex') as sha256, code, state, issued_at, ended_at, ended_reason
                      from issued_document where learner_id = :learner order by issued_at, id) d
                """));
        to.rows("documentLines", sql.sql("""
                select to_jsonb(d) from (
                    select document_id, position, session_id, activity_key, day, observed_minutes, credited_minutes
                      from issued_line where learner_id = :learner order by document_id, position) d
                """));
        documents
                .ofLearner(learnerId)
                .forEach(one -> to.file(
                        one.number() + ".pdf",
                        () -> documents.file(one.id()).map(DocumentFile::bytes).orElseGet(() -> new byte[0])));
    }
}
