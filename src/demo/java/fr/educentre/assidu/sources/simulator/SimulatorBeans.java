package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.sources.TeamsReports;
import fr.educentre.assidu.sources.ZoomReports;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** The simulator, for whoever imports it: found by no scan, so that no other profile than the demonstration's has it. */
public class SimulatorBeans {

    @Bean
    Simulator.Reports simulatorReports(ZoomReports zoom, TeamsReports teams, SourceConnections connections) {
        return new Simulator.Reports(zoom, teams, connections);
    }

    @Bean
    Simulator simulator(
            ConfigurableEnvironment environment,
            SourceSettings settings,
            BigBlueButtonSettings bigBlueButton,
            Simulator.Reports reports,
            Sessions sessions,
            Clock clock,
            @Value("${assidu.simulator.pause:1200ms}") Duration pause) {
        return new Simulator(environment, settings, bigBlueButton, reports, sessions, clock, pause);
    }
}
