package fr.educentre.assidu.sources.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Ours, save while a class of the past is played. */
final class RoomClock extends Clock {

    private final Clock usual;
    private volatile @Nullable Instant played;

    RoomClock(Clock usual) {
        this.usual = usual;
    }

    void at(Instant instant) {
        played = instant;
    }

    void now() {
        played = null;
    }

    @Override
    public ZoneId getZone() {
        return usual.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        Instant at = played;
        return at == null ? usual.instant() : at;
    }
}
