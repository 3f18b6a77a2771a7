package fr.educentre.assidu.kill;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two nodes, one database and a mail server, all on this machine, in one folder. */
final class KillInstallation implements AutoCloseable {

    private static final int NODES = 2;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(5).toNanos();
    private static final String KEY = "a2lsbC1ydW4ta2V5LW9mLXRoaXJ0eS10d28tYnl0ZXM=";

    private final KillDatabase database;
    private final KilledProcess mailServer;
    private final Path arrivals;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<KilledNode> nodes = new ArrayList<>();
    private final long began = System.nanoTime();

    KillInstallation(Path jar, Path folder) throws IOException, SQLException {
        this(jar, folder, Map.of());
    }

    /** @param more settings of the nodes, besides the usual ones or in their place */
    KillInstallation(Path jar, Path folder, Map<String, String> more) throws IOException, SQLException {
        database = new KillDatabase(folder.resolve("postgres"));
        arrivals = folder.resolve("arrivals");
        int smtp = freePort();
        mailServer = new KilledProcess(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailCatcher.class.getName(),
                        String.valueOf(smtp),
                        arrivals.toString()),
                Map.of(),
                folder.resolve("mail.log"));
        for (int i = 1; i <= NODES; i++) {
            Map<String, String> settings = settings(smtp);
            settings.putAll(more);
            nodes.add(new KilledNode(jar, freePort(), settings, folder.resolve("node-" + i + ".log"), http));
        }
    }

    private Map<String, String> settings(int smtp) {
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_USERNAME", "assidu");
        settings.put("SPRING_DATASOURCE_PASSWORD", KillDatabase.PASSWORD);
        settings.put("SPRING_FLYWAY_USER", "assidu_owner");
        settings.put("SPRING_FLYWAY_PASSWORD", KillDatabase.PASSWORD);
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", String.valueOf(smtp));
        settings.put("ASSIDU_MAIL_FROM", "kill@assidu.example");
        settings.put("ASSIDU_BASEURL", "http://assidu.example");
        settings.put("ASSIDU_SECRETS_KEY", KEY);
        return settings;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    KillDatabase database() {
        return database;
    }

    KilledProcess mailServer() {
        return mailServer;
    }

    List<KilledNode> nodes() {
        return nodes;
    }

    HttpClient http() {
        return http;
    }

    Path arrivals() {
        return arrivals;
    }

    /** Both nodes at the same moment, on an empty database. */
    void start() throws IOException, InterruptedException {
        mailServer.start();
        for (KilledNode node : nodes) {
            node.start();
        }
        awaitNodes();
        say("both nodes came up on an empty database");
    }

    /** Until one serves; a node that ended by itself is a fault. */
    void awaitNode() throws InterruptedException {
        await(1);
    }

    /** Until all serve. */
    void awaitNodes() throws InterruptedException {
        await(NODES);
    }

    private void await(int wanted) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            int up = 0;
            for (KilledNode node : nodes) {
                if (!node.isAlive()) {
                    throw new IllegalStateException(
                            "node " + (nodes.indexOf(node) + 1) + " ended by itself: see its log");
                }
                up += node.isUp() ? 1 : 0;
            }
            if (up >= wanted) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("only " + up + " of " + wanted + " nodes came up: see their logs");
            }
            Thread.sleep(250);
        }
    }

    void say(String what) {
        System.out.printf(
                "%6d s  %s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds(), what);
    }

    @Override
    public void close() {
        nodes.forEach(KilledProcess::kill);
        mailServer.kill();
        database.close();
    }
}
