package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.privacy.PersonalData;
import fr.educentre.assidu.privacy.PersonalDataHolder;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a learner brought for absences, with its documents as they were brought, and calls made because of absences. */
@Component
class JustificationPersonalData implements PersonalDataHolder {

    private final JdbcClient sql;
    private final JustificationRepository justifications;
    private final DocumentVault vault;

    JustificationPersonalData(JdbcClient sql, JustificationRepository justifications, DocumentVault vault) {
        this.sql = sql;
        this.justifications = justifications;
        this.vault = vault;
    }

    @Override
    public String module() {
        return "justification";
    }

    @Override
    public void add(UUID learnerId, PersonalData to) {
        to.rows(
                        "justifications",
                        sql.sql("select to_jsonb(j) from justification j where j.learner_id = :learner"
                                + " order by j.created_at, j.id"))
                .rows(
                        "sessions",
                        sql.sql("select to_jsonb(s) from justification_session s"
                                + " join justification j on j.id = s.justification_id where j.learner_id = :learner"
                                + " order by s.justification_id, s.session_id"))
                .rows(
                        "calls",
                        sql.sql("select to_jsonb(c) from absence_call c where c.learner_id = :learner"
                                + " order by c.called_at, c.id"));
        for (Justification one : justifications.findByLearnerIdOrderByCreatedAtDesc(learnerId)) {
            vault.of(one.id())
                    .filter(document -> document.sealed() != null)
                    .ifPresent(document -> to.file(
                            one.id() + extension(document),
                            () -> vault.open(document).bytes()));
        }
    }

    private static String extension(StoredDocument document) {
        return Optional.of(document.mediaType())
                .map(type -> type.substring(type.indexOf('/') + 1))
                .map(type -> "." + type)
                .orElse("");
    }
}
