package fr.educentre.assidu.kill;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What happens to the installation while people work with it. */
enum Trouble {

    /** A node, at random, again and again; it is started again at once. */
    NODES(50) {
        @Override
        void happen(KillInstallation on, Random random, int times) throws IOException, InterruptedException {
            for (int i = 1; i <= times; i++) {
                on.awaitNode();
                Thread.sleep(random.nextInt(8_000));
                List<KilledNode> alive =
                        on.nodes().stream().filter(KilledProcess::isAlive).toList();
                KilledNode node = alive.get(random.nextInt(alive.size()));
                node.kill();
                node.start();
                on.say("kill " + i + " of " + times + ": node " + (on.nodes().indexOf(node) + 1));
            }
        }
    },

    /** The database, for some seconds; nodes go on by themselves. */
    DATABASE(5) {
        @Override
        void happen(KillInstallation on, Random random, int times) throws IOException, InterruptedException {
            for (int i = 1; i <= times; i++) {
                Thread.sleep(15_000 + random.nextInt(20_000));
                on.database().kill();
                on.say("kill " + i + " of " + times + ": the database");
                Thread.sleep(1_000 + random.nextInt(10_000));
                on.database().restart();
            }
        }
    },

    /** The mail server, for five minutes. */
    MAIL(1) {
        @Override
        void happen(KillInstallation on, Random random, int times) throws IOException, InterruptedException {
            for (int i = 1; i <= times; i++) {
                Thread.sleep(15_000 + random.nextInt(20_000));
                on.mailServer().kill();
                on.say("kill " + i + " of " + times + ": the mail server, for five minutes");
                Thread.sleep(Duration.ofMinutes(5).toMillis());
                on.mailServer().start();
                on.say("the mail server is back");
                Thread.sleep(15_000);
            }
        }
    };

    private final int usual;

    Trouble(int usual) {
        this.usual = usual;
    }

    /** How often, where nobody says. */
    int usual() {
        return usual;
    }

    abstract void happen(KillInstallation on, Random random, int times) throws IOException, InterruptedException;
}
