package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives a draft its number and code, renders and keeps it; the same facts give back what was issued. */
@Component
class DocumentIssuer {

    private static final String PDF = "application/pdf";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PdfRenderer renderer;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final String baseUrl;

    DocumentIssuer(
            JdbcClient jdbc,
            JsonMapper json,
            PdfRenderer renderer,
            Journal journal,
            CurrentActor actor,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${assidu.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.json = json;
        this.renderer = renderer;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.baseUrl = baseUrl;
    }

    IssuedFile issue(DocumentDraft draft) {
        String inputs = json.writeValueAsString(Map.of(
                "document",
                draft.content().model(),
                "certified",
                draft.content().certified()));
        byte[] fingerprint = sha256(json.writeValueAsBytes(draft.content().model()));
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(draft.filing().subject())
                    .query((row, i) -> 1)
                    .single();
            Optional<Current> current = current(draft.filing().subject());
            return current.filter(kept -> MessageDigest.isEqual(kept.fingerprint(), fingerprint))
                    .map(kept -> kept.file(draft))
                    .orElseGet(() -> issueNew(draft, inputs, fingerprint, current.orElse(null)));
        }));
    }

    private IssuedFile issueNew(DocumentDraft draft, String inputs, byte[] fingerprint, @Nullable Current replaced) {
        Instant now = clock.instant();
        var id = TimeOrderedId.next();
        var stamp = new Stamp(
                nextNumber(draft.filing().series(), now.atZone(draft.zone()).getYear()),
                replaced == null ? 1 : replaced.version() + 1,
                VerificationCode.random(),
                now,
                replaced == null ? null : replaced.number());
        byte[] bytes = renderer.pdf(draft.content().template(), values(draft, stamp));
        if (replaced != null) {
            jdbc.sql("update issued_document set state = 'REPLACED' where id = ?")
                    .param(replaced.id())
                    .update();
        }
        insert(id, draft, stamp, inputs, fingerprint, bytes);
        if (replaced != null) {
            jdbc.sql("update issued_document set replaced_by = ? where id = ?")
                    .params(id, replaced.id())
                    .update();
        }
        record(id, draft, stamp, bytes);
        return new IssuedFile(id, stamp.number(), fileName(draft.filing().fileStem(), stamp.number()), PDF, bytes);
    }

    private Map<String, Object> values(DocumentDraft draft, Stamp stamp) {
        var values = new HashMap<String, Object>();
        values.put("doc", json.convertValue(draft.content().model(), Map.class));
        values.put("stamp", stamp.values(draft.zone(), baseUrl));
        var logo = Letterhead.logo(draft.organisation());
        if (logo != null) {
            values.put("logo", logo);
        }
        return values;
    }

    private Optional<Current> current(String subject) {
        return jdbc.sql("""
                        select id, number, version, fingerprint, bytes from issued_document
                         where subject = ? and state = 'VALID'""")
                .param(subject)
                .query((row, i) -> new Current(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getInt("version"),
                        row.getBytes("fingerprint"),
                        row.getBytes("bytes")))
                .optional();
    }

    private String nextNumber(String series, int year) {
        long next = jdbc.sql("""
                        insert into issued_document_counter as c (series, year, last) values (?, ?, 1)
                        on conflict (series, year) do update set last = c.last + 1
                        returning last""").params(series, year).query(Long.class).single();
        return "%s-%d-%06d".formatted(series, year, next);
    }

    private void insert(UUID id, DocumentDraft draft, Stamp stamp, String inputs, byte[] fingerprint, byte[] bytes) {
        var about = draft.about();
        jdbc.sql("""
                        insert into issued_document (id, kind, number, subject, version, learner_id, enrolment_id, session_id,
                            group_id, title, inputs, fingerprint, media_type, bytes, sha256, code, state, issued_at, issued_by)
                        values (:id, :kind, :number, :subject, :version, :learner, :enrolment, :session, :group, :title,
                            cast(:inputs as jsonb), :fingerprint, :mediaType, :bytes, :sha, :code, 'VALID', :at, :by)""")
                .param("id", id)
                .param("kind", draft.filing().kind())
                .param("number", stamp.number())
                .param("subject", draft.filing().subject())
                .param("version", stamp.version())
                .param("learner", about.learnerId())
                .param("enrolment", about.enrolmentId())
                .param("session", about.sessionId())
                .param("group", about.groupId())
                .param("title", draft.title().stored())
                .param("inputs", inputs)
                .param("fingerprint", fingerprint)
                .param("mediaType", PDF)
                .param("bytes", bytes)
                .param("sha", sha256(bytes))
                .param("code", stamp.code())
                .param("at", Arguments.utc(stamp.at()))
                .param("by", actor.nameOrSystem())
                .update();
    }

    private void record(UUID id, DocumentDraft draft, Stamp stamp, byte[] bytes) {
        var after = new HashMap<String, Object>();
        after.put("number", stamp.number());
        after.put("title", draft.title().french());
        after.put("sha256", HexFormat.of().formatHex(sha256(bytes)));
        if (stamp.replaces() != null) {
            after.put("replaces", stamp.replaces());
        }
        journal.record(JournalRecord.of("document.issued", "document", id.toString())
                .by(
                        actor.nameOrSystem(),
                        actor.find().map(Actor::role).map(Enum::name).orElse(null))
                .learner(draft.about().learnerId())
                .after(after));
    }

    static String fileName(String stem, String number) {
        return stem + "-" + number + ".pdf";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Current(UUID id, String number, int version, byte[] fingerprint, byte[] bytes) {
        IssuedFile file(DocumentDraft draft) {
            return new IssuedFile(id, number, fileName(draft.filing().fileStem(), number), PDF, bytes);
        }
    }

    /** What issuing adds to the facts. */
    record Stamp(
            String number,
            int version,
            String code,
            Instant at,
            @Nullable String replaces) {

        Map<String, Object> values(ZoneId zone, String baseUrl) {
            var values = new HashMap<String, Object>();
            values.put("number", number);
            values.put("version", version);
            values.put("issuedOn", FrenchDocumentFormat.date(at.atZone(zone).toLocalDate()));
            values.put("verifyUrl", baseUrl + "/verify/" + code);
            values.put("replaces", replaces);
            return values;
        }
    }
}
