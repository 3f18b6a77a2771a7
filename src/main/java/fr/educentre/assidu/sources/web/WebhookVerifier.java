package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.sources.core.DeliveryIntake;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Receives deliveries of known senders, and counts those it refuses. */
@Component
class WebhookVerifier {

    private static final long MOST_SECONDS_APART = 300;

    private final DeliveryIntake intake;
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookVerifier(DeliveryIntake intake, MeterRegistry meters, Clock clock) {
        this.intake = intake;
        this.meters = meters;
        this.clock = clock;
    }

    /** To be called for a delivery that proves its sender. */
    void receive(String connector, String sender, WebhookRequest request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        SystemActor.run(() -> intake.receive(connector, sender, request.mediaType(), headers, request.body()));
        meters.counter("assidu.hooks.received", "connector", connector).increment();
    }

    /** @param reason one of a few fixed words, for the counter */
    BadCredentialsException refuse(String connector, String reason) {
        meters.counter("assidu.hooks.refused", "connector", connector, "reason", reason)
                .increment();
        return new BadCredentialsException(connector + ": " + reason);
    }

    /** Whether a signature's time is within five minutes of now. */
    boolean isRecent(long epochSeconds) {
        return Math.abs(clock.instant().getEpochSecond() - epochSeconds) <= MOST_SECONDS_APART;
    }
}
