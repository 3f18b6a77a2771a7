package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A relaunch of a learner, one an alert. */
@Entity
class Relaunch {

    /** Where it stands. */
    enum State {
        RUNNING,
        PAUSED,
        RETURNED,
        FACTS_CHANGED,
        ESCALATED,
        ENDED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private UUID alertId;
    private UUID learnerId;
    private String templateKey;

    @Enumerated(EnumType.STRING)
    private State state = State.RUNNING;

    private @Nullable Instant missedUntil;
    private Instant startedAt;
    private @Nullable Instant firstSentAt;
    private @Nullable Instant secondSentAt;
    private @Nullable LocalDate pausedUntil;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Relaunch() {}

    /** @param missedUntil start of the last session behind the alert */
    Relaunch(UUID alertId, UUID learnerId, String templateKey, @Nullable Instant missedUntil, Instant startedAt) {
        this.alertId = alertId;
        this.learnerId = learnerId;
        this.templateKey = templateKey;
        this.missedUntil = missedUntil;
        this.startedAt = startedAt;
    }

    void firstSent(Instant at) {
        firstSentAt = at;
    }

    void secondSent(Instant at) {
        secondSentAt = at;
    }

    /** Only while mails are still to come: what waits for the referent is theirs already. */
    boolean mayPause() {
        return open() && state == State.RUNNING;
    }

    void pause(@Nullable LocalDate until) {
        state = State.PAUSED;
        pausedUntil = until;
    }

    void resume() {
        state = State.RUNNING;
        pausedUntil = null;
    }

    boolean isPaused() {
        return open() && state == State.PAUSED;
    }

    boolean isPausedUntil(LocalDate day) {
        return isPaused() && day.equals(pausedUntil);
    }

    void escalated() {
        if (state == State.RUNNING) {
            state = State.ESCALATED;
        }
    }

    /** Whether it waits for the referent: nothing looks at its facts any more. */
    boolean waitsForReferent() {
        return open() && state == State.ESCALATED;
    }

    void end(State how, Wording reason, Instant at) {
        if (open()) {
            state = how;
            endReason = reason.stored();
            endedAt = at;
        }
    }

    /** Runs, or waits for the referent. */
    boolean open() {
        return endedAt == null;
    }

    /** Presence at a session that starts after this is a return. */
    Instant absentSince() {
        return missedUntil == null ? startedAt : missedUntil;
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    UUID alertId() {
        return alertId;
    }

    UUID learnerId() {
        return learnerId;
    }

    String templateKey() {
        return templateKey;
    }

    @Nullable
    Instant firstSentAt() {
        return firstSentAt;
    }

    @Nullable
    Instant secondSentAt() {
        return secondSentAt;
    }

    RelaunchView view(Texts texts) {
        return new RelaunchView(
                id(),
                alertId,
                learnerId,
                state.name(),
                startedAt,
                new RelaunchView.Reminders(firstSentAt, secondSentAt),
                new RelaunchView.End(endedAt, endReason == null ? null : Wording.shown(endReason, texts)));
    }
}
