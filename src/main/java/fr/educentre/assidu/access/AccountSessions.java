package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From where an account is signed in: seen, and ended one by one. */
@Service
@AllowedRoles(Role.ADMIN)
public class AccountSessions {

    private final JdbcClient sql;
    private final AccountRepository accounts;
    private final ActorJournal journal;
    private final Clock clock;
    private final Duration alone;

    AccountSessions(
            JdbcClient sql,
            AccountRepository accounts,
            ActorJournal journal,
            Clock clock,
            @Value("${server.servlet.session.timeout:30m}") Duration alone) {
        this.sql = sql;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
        this.alone = alone;
    }

    /**
     * Those that are open, the newest first.
     *
     * @throws Refusal NOT_FOUND for an account that does not exist
     */
    @Transactional(readOnly = true)
    public List<AccountSession> of(UUID account) {
        require(account);
        return sql.sql("""
                        select id, address, browser, started_at, last_seen_at from account_session
                         where account_id = ? and ended_at is null and last_seen_at > ? order by started_at desc, id
                        """)
                .params(account, Arguments.utc(clock.instant().minus(alone)))
                .query((row, n) -> new AccountSession(
                        Columns.uuid(row, "id"),
                        Columns.text(row, "address"),
                        Columns.text(row, "browser"),
                        Columns.instant(row, "started_at"),
                        Columns.instant(row, "last_seen_at")))
                .list();
    }

    /**
     * Ends one at its next request; the others go on.
     *
     * @throws Refusal NOT_FOUND for one that is not open, or is another account's
     */
    @Transactional
    public void end(UUID account, UUID session) {
        require(account);
        int ended = sql.sql(
                        "update account_session set ended_at = ? where id = ? and account_id = ? and ended_at is null")
                .params(Arguments.utc(clock.instant()), session, account)
                .update();
        if (ended == 0) {
            throw Refusal.notFound("accountSession");
        }
        journal.record(JournalRecord.of("account.sessionEnded", "account", account.toString())
                .after(Map.of("session", session.toString())));
    }

    private void require(UUID account) {
        if (!accounts.existsById(account)) {
            throw Refusal.notFound("account");
        }
    }

    /**
     * @param address from where
     * @param browser as it names itself
     * @param lastSeenAt to some minutes
     */
    public record AccountSession(UUID id, String address, String browser, Instant startedAt, Instant lastSeenAt) {}
}
