package fr.educentre.assidu.kill;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills nodes, the database or the mail server while learners are marked absent, lets what is left be done, and counts at the mail
 * server. A message of which nobody knows whether it left waits for a person: the run does what that person would, who looks whether
 * it arrived.
 */
final class KillRun {

    private static final int PEOPLE = 6;
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** A mail that failed twice leaves six minutes after the first attempt, one that failed three times twenty later. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final KillInstallation installation;
    private final JdbcClient sql;
    private final AbsenceLoad load;

    private KillRun(KillInstallation installation) {
        this.installation = installation;
        this.sql = installation.database().sql();
        this.load = new AbsenceLoad(sql, installation.nodes(), installation.http());
    }

    /** The jar, a new folder, what to kill ({@code nodes}, {@code database}, {@code mail}), how often, and a seed to do it again. */
    public static void main(String[] arguments) throws Exception {
        Trouble trouble = Trouble.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        int times = arguments.length > 3 ? Integer.parseInt(arguments[3]) : trouble.usual();
        long seed = arguments.length > 4
                ? Long.parseLong(arguments[4])
                : Clock.systemUTC().millis();
        System.out.println(trouble + ", " + times + " times, seed " + seed);
        var installation = new KillInstallation(
                Path.of(arguments[0]), Path.of(arguments[1]).toAbsolutePath());
        // Also where somebody interrupts the run: nothing that it started goes on.
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        boolean good = new KillRun(installation).run(trouble, times, seed);
        System.exit(good ? 0 : 1);
    }

    private boolean run(Trouble trouble, int times, long seed) throws IOException, InterruptedException {
        installation.start();
        load.prepare();
        load.start(PEOPLE, PAUSE, seed);
        trouble.happen(installation, new Random(seed), times);
        load.stop();
        installation.say(load.acknowledged().size() + " learners were marked absent; what is left is let be done");
        installation.awaitNodes();
        boolean done = awaitDone();
        MailCount count = count();
        installation.say("in doubt, for a person to say: " + count.inDoubt().size());
        decide(count.inDoubt());
        done &= awaitDone();
        count = count();
        boolean intact = isJournalIntact();
        int incidents = sql.sql("select count(*) from act_ru_incident")
                .query(Integer.class)
                .single();
        count.lost().forEach(one -> System.out.println("LOST " + one));
        count.doubled().forEach(one -> System.out.println("DOUBLED " + one));
        installation.say(count.expected() + " absences, " + count.messages() + " messages: "
                + count.lost().size()
                + " lost, " + count.doubled().size() + " doubled, " + incidents + " incidents, journal "
                + (intact ? "intact" : "BROKEN") + (done ? "" : ", and work that did not end"));
        return done
                && intact
                && incidents == 0
                && count.lost().isEmpty()
                && count.doubled().isEmpty();
    }

    private MailCount count() throws IOException {
        return MailCount.of(sql, installation.arrivals(), load.acknowledged());
    }

    /** Until no message waits and nothing is due. */
    private boolean awaitDone() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        for (int round = 0; System.nanoTime() < until; round++) {
            String left = left();
            quiet = left.isEmpty() ? quiet + 1 : 0;
            if (quiet == 3) {
                return true;
            }
            if (round % 15 == 14 && !left.isEmpty()) {
                installation.say("left: " + left);
            }
            Thread.sleep(1_000);
        }
        return false;
    }

    private String left() {
        try {
            long messages = sql.sql("select count(*) from message where state in ('QUEUED', 'SENDING')")
                    .query(Long.class)
                    .single();
            long jobs = sql.sql("select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1"
                            + " and process_instance_id_ is not null and (duedate_ is null or duedate_ <= ?)")
                    .param(Timestamp.from(Clock.systemUTC().instant()))
                    .query(Long.class)
                    .single();
            return messages + jobs == 0 ? "" : messages + " messages, " + jobs + " jobs";
        } catch (DataAccessException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What did not arrive is sent again, what did is left alone. */
    private void decide(List<UUID> inDoubt) throws IOException, InterruptedException {
        Map<String, Integer> arrived = MailCount.arrived(installation.arrivals());
        for (UUID message : inDoubt) {
            boolean there = arrived.containsKey(message.toString());
            int status = send("POST", "/api/v1/messages/" + message + (there ? "/stop" : "/resend"))
                    .statusCode();
            if (status != 204) {
                throw new IllegalStateException("message " + message + ": " + status);
            }
        }
    }

    private boolean isJournalIntact() throws IOException, InterruptedException {
        String answer = send("GET", "/api/v1/journal/verification").body();
        System.out.println(answer);
        return answer.contains("\"holds\":true");
    }

    private HttpResponse<String> send(String verb, String path) throws IOException, InterruptedException {
        return installation
                .http()
                .send(
                        HttpRequest.newBuilder(installation.nodes().getFirst().uri(path))
                                .header("Authorization", AbsenceLoad.authorization())
                                .method(verb, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
