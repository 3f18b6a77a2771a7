package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.CorrectionRequests.CorrectionRequest;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code correction_request}: one that waits for each learner and session. */
@Component
class CorrectionRequestStore {

    private final JdbcClient sql;

    CorrectionRequestStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where one waits already */
    boolean insert(CorrectionRequest asked, String by) {
        return sql.sql("insert into correction_request (id, session_id, learner_id, wish, asked_at, asked_by, state)"
                                + " values (?, ?, ?, ?, ?, ?, 'ASKED')"
                                + " on conflict (session_id, learner_id) where state = 'ASKED' do nothing")
                        .params(
                                asked.id(),
                                asked.sessionId(),
                                asked.learnerId(),
                                asked.wish(),
                                Arguments.utc(asked.askedAt()),
                                by)
                        .update()
                > 0;
    }

    Optional<CorrectionRequest> waiting(UUID sessionId, UUID learnerId) {
        return sql.sql("select * from correction_request where session_id = ? and learner_id = ? and state = 'ASKED'")
                .params(sessionId, learnerId)
                .query((row, n) -> request(row))
                .optional();
    }

    Optional<CorrectionRequest> find(UUID id) {
        return sql.sql("select * from correction_request where id = ?")
                .param(id)
                .query((row, n) -> request(row))
                .optional();
    }

    List<CorrectionRequest> ofLearner(UUID learnerId) {
        return sql.sql("select * from correction_request where learner_id = ? order by asked_at desc, id desc")
                .param(learnerId)
                .query((row, n) -> request(row))
                .list();
    }

    /** @return false where it was answered already */
    boolean answer(UUID id, CorrectionRequest.State state, CorrectionRequest.Answer answer) {
        return sql.sql("update correction_request set state = ?, answer = ?, answered_at = ?, answered_by = ?"
                                + " where id = ? and state = 'ASKED'")
                        .params(state.name(), answer.text(), Arguments.utc(answer.at()), answer.by(), id)
                        .update()
                > 0;
    }

    private static CorrectionRequest request(ResultSet row) throws SQLException {
        Instant answered = Columns.maybeInstant(row, "answered_at");
        return new CorrectionRequest(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "session_id"),
                Columns.uuid(row, "learner_id"),
                Columns.text(row, "wish"),
                Columns.instant(row, "asked_at"),
                CorrectionRequest.State.valueOf(Columns.text(row, "state")),
                answered == null
                        ? null
                        : new CorrectionRequest.Answer(
                                Columns.text(row, "answered_by"), answered, Columns.text(row, "answer")));
    }
}
