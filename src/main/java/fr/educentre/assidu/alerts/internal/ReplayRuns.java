package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.alerts.Replays;
import fr.educentre.assidu.alerts.Replays.Report;
import fr.educentre.assidu.alerts.Replays.Request;
import fr.educentre.assidu.shell.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** Replays that a person started and may leave: the last one of each, for as long as this node runs. */
@Component
public class ReplayRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRuns.class);

    private final Replays replays;
    private final CurrentActor actor;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("replay").factory());

    ReplayRuns(Replays replays, CurrentActor actor) {
        this.replays = replays;
        this.actor = actor;
    }

    /**
     * @param done days gone through
     * @param report when finished
     * @param refusal why it could not be done
     * @param broken an unexpected failure, logged
     */
    public record Run(
            Request request,
            int done,
            int days,
            @Nullable Report report,
            @Nullable Refusal refusal,
            boolean broken) {

        public boolean running() {
            return report == null && refusal == null && !broken;
        }
    }

    public Optional<Run> latest() {
        return Optional.ofNullable(runs.get(actor.get().username()));
    }

    /** One at a time a person: asked again meanwhile, the one that runs goes on. */
    public void start(Request request) {
        String who = actor.get().username();
        Run current = runs.get(who);
        if (current != null && current.running()) {
            return;
        }
        int days = (int) Math.max(1, ChronoUnit.DAYS.between(request.from(), request.to()) + 1);
        runs.put(who, new Run(request, 0, days, null, null, false));
        worker.execute(new DelegatingSecurityContextRunnable(() -> run(who, request, days)));
    }

    private void run(String who, Request request, int days) {
        try {
            Report report =
                    replays.replay(request, done -> runs.put(who, new Run(request, done, days, null, null, false)));
            runs.put(who, new Run(request, days, days, report, null, false));
        } catch (Refusal refusal) {
            runs.put(who, new Run(request, 0, days, null, refusal, false));
        } catch (RuntimeException e) {
            LOG.error("A replay failed", e);
            runs.put(who, new Run(request, 0, days, null, null, true));
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
