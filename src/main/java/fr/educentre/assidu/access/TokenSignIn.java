package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a token lets in, and as what: its account as it is at that moment. */
@Component
class TokenSignIn {

    private static final int LONGEST = 200;
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final AccountRepository accounts;
    private final AccountService service;
    private final Clock clock;

    TokenSignIn(JdbcClient sql, AccountRepository accounts, AccountService service, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.service = service;
        this.clock = clock;
    }

    /** Empty for a token that is unknown or over, or whose account may not be used. */
    Optional<Admitted> admit(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] hash = TokenHash.of(token);
        // Found by its hash, compared in constant time: how long it takes tells nothing of a token.
        return sql.sql("""
                        select id, account_id, scope, token_hash from api_token
                         where token_hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                        """)
                .params(hash, Arguments.utc(clock.instant()))
                .query((row, n) -> new Found(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "account_id"),
                        TokenScope.valueOf(Columns.text(row, "scope")),
                        row.getBytes("token_hash")))
                .optional()
                .filter(found -> MessageDigest.isEqual(found.hash(), hash))
                .flatMap(found -> accounts.findById(found.account())
                        .map(service::signedIn)
                        .filter(SignedIn::isEnabled)
                        .map(who -> used(found, who)));
    }

    private Admitted used(Found found, SignedIn who) {
        Instant now = clock.instant();
        sql.sql("update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
                .params(Arguments.utc(now), found.id(), Arguments.utc(now.minus(SEEN_AGAIN)))
                .update();
        return new Admitted(who, found.scope());
    }

    private record Found(UUID id, UUID account, TokenScope scope, byte[] hash) {}

    /** Whom a token lets in. */
    record Admitted(SignedIn who, TokenScope scope) {}
}
