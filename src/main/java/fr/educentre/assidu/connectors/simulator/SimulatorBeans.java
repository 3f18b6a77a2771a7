package fr.educentre.assidu.connectors.simulator;

import fr.educentre.assidu.connectors.TeamsReports;
import fr.educentre.assidu.connectors.ZoomReports;
import fr.educentre.assidu.connectors.bigbluebutton.BigBlueButtonSettings;
import fr.educentre.assidu.connectors.setup.Connections;
import fr.educentre.assidu.connectors.setup.ConnectorSettings;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** The simulator, for whoever imports it: found by no scan, so that no other profile than the demonstration's has it. */
public class SimulatorBeans {

    @Bean
    Simulator simulator(
            ConfigurableEnvironment environment,
            ConnectorSettings settings,
            BigBlueButtonSettings bigBlueButton,
            ZoomReports zoom,
            TeamsReports teams,
            Connections connections,
            Sessions sessions,
            Clock clock,
            @Value("${assidu.simulator.pause:1200ms}") Duration pause) {
        return new Simulator(
                environment,
                settings,
                bigBlueButton,
                new Simulator.Reports(zoom, teams, connections),
                sessions,
                clock,
                pause);
    }
}
