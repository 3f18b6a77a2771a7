package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.TeamsReports;
import fr.educentre.assidu.sources.ZoomReports;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Plays whole classes on simulated Zoom, Teams and BigBlueButton, with troubles, so that everything can be tried without an
 * account. Of the demonstration alone.
 */
public class Simulator implements DisposableBean {

    private static final Duration BACK = Duration.ofDays(70);
    private static final int MOST = 300;

    private final ConfigurableEnvironment environment;
    private final SourceSettings settings;
    private final BigBlueButtonSettings bigBlueButton;
    private final Reports reports;
    private final Sessions sessions;
    private final Clock clock;
    private final Duration pause;
    private @Nullable FakeServers peers;

    /** By whom a person's question is put to each of the three. */
    public record Reports(ZoomReports zoom, TeamsReports teams, SourceConnections connections) {}

    /** @param pause between two questions to a peer, and before what is late */
    public Simulator(
            ConfigurableEnvironment environment,
            SourceSettings settings,
            BigBlueButtonSettings bigBlueButton,
            Reports reports,
            Sessions sessions,
            Clock clock,
            Duration pause) {
        this.environment = environment;
        this.settings = settings;
        this.bigBlueButton = bigBlueButton;
        this.reports = reports;
        this.sessions = sessions;
        this.clock = clock;
        this.pause = pause;
    }

    /** Addresses of the servers that stand in for a connection; empty while they do not run. */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public synchronized Map<MeetingProvider, String> running() {
        return peers == null ? Map.of() : peers.urls();
    }

    /** Starts the servers, unless they run, and leads to them those connections that nobody set up. */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public synchronized void start() {
        if (peers == null) {
            try {
                peers = new FakeServers(environment, settings, clock, this::local);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public synchronized void stop() {
        if (peers != null) {
            peers.close();
            peers = null;
        }
    }

    @Override
    public void destroy() {
        stop();
    }

    /** Those over whose class can be played, those that wait for it first, the latest first. */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public List<SessionInfo> sessions() {
        Instant now = clock.instant();
        return sessions
                .search(
                        new Sessions.Query(
                                null,
                                null,
                                null,
                                now.minus(BACK),
                                now,
                                Set.of(SessionState.AWAITING_DATA, SessionState.OPEN)),
                        0,
                        MOST)
                .items()
                .stream()
                .filter(session ->
                        session.meeting() != null && !session.endsAt().isAfter(now))
                .sorted(Comparator.comparing((SessionInfo session) -> session.state() != SessionState.AWAITING_DATA)
                        .thenComparing(SessionInfo::startsAt, Comparator.reverseOrder()))
                .toList();
    }

    /**
     * Plays the class of a session: deliveries come in over HTTP, then the report is asked for. The same session gives the
     * same class each time.
     *
     * @param told what happens, as it does
     * @throws Refusal INVALID when the session has no meeting or is not over; CONFLICT when the servers do not run, or the
     *     connection is a real one
     */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public ClassScript play(UUID sessionId, Set<Fault> troubles, Consumer<PlaybackEvent> told) {
        SessionInfo session = sessions.get(sessionId);
        if (session.meeting() == null || session.endsAt().isAfter(clock.instant())) {
            throw Refusal.invalid("refusal.simulator.session");
        }
        FakeServers standing = standing(session.meeting().provider());
        var script = ClassScript.of(
                session,
                sessions.expected(sessionId).stream()
                        .map(ExpectedLearner::learner)
                        .toList());
        var sending = new FaultInjectingSender(troubles, sessionId.getLeastSignificantBits(), pause, told);
        switch (session.meeting().provider()) {
            case ZOOM ->
                new ZoomPlayback(standing.zoom, reports.zoom(), clock)
                        .play(script, here("/hooks/zoom"), settings.get("zoom", "secret-token", ""), sending);
            case TEAMS ->
                new TeamsPlayback(standing.graph, reports.teams())
                        .play(script, here("/hooks/teams"), settings.get("teams", "client-state", ""), sending);
            case BIGBLUEBUTTON ->
                new BbbPlayback(standing.bbb, standing.roomClock, reports.connections())
                        .play(script, bigBlueButton.hookUrl(), here("/hooks/bigbluebutton"), sending);
            case GOOGLE_MEET, WEBEX, OTHER -> throw Refusal.invalid("refusal.simulator.session");
        }
        return script;
    }

    private synchronized FakeServers standing(MeetingProvider provider) {
        if (peers == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.simulator.stopped");
        }
        if (!peers.stands(provider)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.simulator.real");
        }
        return peers;
    }

    static SessionInfo.Meeting meeting(SessionInfo session) {
        return Objects.requireNonNull(session.meeting(), "a session that is played has a meeting");
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    /** The address as the world knows it is not always where we are reached from here. */
    private String local(String address) {
        URI uri = URI.create(address);
        return here(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .toString();
    }
}
