package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CentreOwnership implements Ownership {

    private final JdbcClient sql;

    CentreOwnership(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void requireSession(Actor actor, UUID sessionId) {
        require(
                actor,
                sessionId,
                "session",
                "select id from training_session where id = :id",
                "t.id in (" + TrainerScopeSql.SESSIONS + ")",
                "exists (select 1 from session_expected where session_id = t.id and learner_id = :learner)");
    }

    @Override
    public void requireGroup(Actor actor, UUID groupId) {
        require(
                actor,
                groupId,
                "group",
                "select id from learner_group where id = :id",
                "t.id in (" + TrainerScopeSql.GROUPS + ")",
                "t.id in (select group_id from group_membership where learner_id = :learner)");
    }

    @Override
    public void requireLearner(Actor actor, UUID learnerId) {
        require(
                actor,
                learnerId,
                "learner",
                "select id from learner where id = :id",
                "t.id in (" + TrainerScopeSql.LEARNERS + ")",
                "t.id = :learner");
    }

    @Override
    public void requireEnrolment(Actor actor, UUID enrolmentId) {
        require(
                actor,
                enrolmentId,
                "enrolment",
                "select id, learner_id from enrolment where id = :id",
                "t.learner_id in (" + TrainerScopeSql.LEARNERS + ")",
                "t.learner_id = :learner");
    }

    private void require(Actor actor, UUID id, String kind, String existing, String ofTrainer, String ofLearner) {
        boolean own = sql.sql("select " + condition(actor.role(), ofTrainer, ofLearner) + " from (" + existing + ") t")
                .param("id", id)
                .param("trainer", person(actor, Role.TRAINER))
                .param("learner", person(actor, Role.LEARNER))
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound(kind));
        if (!own) {
            throw Refusal.notYours();
        }
    }

    private static String condition(Role role, String ofTrainer, String ofLearner) {
        return switch (role) {
            case ADMIN, QUALITY_MANAGER, AUDITOR, REFERENT -> "true";
            case TRAINER -> "coalesce(" + ofTrainer + ", false)";
            case LEARNER -> "coalesce(" + ofLearner + ", false)";
        };
    }

    private static @Nullable UUID person(Actor actor, Role role) {
        return actor.role() == role ? actor.personId() : null;
    }
}
