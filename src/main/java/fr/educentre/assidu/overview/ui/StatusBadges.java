package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statuses as they read on the screens of the overview. */
@Component
class StatusBadges {

    private static final Set<SessionState> WITHOUT_DATA =
            EnumSet.of(SessionState.PLANNED, SessionState.CANCELLED, SessionState.POSTPONED);

    private final Texts texts;

    StatusBadges(Texts texts) {
        this.texts = texts;
    }

    /** Of a session to come, or not held, nothing is awaited. */
    StatusBadge of(SessionInfo session, Attendance.Row row) {
        boolean unknown = row.status() == AttendanceStatus.AWAITING_DATA;
        return unknown && WITHOUT_DATA.contains(session.state())
                ? new StatusBadge(Tone.NEUTRAL, texts.get("overview.status.in." + session.state()))
                : of(row.status(), row.justification());
    }

    StatusBadge of(AttendanceStatus status, @Nullable JustificationState justification) {
        String word = texts.get("overview.status." + status);
        if (justification != null) {
            word += " (" + texts.get("overview.justification." + justification) + ")";
        }
        return new StatusBadge(tone(status, justification), word);
    }

    /** Of one whose statuses are all known no data are awaited, although it is open. */
    StatusBadge of(SessionInfo session, List<Attendance.Row> rows) {
        return AwaitingCard.isDecided(session, rows) ? toClose() : of(session.state());
    }

    /** The same where only the figures of the session were read. */
    StatusBadge of(SessionInfo session, HomeQueries.Arrivals arrivals) {
        return leftToClose(session, arrivals) ? toClose() : of(session.state());
    }

    /** The word of that badge. */
    String word(SessionInfo session, HomeQueries.Arrivals arrivals) {
        return texts.get(
                leftToClose(session, arrivals) ? "overview.awaiting.decided" : "overview.session." + session.state());
    }

    private static boolean leftToClose(SessionInfo session, HomeQueries.Arrivals arrivals) {
        return AwaitingCard.isUnclosed(session) && arrivals.decided();
    }

    private StatusBadge toClose() {
        return new StatusBadge(Tone.NOTICE, texts.get("overview.awaiting.decided"));
    }

    StatusBadge of(SessionState state) {
        Tone tone = switch (state) {
            case CLOSED -> Tone.GOOD;
            case OPEN -> Tone.NOTICE;
            case AWAITING_DATA -> Tone.WAITING;
            case PLANNED -> Tone.NEUTRAL;
            case CANCELLED, POSTPONED -> Tone.BAD;
        };
        return new StatusBadge(tone, texts.get("overview.session." + state));
    }

    private static Tone tone(AttendanceStatus status, @Nullable JustificationState justification) {
        return switch (status) {
            case PRESENT -> Tone.GOOD;
            case LATE, LEFT_EARLY, PARTIAL -> Tone.NOTICE;
            case ABSENT -> justification == JustificationState.JUSTIFIED ? Tone.NOTICE : Tone.BAD;
            case EXEMPT -> Tone.NEUTRAL;
            case AWAITING_DATA -> Tone.WAITING;
        };
    }
}
