package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a verdict is another than the one before, and how its versions are counted. */
class VerdictVersioningTests {

    private static final UUID TRACE = new UUID(8, 1);
    private static final Verdict.Interval STAY = new Verdict.Interval(SampleSession.STARTS, SampleSession.ENDS, "ZOOM");
    private static final Verdict.Subject SUBJECT =
            new Verdict.Subject(SampleSession.ID, SampleSession.LEARNER, new UUID(8, 2));
    private static final Verdict.Minutes MINUTES = new Verdict.Minutes(210, 180, 170, 12, 18);
    private static final Verdict.Proof PROOF = new Verdict.Proof(true, List.of(STAY), List.of(TRACE));
    private static final Verdict.Version FIRST = new Verdict.Version(1, SampleSession.ENDS, null);
    private static final Verdict BEFORE = verdict(SUBJECT, AttendanceStatus.LATE, MINUTES, List.of(), PROOF);

    @Test
    void another_version_of_a_rule_that_retains_the_same_is_no_change() {
        Verdict next = new Verdict(
                SUBJECT,
                AttendanceStatus.LATE,
                MINUTES,
                List.of(),
                PROOF,
                new Verdict.ByRule("Présence", 4, new Wording.Written("autrement dit")),
                new Verdict.Version(9, SampleSession.ENDS.plusSeconds(60), null));
        assertThat(VerdictVersioning.same(BEFORE, next)).isTrue();
    }

    @Test
    void a_reason_kept_as_a_sentence_and_now_as_a_key_is_no_change() {
        Verdict next = new Verdict(
                SUBJECT,
                AttendanceStatus.LATE,
                MINUTES,
                List.of(),
                PROOF,
                new Verdict.ByRule("Présence", 3, Wording.of("rules.presence.late", 180, 210, 85.7, 12.0, 10.0)),
                FIRST);
        assertThat(next.decidedBy()).isNotEqualTo(BEFORE.decidedBy());
        assertThat(VerdictVersioning.same(BEFORE, next)).isTrue();
    }

    static Stream<Verdict> others() {
        return Stream.of(
                verdict(SUBJECT, AttendanceStatus.PRESENT, MINUTES, List.of(), PROOF),
                minutes(209, 180, 170, 12, 18),
                minutes(210, 181, 170, 12, 18),
                minutes(210, 180, 171, 12, 18),
                minutes(210, 180, 170, 13, 18),
                minutes(210, 180, 170, 12, 17),
                verdict(
                        SUBJECT,
                        AttendanceStatus.LATE,
                        MINUTES,
                        List.of(new Verdict.Credit(new UUID(8, 3), 170)),
                        PROOF),
                proof(new Verdict.Proof(false, List.of(STAY), List.of(TRACE))),
                proof(new Verdict.Proof(true, List.of(), List.of(TRACE))),
                proof(new Verdict.Proof(true, List.of(STAY), List.of())),
                verdict(
                        new Verdict.Subject(SampleSession.ID, SampleSession.LEARNER, null),
                        AttendanceStatus.LATE,
                        MINUTES,
                        List.of(),
                        PROOF),
                new Verdict(SUBJECT, AttendanceStatus.LATE, MINUTES, List.of(), PROOF, SampleSession.BY_PERSON, FIRST));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatever_else_is_retained_is_a_change(Verdict other) {
        assertThat(VerdictVersioning.same(BEFORE, other)).isFalse();
        assertThat(VerdictVersioning.same(other, other)).isTrue();
    }

    @Test
    void the_next_version_counts_on_and_is_never_dated_before_the_one_it_replaces() {
        Instant decided = SampleSession.ENDS;
        Verdict later =
                VerdictVersioning.after(numbered(BEFORE, 4, decided), numbered(BEFORE, 1, decided.plusSeconds(1)));
        assertThat(later.version()).isEqualTo(new Verdict.Version(5, decided.plusSeconds(1), null));
        Verdict earlier =
                VerdictVersioning.after(numbered(BEFORE, 4, decided), numbered(BEFORE, 1, decided.minusSeconds(1)));
        assertThat(earlier.version()).isEqualTo(new Verdict.Version(5, decided, null));
        assertThat(earlier.minutes()).isEqualTo(MINUTES);
        assertThat(earlier.proof()).isEqualTo(PROOF);
    }

    @Test
    void a_proof_found_later_changes_nothing_that_a_person_decided() {
        Verdict person = new Verdict(
                SUBJECT,
                AttendanceStatus.PRESENT,
                new Verdict.Minutes(210, 210, 210, 0, 0),
                List.of(),
                new Verdict.Proof(false, List.of(STAY), List.of()),
                SampleSession.BY_PERSON,
                new Verdict.Version(2, SampleSession.ENDS, null));
        Verdict found = VerdictVersioning.withProof(person, numbered(BEFORE, 1, SampleSession.ENDS.plusSeconds(9)));
        assertThat(found.status()).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(found.minutes()).isEqualTo(person.minutes());
        assertThat(found.decidedBy()).isEqualTo(SampleSession.BY_PERSON);
        assertThat(found.proof()).isEqualTo(new Verdict.Proof(true, List.of(STAY), List.of(TRACE)));
        assertThat(found.version()).isEqualTo(new Verdict.Version(3, SampleSession.ENDS.plusSeconds(9), null));
    }

    @Test
    void a_verdict_that_comes_back_goes_on_from_the_last_version() {
        Map<String, Integer> last = Map.of(VerdictStore.key(SampleSession.ID, SampleSession.LEARNER), 6);
        assertThat(number(change(null, BEFORE), last)).isEqualTo(7);
        assertThat(number(change(null, BEFORE), Map.of())).isEqualTo(1);
        assertThat(number(change(BEFORE, numbered(BEFORE, 2, SampleSession.ENDS)), last))
                .as("follows one that stands")
                .isEqualTo(2);
        var gone = change(BEFORE, null);
        assertThat(VerdictVersioning.numbered(gone, last)).isSameAs(gone);
    }

    private static int number(AttendanceDecision.Change change, Map<String, Integer> last) {
        Verdict after = VerdictVersioning.numbered(change, last).after();
        assertThat(after).isNotNull();
        return after.version().number();
    }

    private static AttendanceDecision.Change change(@Nullable Verdict before, @Nullable Verdict after) {
        return new AttendanceDecision.Change(
                SampleSession.held(Modality.VIDEO, SessionState.OPEN, null), SampleSession.LEARNER, before, after);
    }

    private static Verdict numbered(Verdict one, int number, Instant at) {
        return new Verdict(
                one.subject(),
                one.status(),
                one.minutes(),
                one.credits(),
                one.proof(),
                one.decidedBy(),
                new Verdict.Version(number, at, null));
    }

    private static Verdict minutes(int taught, int observed, int credited, int late, int early) {
        return verdict(
                SUBJECT,
                AttendanceStatus.LATE,
                new Verdict.Minutes(taught, observed, credited, late, early),
                List.of(),
                PROOF);
    }

    private static Verdict proof(Verdict.Proof proof) {
        return verdict(SUBJECT, AttendanceStatus.LATE, MINUTES, List.of(), proof);
    }

    private static Verdict verdict(
            Verdict.Subject subject,
            AttendanceStatus status,
            Verdict.Minutes minutes,
            List<Verdict.Credit> credits,
            Verdict.Proof proof) {
        return new Verdict(subject, status, minutes, credits, proof, SampleSession.BY_RULE, FIRST);
    }
}
