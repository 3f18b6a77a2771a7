package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for programs; only a hash is kept. A token acts as the account that made it, in the role of that moment. */
@Component
public class ApiTokens {

    private static final String PREFIX = "asd_";
    private static final int MOST = 50;

    private final JdbcClient sql;
    private final CurrentActor current;
    private final ContentChecks checks;
    private final ActorJournal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient sql, CurrentActor current, ContentChecks checks, ActorJournal journal, Clock clock) {
        this.sql = sql;
        this.current = current;
        this.checks = checks;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A new token of the signed-in account; its value cannot be read again. A repeat with the same key makes none, and answers
     * the first one without its value.
     *
     * @throws InvalidContent naming each field to mend
     * @throws Refusal CONFLICT where the account has too many
     */
    @Transactional
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "a token is its own account's")
    public IssuedToken issue(UUID id, NewToken wanted) {
        Optional<TokenView> before =
                own().stream().filter(token -> token.id().equals(id)).findFirst();
        if (before.isPresent()) {
            return new IssuedToken(before.get(), null);
        }
        LocalDate until = Objects.requireNonNullElseGet(wanted.validUntil(), () -> today().plusYears(1));
        check(wanted, until);
        String value = fresh();
        sql.sql("""
                        insert into api_token (id, account_id, label, scope, token_hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        account(),
                        wanted.name(),
                        wanted.scope().name(),
                        TokenHash.of(value),
                        Arguments.utc(clock.instant()),
                        Arguments.utc(CentreDays.after(until)))
                .update();
        journal.record(JournalRecord.of("token.created", "token", id.toString())
                .after(Map.of("name", wanted.name(), "scope", wanted.scope().name(), "validUntil", until.toString())));
        return new IssuedToken(get(id), value);
    }

    private void check(NewToken wanted, LocalDate until) {
        var problems = new ArrayList<>(checks.problems(wanted));
        if (until.isBefore(today())) {
            problems.add(new FieldProblem("validUntil", "check.token.past"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        if (own().size() >= MOST) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.token.many", MOST);
        }
    }

    private String fresh() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Tokens of the signed-in account that nobody has taken back, the newest first; those whose last day is over too. */
    @Transactional(readOnly = true)
    public List<TokenView> own() {
        return sql.sql("""
                        select id, label, scope, created_at, expires_at, last_used_at from api_token
                         where account_id = ? and revoked_at is null order by created_at desc, id
                        """)
                .param(account())
                .query((row, n) -> {
                    Instant end = Columns.maybeInstant(row, "expires_at");
                    return new TokenView(
                            Columns.uuid(row, "id"),
                            Columns.text(row, "label"),
                            TokenScope.valueOf(Columns.text(row, "scope")),
                            end == null ? null : CentreDays.lastBefore(end),
                            Columns.instant(row, "created_at"),
                            Columns.maybeInstant(row, "last_used_at"));
                })
                .list();
    }

    /** @throws Refusal NOT_FOUND for one that is not the signed-in account's */
    @Transactional(readOnly = true)
    public TokenView get(UUID id) {
        return own().stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("token"));
    }

    /** It works no longer. @throws Refusal NOT_FOUND for one that is not the signed-in account's */
    @Transactional
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "a token is its own account's")
    public void revoke(UUID id) {
        TokenView token = get(id);
        sql.sql("update api_token set revoked_at = ? where id = ? and account_id = ? and revoked_at is null")
                .params(Arguments.utc(clock.instant()), id, account())
                .update();
        journal.record(JournalRecord.of("token.revoked", "token", id.toString()).before(Map.of("name", token.name())));
    }

    private LocalDate today() {
        return CentreDays.of(clock.instant());
    }

    private UUID account() {
        return Objects.requireNonNull(current.get().accountId());
    }

    /**
     * A token, without its secret.
     *
     * @param validUntil its last day; null for one that never ends, as they once were
     * @param lastUsedAt to the minute
     */
    public record TokenView(
            UUID id,
            String name,
            TokenScope scope,
            @Nullable LocalDate validUntil,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** @param value what a program sends; null where the token was made by an earlier call */
    public record IssuedToken(TokenView token, @Nullable String value) {}
}
