package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A document is whose the learner or the session it tells about is. */
@Component
class DocumentGuard implements ResourceGuard {

    private final JdbcClient jdbc;
    private final Ownership ownership;

    DocumentGuard(JdbcClient jdbc, Ownership ownership) {
        this.jdbc = jdbc;
        this.ownership = ownership;
    }

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public void check(Actor actor, UUID id) {
        var about = jdbc.sql("select learner_id, session_id from issued_document where id = ?")
                .param(id)
                .query((row, i) ->
                        new About(row.getObject("learner_id", UUID.class), row.getObject("session_id", UUID.class)))
                .optional()
                .orElseThrow(() -> Refusal.notFound("document"));
        if (about.learnerId() != null) {
            ownership.requireLearner(actor, about.learnerId());
        } else if (about.sessionId() != null && !actor.is(Role.LEARNER)) {
            ownership.requireSession(actor, about.sessionId());
        } else if (actor.is(Role.LEARNER, Role.TRAINER)) {
            throw Refusal.notYours();
        }
    }

    private record About(@Nullable UUID learnerId, @Nullable UUID sessionId) {}
}
