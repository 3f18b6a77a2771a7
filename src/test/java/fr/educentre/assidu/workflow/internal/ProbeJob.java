package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.DurableJobHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** A job that tells what it was run for, and fails when asked to. */
@Component
class ProbeJob implements DurableJobHandler {

    static final String NAME = "test.probe";

    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> attempts = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key, String payload) {
        attempts.add(key);
        if (failing.contains(key)) {
            throw new IllegalStateException("asked to fail");
        }
        runs.add(key + "=" + payload);
    }

    void fail(String key, boolean fails) {
        if (fails) {
            failing.add(key);
        } else {
            failing.remove(key);
        }
    }

    boolean attempted(String key) {
        return attempts.contains(key);
    }

    List<String> runsOf(String key) {
        return runs.stream().filter(run -> run.startsWith(key + "=")).toList();
    }
}
