package fr.educentre.assidu.kill;

import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * People who mark learners absent, one after the other, on whichever node answers: each is a verdict, an absence, a process and a
 * mail. Whom no node would take is asked again until one does.
 */
final class AbsenceLoad {

    static final String ACCOUNT = "kill";
    private static final int LEARNERS = 20;
    private static final int CHEAPEST = 4;
    private static final Duration AGO = Duration.ofMinutes(100);
    private static final String ABSENT = "{\"status\":\"ABSENT\",\"reason\":\"Appel\"}";

    private final JdbcClient sql;
    private final List<KilledNode> nodes;
    private final HttpClient http;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean enough;

    AbsenceLoad(JdbcClient sql, List<KilledNode> nodes, HttpClient http) {
        this.sql = sql;
        this.nodes = nodes;
        this.http = http;
    }

    /** An account for those who mark, and for what the run asks. */
    void prepare() {
        UUID id = SmallCentre.id();
        sql.sql("insert into account (id, username, password_hash, display_name, role, person_id, created_at)"
                        + " values (?, ?, ?, 'Essai', 'QUALITY_MANAGER', ?, now())")
                .params(id, ACCOUNT, new BCryptPasswordEncoder(CHEAPEST).encode(ACCOUNT), SmallCentre.id())
                .update();
        sql.sql("insert into account_role (account_id, position, role) values (?, 0, 'QUALITY_MANAGER')")
                .param(id)
                .update();
    }

    static String authorization() {
        return "Basic "
                + Base64.getEncoder().encodeToString((ACCOUNT + ":" + ACCOUNT).getBytes(StandardCharsets.UTF_8));
    }

    void start(int howMany, Duration pause, long seed) {
        for (int i = 0; i < howMany; i++) {
            var random = new Random(seed + i);
            var person = new Thread(() -> mark(random, pause), "load-" + i);
            person.setDaemon(true);
            person.start();
            people.add(person);
        }
    }

    /** Whoever was begun with is still marked. */
    void stop() throws InterruptedException {
        enough = true;
        for (Thread person : people) {
            person.join();
        }
    }

    /** Addresses of those who were marked absent. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void mark(Random random, Duration pause) {
        try {
            while (!enough) {
                try {
                    var centre = new SmallCentre(sql, LEARNERS);
                    UUID session = centre.session(Clock.systemUTC().instant().minus(AGO));
                    for (int i = 0; i < LEARNERS && !enough; i++) {
                        mark(session, centre.learners.get(i), random);
                        acknowledged.add(centre.email(i));
                        Thread.sleep(1 + random.nextLong(2 * pause.toMillis()));
                    }
                } catch (DataAccessException databaseAway) {
                    Thread.sleep(1_000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void mark(UUID session, UUID learner, Random random) throws InterruptedException {
        String path = "/api/v1/sessions/" + session + "/attendance/" + learner;
        while (!isTaken(nodes.get(random.nextInt(nodes.size())), path)) {
            Thread.sleep(200);
        }
    }

    private boolean isTaken(KilledNode node, String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(node.uri(path))
                    .header("Authorization", authorization())
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(30))
                    .PUT(HttpRequest.BodyPublishers.ofString(ABSENT))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException nodeAway) {
            return false;
        }
    }
}
