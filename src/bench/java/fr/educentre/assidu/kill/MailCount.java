package fr.educentre.assidu.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages as the application knows them beside the mails that the server took.
 *
 * @param expected learners who were marked absent
 * @param messages messages that were written
 * @param inDoubt messages of which the application says that nobody knows whether they left
 * @param lost what should have arrived and did not
 * @param doubled what arrived more than once
 */
record MailCount(int expected, int messages, List<UUID> inDoubt, List<String> lost, List<String> doubled) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9a-f-]{36})\\.\\d+@");

    static MailCount of(JdbcClient sql, Path arrivals, List<String> learners) throws IOException {
        Map<String, Integer> arrived = arrived(arrivals);
        List<UUID> inDoubt = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        Map<String, Integer> requests = new HashMap<>();
        sql.sql("select id, state, template_key, recipient_address from message")
                .query((row, n) -> {
                    String id = row.getString("id");
                    String address = row.getString("recipient_address");
                    String state = row.getString("state");
                    int times = arrived.getOrDefault(id, 0);
                    if (row.getString("template_key").equals("absence-du-jour")) {
                        requests.merge(address, 1, Integer::sum);
                    }
                    if (times > 1) {
                        doubled.add(id + " " + address);
                    }
                    if (state.equals("FAILED")) {
                        inDoubt.add(UUID.fromString(id));
                    } else if (times == 0) {
                        lost.add(id + " " + address + " " + state);
                    }
                    return id;
                })
                .list();
        for (String learner : learners) {
            int written = requests.getOrDefault(learner, 0);
            if (written == 0) {
                lost.add(learner + ", for whom no message was written");
            } else if (written > 1) {
                doubled.add(learner + ", for whom " + written + " messages were written");
            }
        }
        int messages =
                sql.sql("select count(*) from message").query(Integer.class).single();
        return new MailCount(learners.size(), messages, inDoubt, lost, doubled);
    }

    /** How often each message arrived. */
    static Map<String, Integer> arrived(Path arrivals) throws IOException {
        Map<String, Integer> times = new HashMap<>();
        if (Files.exists(arrivals)) {
            for (String line : Files.readAllLines(arrivals)) {
                var id = MESSAGE_ID.matcher(line);
                if (id.lookingAt()) {
                    times.merge(id.group(1), 1, Integer::sum);
                }
            }
        }
        return times;
    }
}
