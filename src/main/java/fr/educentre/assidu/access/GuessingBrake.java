package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses: by account and address together, by account from anywhere, by address at anything. Who signed in
 * from an address before is kept out of there by their own failures alone. Shared by all nodes.
 */
@Component
class GuessingBrake {

    private static final BrakePolicy PAIR = new BrakePolicy(5, Duration.ofMinutes(15));
    private static final BrakePolicy ACCOUNT = new BrakePolicy(10, Duration.ofMinutes(1));
    /** What anybody may ask for by its address: a mail to somebody else. */
    private static final BrakePolicy ASKED = new BrakePolicy(10, Duration.ofMinutes(15));

    private static final Duration KNOWN_FOR = Duration.ofDays(90);
    private static final Duration KNOWN_AGAIN = Duration.ofDays(1);
    private static final int LONGEST = 100;

    private final JdbcClient sql;
    private final Clock clock;
    private final BrakePolicy address;

    GuessingBrake(
            JdbcClient sql, Clock clock, @Value("${assidu.access.tries-from-an-address:30}") int triesFromAnAddress) {
        this.sql = sql;
        this.clock = clock;
        this.address = new BrakePolicy(triesFromAnAddress, Duration.ofSeconds(30));
    }

    private record Row(String key, int failures, Instant lastAt) {}

    /**
     * Before a try at an account.
     *
     * @return whether its success is worth remembering
     * @throws TooManyTries when it comes too soon
     */
    boolean check(String account, String from) {
        Map<String, Row> rows =
                rows(List.of(pair(account, from), account(account), address(from), known(account, from)));
        Row before = rows.get(known(account, from));
        boolean known = before != null && before.lastAt().plus(KNOWN_FOR).isAfter(clock.instant());
        require(rows, pair(account, from), PAIR);
        if (!known) {
            require(rows, address(from), address);
            require(rows, account(account), ACCOUNT);
        }
        return rows.containsKey(pair(account, from))
                || before == null
                || before.lastAt().plus(KNOWN_AGAIN).isBefore(clock.instant());
    }

    /** Before a try at something that belongs to no account. @throws TooManyTries when it comes too soon */
    void check(String from) {
        require(rows(List.of(address(from))), address(from), address);
    }

    /** Before something that anybody may ask for, whether it was of any use or not. @throws TooManyTries when it comes too soon */
    void asked(String from) {
        String key = "asked:" + from;
        require(rows(List.of(key)), key, ASKED);
        count(List.of(key));
    }

    void failed(String account, String from) {
        count(List.of(pair(account, from), account(account), address(from)));
    }

    void failed(String from) {
        count(List.of(address(from)));
    }

    void succeeded(String account, String from) {
        sql.sql("delete from guessing_brake where key = ?")
                .param(pair(account, from))
                .update();
        sql.sql("insert into guessing_brake (key, failures, last_at) values (?, 0, ?)"
                        + " on conflict (key) do update set last_at = excluded.last_at")
                .params(known(account, from), Arguments.utc(clock.instant()))
                .update();
    }

    private void require(Map<String, Row> rows, String key, BrakePolicy policy) {
        Row row = rows.get(key);
        if (row == null || row.lastAt().plus(BrakePolicy.FORGOTTEN).isBefore(clock.instant())) {
            return;
        }
        Duration left = policy.left(row.failures(), row.lastAt(), clock.instant());
        if (left.isPositive()) {
            throw new TooManyTries(left);
        }
    }

    private Map<String, Row> rows(List<String> keys) {
        return sql
                .sql("select key, failures, last_at from guessing_brake where key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) ->
                        new Row(row.getString("key"), row.getInt("failures"), Columns.instant(row, "last_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::key, row -> row));
    }

    private void count(List<String> keys) {
        Instant now = clock.instant();
        // In one order, so that two tries at once do not wait for each other.
        sql.sql("""
                insert into guessing_brake (key, failures, last_at)
                select key, 1, :now from unnest(:keys::text[]) as key order by key
                on conflict (key) do update set last_at = excluded.last_at,
                    failures = case when guessing_brake.last_at < :forgotten then 1
                                    else least(guessing_brake.failures + 1, 1000) end
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("now", Arguments.utc(now))
                .param("forgotten", Arguments.utc(now.minus(BrakePolicy.FORGOTTEN)))
                .update();
        sql.sql("delete from guessing_brake where last_at < :old and (key not like 'known:%' or last_at < :known)")
                .param("old", Arguments.utc(now.minus(Duration.ofDays(1))))
                .param("known", Arguments.utc(now.minus(KNOWN_FOR)))
                .update();
    }

    private static String pair(String account, String from) {
        return "pair:" + plain(account) + "|" + from;
    }

    private static String account(String account) {
        return "account:" + plain(account);
    }

    private static String address(String from) {
        return "address:" + from;
    }

    private static String known(String account, String from) {
        return "known:" + plain(account) + "|" + from;
    }

    private static String plain(String account) {
        String name = account.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", " ");
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
