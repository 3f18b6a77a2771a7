package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.internal.Discordances.Sources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscordancesTests {

    @Test
    void sources_that_say_the_same_contradict_nothing() {
        assertThat(Discordances.of(online(mark(AttendanceStatus.PRESENT), true, true)))
                .isEmpty();
        assertThat(Discordances.of(online(mark(AttendanceStatus.ABSENT), false, false)))
                .isEmpty();
        assertThat(Discordances.of(online(null, false, false))).isEmpty();
    }

    @Test
    void a_mark_is_held_against_the_connections() {
        assertThat(Discordances.of(online(mark(AttendanceStatus.PRESENT), false, false)))
                .containsExactly(Discordance.MARKED_PRESENT_NOT_CONNECTED);
        assertThat(Discordances.of(online(mark(AttendanceStatus.ABSENT), true, false)))
                .containsExactly(Discordance.MARKED_ABSENT_BUT_CONNECTED);
    }

    @Test
    void a_signature_is_held_against_the_mark_and_the_connections() {
        assertThat(Discordances.of(online(mark(AttendanceStatus.ABSENT), false, true)))
                .containsExactlyInAnyOrder(Discordance.SIGNED_BUT_MARKED_ABSENT, Discordance.SIGNED_NOT_CONNECTED);
    }

    @Test
    void who_should_have_signed_like_the_others_is_told_by_their_connection_first() {
        var marked = mark(AttendanceStatus.PRESENT);
        assertThat(Discordances.of(new Sources(null, true, true, false, true, true, false)))
                .containsExactly(Discordance.CONNECTED_NOT_SIGNED);
        assertThat(Discordances.of(new Sources(marked, true, true, false, true, true, false)))
                .containsExactly(Discordance.CONNECTED_NOT_SIGNED);
        assertThat(Discordances.of(new Sources(marked, false, false, false, true, true, false)))
                .containsExactly(Discordance.MARKED_PRESENT_NOT_SIGNED);
    }

    @Test
    void a_status_read_in_a_file_is_nobodys_word_against_a_missing_signature() {
        assertThat(Discordances.of(new Sources(
                        SampleSession.mark(AttendanceStatus.PRESENT, false), false, false, false, true, true, false)))
                .isEmpty();
    }

    @Test
    void what_is_not_there_yet_contradicts_nothing() {
        assertThat(Discordances.of(new Sources(mark(AttendanceStatus.PRESENT), true, false, false, true, false, false)))
                .isEmpty();
        assertThat(Discordances.of(new Sources(null, true, false, true, false, false, false)))
                .isEmpty();
    }

    @Test
    void of_who_may_be_a_participant_not_recognised_yet_nothing_is_missing() {
        assertThat(Discordances.of(new Sources(mark(AttendanceStatus.PRESENT), true, false, false, true, true, true)))
                .isEmpty();
        assertThat(Discordances.of(new Sources(mark(AttendanceStatus.ABSENT), true, true, false, false, true, true)))
                .as("what is known of them still counts")
                .containsExactly(Discordance.MARKED_ABSENT_BUT_CONNECTED);
    }

    @Test
    void nobody_connects_to_a_session_in_a_room() {
        assertThat(Discordances.of(new Sources(mark(AttendanceStatus.PRESENT), false, false, true, true, true, false)))
                .isEmpty();
    }

    private static Sources online(@Nullable PersonMark mark, boolean connected, boolean signed) {
        return new Sources(mark, true, connected, signed, false, true, false);
    }

    private static PersonMark mark(AttendanceStatus status) {
        return SampleSession.mark(status, true);
    }
}
