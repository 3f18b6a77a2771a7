package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.DocumentDraft.Filing;
import fr.educentre.assidu.documents.internal.DocumentPrinter.Stamp;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.BatchWriter;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what is issued. */
@Component
class IssuedDocumentStore {

    private static final String CURRENT = "select d.id, d.number, d.version, d.fingerprint from issued_document d ";

    private final JdbcClient jdbc;
    private final BatchWriter batches;

    IssuedDocumentStore(JdbcClient jdbc, BatchWriter batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A document in force. */
    record Current(UUID id, String number, int version, byte[] fingerprint) {}

    /** What is kept of a document beside its draft. */
    record Made(UUID id, Stamp stamp, Sealed sealed, String by) {

        /** @param inputs what it was made of, as JSON */
        record Sealed(String inputs, byte[] fingerprint, byte[] bytes, byte[] sha256) {}
    }

    /** Until the end of the transaction nobody else issues within the scope. */
    void lock(String scope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(scope)
                .query((row, i) -> 1)
                .single();
    }

    /** The one in force for the subject. */
    Optional<Current> current(String subject) {
        return jdbc.sql(CURRENT + "where d.subject = ? and d.state = 'VALID'")
                .param(subject)
                .query(IssuedDocumentStore::current)
                .optional();
    }

    /** Those in force within its scope that share a line with it, or that have none because they were issued before. */
    List<Current> overlapping(Filing filing, List<DocumentLine> lines) {
        return jdbc.sql(CURRENT + """
                         where d.scope = :scope and d.state = 'VALID'
                           and (d.subject = :subject
                                or not exists (select 1 from issued_line l where l.document_id = d.id)
                                or exists (select 1 from issued_line l where l.document_id = d.id
                                              and (l.session_id = any(:sessions::uuid[]) or l.activity_key = any(:activities::text[]))))
                         order by d.number""")
                .param("scope", filing.scope())
                .param("subject", filing.subject())
                .param(
                        "sessions",
                        Arguments.array(lines.stream()
                                .map(line -> line.item().sessionId())
                                .filter(Objects::nonNull)
                                .toList()))
                .param(
                        "activities",
                        lines.stream()
                                .map(line -> line.item().activityKey())
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query(IssuedDocumentStore::current)
                .list();
    }

    /** How many were issued for the subject. */
    int lastVersion(String subject) {
        return jdbc.sql("select coalesce(max(version), 0) from issued_document where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    /** Without gaps: the counter stays locked until the document that takes the number is stored. */
    String nextNumber(String series, int year) {
        long next = jdbc.sql("""
                        insert into issued_document_counter as c (series, year, last) values (?, ?, 1)
                        on conflict (series, year) do update set last = c.last + 1
                        returning last""").params(series, year).query(Long.class).single();
        return "%s-%d-%06d".formatted(series, year, next);
    }

    void insert(DocumentDraft draft, Made made) {
        var about = draft.about();
        jdbc.sql("""
                        insert into issued_document (id, kind, number, scope, subject, version, learner_id, enrolment_id, session_id,
                            group_id, title, inputs, fingerprint, media_type, bytes, sha256, code, state, issued_at, issued_by)
                        values (:id, :kind, :number, :scope, :subject, :version, :learner, :enrolment, :session, :group, :title,
                            cast(:inputs as jsonb), :fingerprint, :mediaType, :bytes, :sha, :code, 'VALID', :at, :by)""")
                .param("id", made.id())
                .param("kind", draft.filing().kind())
                .param("number", made.stamp().number())
                .param("scope", draft.filing().scope())
                .param("subject", draft.filing().subject())
                .param("version", made.stamp().version())
                .param("learner", about.learnerId())
                .param("enrolment", about.enrolmentId())
                .param("session", about.sessionId())
                .param("group", about.groupId())
                .param("title", draft.title().stored())
                .param("inputs", made.sealed().inputs())
                .param("fingerprint", made.sealed().fingerprint())
                .param("mediaType", DocumentPrinter.PDF)
                .param("bytes", made.sealed().bytes())
                .param("sha", made.sealed().sha256())
                .param("code", made.stamp().code())
                .param("at", Arguments.utc(made.stamp().at()))
                .param("by", made.by())
                .update();
        insertLines(made.id(), draft.lines());
    }

    private void insertLines(UUID id, List<DocumentLine> lines) {
        var position = new AtomicInteger();
        batches.write(
                """
                insert into issued_line (document_id, position, session_id, verdict_version, activity_key, learner_id, day,
                    observed_minutes, credited_minutes, funding_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                lines,
                line -> BatchWriter.row(
                        id,
                        position.incrementAndGet(),
                        line.item().sessionId(),
                        line.item().verdictVersion(),
                        line.item().activityKey(),
                        line.learnerId(),
                        line.day(),
                        line.minutes().observed(),
                        line.minutes().credited(),
                        line.fundingId()));
    }

    /** A document that may be cancelled; nobody else ends it until the end of the transaction. */
    record Ending(String number, String state, @Nullable UUID learnerId, boolean sheetOfSession) {}

    Ending forCancelling(UUID id) {
        return jdbc.sql(
                        "select d.number, d.state, d.learner_id, d.session_id is not null as of_session from issued_document d where d.id = ? for update")
                .param(id)
                .query((row, i) -> new Ending(
                        row.getString("number"),
                        row.getString("state"),
                        Columns.maybeUuid(row, "learner_id"),
                        row.getBoolean("of_session")))
                .single();
    }

    /** @param state what becomes of it */
    void end(UUID id, String state, Instant at, String by, String reason) {
        jdbc.sql("update issued_document set state = ?, ended_at = ?, ended_by = ?, ended_reason = ? where id = ?")
                .params(state, Arguments.utc(at), by, reason, id)
                .update();
    }

    void replacedBy(UUID id, UUID replacement) {
        jdbc.sql("update issued_document set replaced_by = ? where id = ?")
                .params(replacement, id)
                .update();
    }

    private static Current current(ResultSet row, int index) throws SQLException {
        return new Current(
                Columns.uuid(row, "id"), row.getString("number"), row.getInt("version"), row.getBytes("fingerprint"));
    }
}
