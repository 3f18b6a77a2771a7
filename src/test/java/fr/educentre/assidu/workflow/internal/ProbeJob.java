package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** A job that tells what it was run for, and fails when asked to. */
@Component
class ProbeJob implements DurableJobHandler<ProbeJob.Probe> {

    static final String NAME = "test.probe";
    static final DurableJobType<Probe> TYPE =
            DurableJobType.of(NAME, Probe.class, Probe::key).readingEarlier(Probe::new);

    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> attempts = ConcurrentHashMap.newKeySet();

    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

    record Probe(String key, String text) {}

    @Override
    public DurableJobType<Probe> type() {
        return TYPE;
    }

    @Override
    public void run(Probe probe) {
        String key = probe.key();
        attempts.add(key);
        if (failing.contains(key)) {
            throw new IllegalStateException("asked to fail");
        }
        meanwhile.getOrDefault(key, () -> {}).run();
        runs.add(key + "=" + probe.text());
    }

    void whenRun(String key, Runnable work) {
        meanwhile.put(key, work);
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
