package fr.educentre.assidu.demo;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills the demonstration's centre once, before the first page is served. */
@Component
@Profile("demo")
class DemoCentre implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCentre.class);

    private final List<DemoStep> steps;
    private final Clock clock;
    private final DemoMarker marker;
    private final int learners;
    private volatile boolean running;

    DemoCentre(
            List<DemoStep> steps,
            Clock clock,
            @Value("${assidu.demo.directory}") Path directory,
            @Value("${assidu.demo.learners}") int learners) {
        this.steps = steps;
        this.clock = clock;
        this.marker = new DemoMarker(directory);
        this.learners = learners;
    }

    @Override
    public void start() {
        running = true;
        if (marker.complete()) {
            return;
        }
        var plan = new DemoPlan(LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris"))), learners);
        LOG.info("Création du centre de démonstration ({} apprenants)…", learners);
        steps.stream().sorted(Comparator.comparingInt(DemoStep::order)).forEach(step -> {
            long started = System.nanoTime();
            SystemActor.run(() -> step.run(plan));
            LOG.info(
                    "  {} : {} ms",
                    step.getClass().getSimpleName().replaceAll("\\$\\$.*", ""),
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        });
        marker.write();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Well before the web server opens its port. */
    @Override
    public int getPhase() {
        return 0;
    }
}
