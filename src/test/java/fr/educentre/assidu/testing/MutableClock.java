package fr.educentre.assidu.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of the application under test; the process engine follows it. It stands where it was set, but for a
 * microsecond at each reading, so that what happens later bears a later time. While the job executor runs
 * ({@link RealJobExecutor}) it goes on from there instead.
 */
public class MutableClock extends Clock {

    private Instant now = systemNow();
    private Instant began = now;
    private Duration offset = Duration.ZERO;
    private boolean running;

    @Override
    public synchronized Instant instant() {
        if (running) {
            return systemNow().plus(offset);
        }
        long before = now.toEpochMilli();
        now = now.plus(1, ChronoUnit.MICROS);
        if (now.toEpochMilli() != before) {
            tellEngine();
        }
        return now;
    }

    public synchronized void set(Instant time) {
        now = time;
        offset = Duration.between(systemNow(), time);
        tellEngine();
    }

    public void advance(Duration by) {
        set(instant().plus(by));
    }

    /** About now, and later than it was before: what happened under another time is well past. */
    public synchronized void reset() {
        Instant after = began.plusSeconds(1);
        began = running || after.isBefore(systemNow()) ? systemNow() : after;
        set(began);
    }

    /** Time passes by itself, or stands. */
    synchronized void running(boolean on) {
        Instant time = instant();
        running = on;
        set(time);
    }

    private void tellEngine() {
        if (running) {
            ClockUtil.offset(offset.toMillis());
        } else {
            ClockUtil.setCurrentTime(Date.from(now));
        }
    }

    private static Instant systemNow() {
        return Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    /** The same clock seen from elsewhere. */
    private static final class InZone extends Clock {

        private final MutableClock clock;
        private final ZoneId zone;

        InZone(MutableClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
