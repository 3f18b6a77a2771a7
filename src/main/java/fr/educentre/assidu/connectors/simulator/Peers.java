package fr.educentre.assidu.connectors.simulator;

import fr.educentre.assidu.connectors.setup.ConnectorSettings;
import fr.educentre.assidu.training.MeetingProvider;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The small servers while they run, and the properties by which the connectors find them. Properties, since what a person
 * set on the connectors screen outweighs them: a real connection is never led here, nor anything of it stored.
 */
final class Peers implements AutoCloseable {

    private static final String SOURCE = "assidu-simulator";

    private final ConfigurableEnvironment environment;
    private final Set<MeetingProvider> wired = EnumSet.noneOf(MeetingProvider.class);
    private final Map<MeetingProvider, String> urls = new EnumMap<>(MeetingProvider.class);
    final ZoomPeer zoom;
    final GraphPeer graph;
    final BbbPeer bbb;
    final RoomClock roomClock;

    /** @param address from a registered callback address to where it is reached from here */
    Peers(ConfigurableEnvironment environment, ConnectorSettings settings, Clock clock, UnaryOperator<String> address)
            throws IOException {
        this.environment = environment;
        this.roomClock = new RoomClock(clock);
        this.zoom = new ZoomPeer();
        this.graph = new GraphPeer();
        this.bbb = new BbbPeer(settings.get("bigbluebutton", "secret", "simulated-secret"), roomClock, address);
        Map<String, Object> properties = new LinkedHashMap<>();
        if (settings.find("zoom", "client-id").isEmpty()) {
            wire(MeetingProvider.ZOOM, zoom.url());
            property(properties, "zoom.account-id", ZoomPeer.ACCOUNT);
            property(properties, "zoom.client-id", ZoomPeer.CLIENT);
            property(properties, "zoom.client-secret", ZoomPeer.SECRET);
            property(properties, "zoom.token-url", zoom.tokenUrl());
            property(properties, "zoom.api-url", zoom.url());
        }
        if (settings.find("teams", "client-id").isEmpty()) {
            wire(MeetingProvider.TEAMS, graph.url());
            property(properties, "teams.tenant-id", GraphPeer.TENANT);
            property(properties, "teams.client-id", GraphPeer.CLIENT);
            property(properties, "teams.client-secret", GraphPeer.SECRET);
            property(properties, "teams.token-url", graph.tokenUrl());
            property(properties, "teams.api-url", graph.url());
            property(properties, "teams.organizer-id", TeamsPlay.ORGANIZER);
        }
        if (settings.find("bigbluebutton", "url").isEmpty()) {
            wire(MeetingProvider.BIGBLUEBUTTON, bbb.url());
            property(properties, "bigbluebutton.url", bbb.url());
        }
        environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, properties));
    }

    private void wire(MeetingProvider provider, String url) {
        wired.add(provider);
        urls.put(provider, url);
    }

    private static void property(Map<String, Object> properties, String name, String value) {
        properties.put("assidu.connectors." + name, value);
    }

    boolean stands(MeetingProvider provider) {
        return wired.contains(provider);
    }

    Map<MeetingProvider, String> urls() {
        return Map.copyOf(urls);
    }

    @Override
    public void close() {
        environment.getPropertySources().remove(SOURCE);
        zoom.close();
        graph.close();
        bbb.close();
    }
}
