package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredSignedLinks implements SignedLinks {

    private static final int MAX_TOKEN_LENGTH = 100;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final GuessingBrake brake;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredSignedLinks(JdbcClient sql, JsonMapper json, GuessingBrake brake, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.brake = brake;
        this.clock = clock;
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "the module that writes to a person decides who gets a link")
    public String issue(String purpose, UUID subjectId, Map<String, String> payload, Instant expiresAt) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                        insert into signed_link (id, token_hash, purpose, subject_id, payload, created_at, expires_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        TimeOrderedId.next(),
                        TokenHash.of(token),
                        purpose,
                        subjectId,
                        json.writeValueAsString(payload),
                        Arguments.utc(clock.instant()),
                        Arguments.utc(expiresAt))
                .update();
        return token;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Opened> open(String purpose, String token) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            return Optional.empty();
        }
        return sql.sql("""
                        select id, subject_id, payload, expires_at from signed_link
                         where token_hash = ? and purpose = ? and revoked_at is null and expires_at > ?
                        """)
                .params(TokenHash.of(token), purpose, Arguments.utc(clock.instant()))
                .query((row, n) -> new Opened(
                        row.getObject("id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        json.readValue(row.getString("payload"), new TypeReference<Map<String, String>>() {}),
                        Columns.instant(row, "expires_at")))
                .optional();
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the link is the right")
    public Optional<Opened> openFrom(String purpose, String token, String from) {
        try {
            brake.check(from);
        } catch (TooManyTries e) {
            throw new Refusal(Refusal.Kind.BUSY, "refusal.http.429", e.seconds());
        }
        Optional<Opened> opened = open(purpose, token);
        if (opened.isEmpty()) {
            brake.failed(from);
        }
        return opened;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issued> working(String purpose, UUID subjectId) {
        return sql.sql("""
                        select id, payload, created_at, expires_at from signed_link
                         where purpose = ? and subject_id = ? and revoked_at is null and expires_at > ?
                         order by created_at desc, id desc
                        """)
                .params(purpose, subjectId, Arguments.utc(clock.instant()))
                .query((row, n) -> new Issued(
                        Columns.uuid(row, "id"),
                        json.readValue(row.getString("payload"), new TypeReference<Map<String, String>>() {}),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "expires_at")))
                .list();
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "whoever issues a link may take it back")
    public boolean revokeOne(String purpose, UUID subjectId, UUID linkId) {
        return sql.sql("update signed_link set revoked_at = ?"
                                + " where id = ? and purpose = ? and subject_id = ? and revoked_at is null")
                        .params(Arguments.utc(clock.instant()), linkId, purpose, subjectId)
                        .update()
                > 0;
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.MODULES, because = "whoever issues a link may take it back")
    public void revoke(String purpose, UUID subjectId) {
        sql.sql("update signed_link set revoked_at = ? where purpose = ? and subject_id = ? and revoked_at is null")
                .params(Arguments.utc(clock.instant()), purpose, subjectId)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean issuedSince(String purpose, UUID subjectId, Instant since) {
        return sql.sql(
                        "select exists (select 1 from signed_link where purpose = ? and subject_id = ? and created_at > ?"
                                + " and revoked_at is null)")
                .params(purpose, subjectId, Arguments.utc(since))
                .query(Boolean.class)
                .single();
    }
}
