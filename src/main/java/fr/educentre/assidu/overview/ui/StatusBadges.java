package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.training.SessionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statuses as they read on the screens of the overview. */
@Component
class StatusBadges {

    private final Texts texts;

    StatusBadges(Texts texts) {
        this.texts = texts;
    }

    StatusBadge of(AttendanceStatus status, @Nullable JustificationState justification) {
        String word = texts.get("overview.status." + status);
        if (justification != null) {
            word += " (" + texts.get("overview.justification." + justification) + ")";
        }
        return new StatusBadge(tone(status, justification), word);
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
