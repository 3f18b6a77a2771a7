package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.sources.core.SourceSettings;
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
final class FakeServers implements AutoCloseable {

    private static final String SOURCE = "assidu-simulator";

    private final ConfigurableEnvironment environment;
    private final Set<MeetingProvider> wired = EnumSet.noneOf(MeetingProvider.class);
    private final Map<MeetingProvider, String> urls = new EnumMap<>(MeetingProvider.class);
    final FakeZoomServer zoom;
    final FakeGraphServer graph;
    final FakeBigBlueButtonServer bbb;
    final RoomClock roomClock;

    /** @param address from a registered callback address to where it is reached from here */
    FakeServers(
            ConfigurableEnvironment environment, SourceSettings settings, Clock clock, UnaryOperator<String> address)
            throws IOException {
        this.environment = environment;
        this.roomClock = new RoomClock(clock);
        this.zoom = new FakeZoomServer();
        this.graph = new FakeGraphServer();
        this.bbb = new FakeBigBlueButtonServer(
                settings.get("bigbluebutton", "secret", "simulated-secret"), roomClock, address);
        Map<String, Object> properties = new LinkedHashMap<>();
        if (settings.find("zoom", "client-id").isEmpty()) {
            wire(MeetingProvider.ZOOM, zoom.url());
            property(properties, "zoom.account-id", FakeZoomServer.ACCOUNT);
            property(properties, "zoom.client-id", FakeZoomServer.CLIENT);
            property(properties, "zoom.client-secret", FakeZoomServer.SECRET);
            property(properties, "zoom.token-url", zoom.tokenUrl());
            property(properties, "zoom.api-url", zoom.url());
        }
        if (settings.find("teams", "client-id").isEmpty()) {
            wire(MeetingProvider.TEAMS, graph.url());
            property(properties, "teams.tenant-id", FakeGraphServer.TENANT);
            property(properties, "teams.client-id", FakeGraphServer.CLIENT);
            property(properties, "teams.client-secret", FakeGraphServer.SECRET);
            property(properties, "teams.token-url", graph.tokenUrl());
            property(properties, "teams.api-url", graph.url());
            property(properties, "teams.organizer-id", TeamsPlayback.ORGANIZER);
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
