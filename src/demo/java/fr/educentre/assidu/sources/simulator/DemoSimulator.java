package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.access.SystemActor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

/** The demonstration has the simulator; {@code assidu.simulator.started} has it run from the start. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Import(SimulatorBeans.class)
class DemoSimulator {

    private final boolean started;

    DemoSimulator(@Value("${assidu.simulator.started:false}") boolean started) {
        this.started = started;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (started) {
            SystemActor.run(
                    () -> ready.getApplicationContext().getBean(Simulator.class).start());
        }
    }
}
