package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.IssuedDocument;
import fr.educentre.assidu.documents.IssuedDocument.Line;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was issued. */
@Component
class StoredDocuments implements IssuedDocuments {

    private static final String VIEW =
            "select d.id, d.kind, d.number, d.title, d.code, d.state, d.issued_at, d.issued_by_reading from issued_document d";

    /** Null for who sees the whole centre; a learner their own papers, a trainer those of the groups they teach. */
    static final String VISIBLE = """
             where (cast(:learner as uuid) is null or d.learner_id = :learner)
               and (cast(:trainer as uuid) is null
                    or exists (select 1 from training_v_session s where s.id = d.session_id
                                  and (s.trainer_id = :trainer or s.actual_trainer_id = :trainer))
                    or exists (select 1 from training_v_membership m join training_v_session s on s.group_id = m.group_id
                                where m.learner_id = d.learner_id and (s.trainer_id = :trainer or s.actual_trainer_id = :trainer)))
            """;

    private static final String ASKED = """
               and (cast(:kind as text) is null or d.kind = :kind)
               and (cast(:state as text) is null or d.state = :state)
               and (cast(:group as uuid) is null or d.group_id = :group
                    or exists (select 1 from training_v_membership m where m.learner_id = d.learner_id and m.group_id = :group))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Texts texts;

    StoredDocuments(JdbcClient jdbc, JsonMapper json, Ownership ownership, CurrentActor actor, Texts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.ownership = ownership;
        this.actor = actor;
        this.texts = texts;
    }

    @Override
    public List<IssuedView> ofLearner(UUID learnerId) {
        return jdbc.sql(VIEW + " where d.learner_id = ? order by d.issued_at desc, d.id")
                .param(learnerId)
                .query(this::view)
                .list();
    }

    @Override
    public PageOf<IssuedView> visible(Query query, int page, int size) {
        Actor who = actor.get();
        UUID learner = query.learnerId() == null && who.is(Role.LEARNER) ? who.personId() : query.learnerId();
        if (learner != null) {
            ownership.requireLearner(who, learner);
        }
        if (query.groupId() != null && !who.is(Role.LEARNER)) {
            ownership.requireGroup(who, query.groupId());
        }
        long total = asked("select count(*) from issued_document d" + VISIBLE + ASKED, query, learner)
                .query(Long.class)
                .single();
        var items = asked(
                        VIEW + VISIBLE + ASKED + " order by d.issued_at desc, d.id limit :size offset :offset",
                        query,
                        learner)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(this::view)
                .list();
        return new PageOf<>(items, page, size, total);
    }

    private JdbcClient.StatementSpec asked(String statement, Query query, @Nullable UUID learner) {
        Actor who = actor.get();
        return jdbc.sql(statement)
                .param("learner", learner)
                .param("trainer", who.is(Role.TRAINER) ? who.personId() : null)
                .param("kind", query.kind() == null ? null : query.kind().name())
                .param("state", query.state())
                .param("group", query.groupId());
    }

    @Override
    public Optional<IssuedDocument> find(UUID id) {
        List<Line> lines = jdbc.sql("""
                        select session_id, verdict_version, activity_key, learner_id, day, observed_minutes, credited_minutes, funding_id
                          from issued_line where document_id = ? order by position""")
                .param(id)
                .query((row, i) -> new Line(
                        Columns.maybeUuid(row, "session_id"),
                        row.getObject("verdict_version", Integer.class),
                        row.getString("activity_key"),
                        Columns.uuid(row, "learner_id"),
                        Columns.day(row, "day"),
                        row.getInt("observed_minutes"),
                        row.getInt("credited_minutes"),
                        Columns.maybeUuid(row, "funding_id")))
                .list();
        return jdbc.sql("""
                        select d.id, d.number, d.kind, d.state, d.sha256, d.code, d.issued_at, d.issued_by, d.ended_at, d.ended_by,
                               d.ended_reason, r.number as replaced_by
                          from issued_document d left join issued_document r on r.id = d.replaced_by
                         where d.id = ?""")
                .param(id)
                .query((row, i) -> new IssuedDocument(
                        Columns.uuid(row, "id"),
                        row.getString("number"),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getString("state"),
                        new IssuedDocument.Seal(
                                HexFormat.of().formatHex(row.getBytes("sha256")), row.getString("code")),
                        new IssuedDocument.Issue(
                                Columns.instant(row, "issued_at"),
                                row.getString("issued_by"),
                                Columns.maybeInstant(row, "ended_at"),
                                row.getString("ended_by"),
                                row.getString("ended_reason"),
                                row.getString("replaced_by")),
                        lines,
                        lines.isEmpty() ? null : IssuedDocument.Totals.of(lines)))
                .optional();
    }

    @Override
    public Map<UUID, String> sheetsInForce(Collection<UUID> sessionIds) {
        var found = new HashMap<UUID, String>();
        jdbc.sql("""
                        select session_id, number from issued_document
                         where kind = 'ATTENDANCE_SHEET' and state = 'VALID' and session_id = any(:sessions::uuid[])""").param("sessions", Arguments.array(sessionIds)).query(row -> {
            found.put(Columns.uuid(row, "session_id"), row.getString("number"));
        });
        return found;
    }

    @Override
    public Optional<DocumentFile> file(UUID id) {
        return jdbc.sql("select id, number, title, state, media_type, bytes from issued_document where id = ?")
                .param(id)
                .query((row, i) -> new DocumentFile(
                        new DocumentFile.Issued(
                                Columns.uuid(row, "id"), row.getString("number"), row.getString("state")),
                        stem(Wording.stored(row.getString("title")).in(Texts.FRENCH, texts)) + "-"
                                + row.getString("number") + ".pdf",
                        row.getString("media_type"),
                        row.getBytes("bytes")))
                .optional();
    }

    @Override
    public Optional<Verified> verify(String code) {
        return jdbc.sql("""
                        select d.kind, d.number, d.version, d.state, d.issued_at, d.issued_by, d.ended_at, d.inputs -> 'certified' as certified, d.sha256,
                               r.number as replaced_by, o.name as organisation
                          from issued_document d
                          left join issued_document r on r.id = d.replaced_by
                          cross join (select name from training_v_organisation order by id limit 1) o
                         where d.code = ?""")
                .param(VerificationCode.normalised(code))
                .query((row, i) -> new Verified(
                        new Verified.VerifiedDocument(
                                row.getString("kind"), row.getString("number"), row.getInt("version")),
                        row.getString("state"),
                        "VALID".equals(row.getString("state")),
                        new Verified.Issue(
                                Columns.instant(row, "issued_at"),
                                row.getString("organisation"),
                                Columns.maybeInstant(row, "ended_at")),
                        certified(row.getString("certified")),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getString("replaced_by")))
                .optional();
    }

    private Map<String, String> certified(@Nullable String text) {
        var values = new LinkedHashMap<String, String>();
        if (text != null) {
            for (var pair : json.readTree(text)) {
                values.merge(
                        Wording.shown(pair.path("label").asString(""), texts),
                        pair.path("value").asString(""),
                        (one, two) -> one + ReaderFormats.NO_BREAK + "; " + two);
            }
        }
        return values;
    }

    private IssuedView view(ResultSet row, int index) throws SQLException {
        return new IssuedView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                Wording.shown(row.getString("title"), texts),
                row.getString("code"),
                row.getString("state"),
                Columns.instant(row, "issued_at"),
                row.getBoolean("issued_by_reading"));
    }

    private static String stem(String title) {
        String plain = Normalizer.normalize(title.split(" - ", 2)[0], Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z0-9]+", "-");
    }
}
