package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for programs; only a hash is kept. A token acts as the account that made it. */
@Component
public class ApiTokens {

    private static final String PREFIX = "asd_";

    private final JdbcClient sql;
    private final AccountRepository accounts;
    private final AccountService service;
    private final CurrentActor current;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient sql, AccountRepository accounts, AccountService service, CurrentActor current, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.service = service;
        this.current = current;
        this.clock = clock;
    }

    /** A new token of the signed-in account; it cannot be read again. */
    @Transactional
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "a token is its own account's")
    public String issue(String label, Instant expiresAt) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                        insert into api_token (id, account_id, label, token_hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        TimeOrderedId.next(),
                        account(),
                        label,
                        TokenHash.of(token),
                        Arguments.utc(clock.instant()),
                        Arguments.utc(expiresAt))
                .update();
        return token;
    }

    /** Tokens of the signed-in account that still work. */
    @Transactional(readOnly = true)
    public List<TokenView> own() {
        return sql.sql("""
                        select id, label, created_at, expires_at from api_token
                         where account_id = ? and revoked_at is null order by created_at desc
                        """)
                .param(account())
                .query((row, n) -> new TokenView(
                        row.getObject("id", UUID.class), row.getString("label"), Columns.instant(row, "created_at")))
                .list();
    }

    @Transactional
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "a token is its own account's")
    public void revoke(UUID id) {
        sql.sql("update api_token set revoked_at = ? where id = ? and account_id = ? and revoked_at is null")
                .params(Arguments.utc(clock.instant()), id, account())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<SignedIn> authenticate(String token) {
        return sql.sql("""
                        select account_id from api_token
                         where token_hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                        """)
                .params(TokenHash.of(token), Arguments.utc(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::findById)
                .map(service::signedIn)
                .filter(SignedIn::isEnabled);
    }

    private UUID account() {
        return Objects.requireNonNull(current.get().accountId());
    }

    /** A token, without its secret. */
    public record TokenView(UUID id, String label, Instant createdAt) {}
}
