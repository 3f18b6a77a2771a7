package fr.educentre.assidu.attendance.internal;

import static fr.educentre.assidu.attendance.Attendance.Discordance.CONNECTED_NOT_SIGNED;
import static fr.educentre.assidu.attendance.Attendance.Discordance.LOG_SET_ASIDE;
import static fr.educentre.assidu.attendance.Attendance.Discordance.MARKED_ABSENT_BUT_CONNECTED;
import static fr.educentre.assidu.attendance.Attendance.Discordance.MARKED_PRESENT_NOT_CONNECTED;
import static fr.educentre.assidu.attendance.Attendance.Discordance.MARKED_PRESENT_NOT_SIGNED;
import static fr.educentre.assidu.attendance.Attendance.Discordance.SIGNED_BUT_MARKED_ABSENT;
import static fr.educentre.assidu.attendance.Attendance.Discordance.SIGNED_NOT_CONNECTED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a whole situation when its sources do not say the same, and what is not. */
class SituationDiscordancesTests {

    private static final PersonMark PRESENT = SampleSession.mark(AttendanceStatus.PRESENT, true);
    private static final PersonMark ABSENT = SampleSession.mark(AttendanceStatus.ABSENT, true);

    @Test
    void someone_marked_present_without_a_connection_is_told_at_a_distance_once_the_source_is_complete() {
        PresenceObservation away = seen(0, false, false);
        assertThat(of(Modality.VIDEO, true, away, PRESENT, false)).containsExactly(MARKED_PRESENT_NOT_CONNECTED);
        assertThat(of(Modality.VIDEO, false, away, PRESENT, false))
                .as("the log may still come")
                .isEmpty();
        assertThat(of(Modality.IN_PERSON, true, away, PRESENT, false)).isEmpty();
        assertThat(of(Modality.VIDEO, true, seen(1, true, false), PRESENT, false))
                .isEmpty();
        assertThat(of(Modality.VIDEO, true, seen(0, true, false), PRESENT, false))
                .as("a connection without a minute shows nobody")
                .containsExactly(MARKED_PRESENT_NOT_CONNECTED);
        assertThat(of(Modality.VIDEO, true, away, ABSENT, false)).isEmpty();
        assertThat(of(Modality.VIDEO, true, away, null, false)).isEmpty();
    }

    @Test
    void someone_marked_absent_is_told_when_a_log_or_a_signature_shows_them() {
        assertThat(of(Modality.VIDEO, false, seen(30, true, false), ABSENT, false))
                .containsExactly(MARKED_ABSENT_BUT_CONNECTED);
        assertThat(of(Modality.IN_PERSON, true, seen(0, false, true), ABSENT, false))
                .containsExactly(SIGNED_BUT_MARKED_ABSENT);
        assertThat(of(Modality.IN_PERSON, true, seen(210, false, true), PRESENT, false))
                .isEmpty();
        assertThat(of(Modality.IN_PERSON, true, seen(210, false, true), null, false))
                .isEmpty();
    }

    @Test
    void a_signature_without_a_connection_is_told_at_a_distance_once_the_source_is_complete() {
        PresenceObservation signed = seen(0, false, true);
        assertThat(of(Modality.ONLINE, true, signed, null, false)).containsExactly(SIGNED_NOT_CONNECTED);
        assertThat(of(Modality.ONLINE, false, signed, null, false)).isEmpty();
        assertThat(of(Modality.IN_PERSON, true, signed, null, false)).isEmpty();
        assertThat(of(Modality.ONLINE, true, seen(5, true, true), null, false)).isEmpty();
    }

    @Test
    void where_others_signed_someone_there_who_did_not_is_told() {
        assertThat(of(Modality.VIDEO, true, seen(5, true, false), null, true)).containsExactly(CONNECTED_NOT_SIGNED);
        assertThat(of(Modality.VIDEO, false, seen(5, true, false), null, true)).isEmpty();
        assertThat(of(Modality.VIDEO, true, seen(5, true, true), null, true)).isEmpty();
        assertThat(of(Modality.VIDEO, true, seen(5, true, false), null, false)).isEmpty();
        PresenceObservation there = seen(210, false, false);
        assertThat(of(Modality.IN_PERSON, true, there, PRESENT, true)).containsExactly(MARKED_PRESENT_NOT_SIGNED);
        assertThat(of(Modality.IN_PERSON, true, there, ABSENT, true)).isEmpty();
        assertThat(of(Modality.IN_PERSON, true, there, null, true)).isEmpty();
        assertThat(of(Modality.IN_PERSON, true, there, SampleSession.mark(AttendanceStatus.PRESENT, false), true))
                .as("a file's status is the sheet itself")
                .isEmpty();
    }

    @Test
    void a_log_that_another_source_was_believed_before_is_told() {
        PresenceObservation seen = new PresenceObservation(
                new PresenceObservation.Presence(List.of(), 210, 0, 0),
                new PresenceObservation.Proof(List.of(), List.of(), false),
                false,
                false,
                false,
                Set.of(LOG_SET_ASIDE));
        assertThat(of(Modality.IN_PERSON, true, seen, null, false)).containsExactly(LOG_SET_ASIDE);
    }

    private static PresenceObservation seen(int minutes, boolean connected, boolean signed) {
        return SampleSession.seen(minutes, connected, signed, List.of());
    }

    private static Set<Discordance> of(
            Modality modality,
            boolean complete,
            PresenceObservation traced,
            @Nullable PersonMark mark,
            boolean othersSigned) {
        var session = SampleSession.held(modality, SessionState.OPEN, complete ? SampleSession.ENDS : null);
        return Discordances.of(SampleSession.situation(session, traced, mark, othersSigned), traced);
    }
}
