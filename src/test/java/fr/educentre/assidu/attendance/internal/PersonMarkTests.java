package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which of the marks among a learner's traces counts, and what is read from it. */
class PersonMarkTests {

    private static final UUID LEARNER = new UUID(9, 1);
    private static final UUID OTHER = new UUID(9, 2);

    @Test
    void a_person_comes_before_a_file_however_late_the_file_is() {
        Trace person = trace(1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:05", "08:05", Map.of("status", "LATE"));
        Trace file = trace(2, EvidenceSource.FILE, TraceKind.MARK, "09:00", "09:00", Map.of("status", "ABSENT"));
        PersonMark mark = PersonMark.last(List.of(person, file)).orElseThrow();
        assertThat(mark.status()).isEqualTo(AttendanceStatus.LATE);
        assertThat(mark.author().person()).isTrue();
        PersonMark alone = PersonMark.last(List.of(file)).orElseThrow();
        assertThat(alone.status()).isEqualTo(AttendanceStatus.ABSENT);
        assertThat(alone.author().person()).isFalse();
    }

    @Test
    void of_two_said_of_the_same_moment_the_one_recorded_last_counts() {
        Trace first = trace(2, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:05", "08:06", Map.of("status", "LATE"));
        Trace last = trace(1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:05", "08:07", Map.of("status", "PRESENT"));
        assertThat(PersonMark.last(List.of(last, first)).orElseThrow().traceId())
                .isEqualTo(last.id());
        Trace same = trace(3, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:05", "08:07", Map.of("status", "ABSENT"));
        assertThat(PersonMark.last(List.of(same, last)).orElseThrow().traceId())
                .as("one answer in whatever order they come")
                .isEqualTo(same.id())
                .isEqualTo(PersonMark.last(List.of(last, same)).orElseThrow().traceId());
    }

    @Test
    void an_absence_on_a_sheet_counts_no_more_once_the_learner_signed_by_the_same_source() {
        Trace absent = trace(1, EvidenceSource.SIGNATURE, TraceKind.MARK, "08:00", "08:10", Map.of("status", "ABSENT"));
        Trace signed = trace(2, EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, "08:00", "08:11", Map.of());
        assertThat(PersonMark.last(List.of(absent, signed))).isEmpty();
        Trace before = trace(2, EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, "08:00", "08:09", Map.of());
        assertThat(PersonMark.last(List.of(absent, before))).isPresent();
        Trace elsewhere = trace(2, EvidenceSource.FILE, TraceKind.SIGNATURE, "08:00", "08:11", Map.of());
        assertThat(PersonMark.last(List.of(absent, elsewhere))).isPresent();
        Trace connected = trace(2, EvidenceSource.SIGNATURE, TraceKind.INTERVAL, "08:00", "08:11", Map.of());
        assertThat(PersonMark.last(List.of(absent, connected))).isPresent();
        Trace late = trace(1, EvidenceSource.SIGNATURE, TraceKind.MARK, "08:00", "08:10", Map.of("status", "LATE"));
        assertThat(PersonMark.last(List.of(late, signed))).isPresent();
        Trace person = trace(1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:00", "08:10", Map.of("status", "ABSENT"));
        Trace screen = trace(2, EvidenceSource.ROLL_CALL, TraceKind.SIGNATURE, "08:00", "08:11", Map.of());
        assertThat(PersonMark.last(List.of(person, screen)))
                .as("what a person says stands")
                .isPresent();
    }

    @Test
    void who_why_and_with_which_document_is_read_from_what_was_said() {
        UUID document = new UUID(9, 8);
        PersonMark mark = one(Map.of(
                "status",
                "PRESENT",
                "by",
                "Ana",
                "role",
                "TRAINER",
                "reason",
                "Vue en salle",
                "documentId",
                document.toString(),
                "correction",
                true));
        assertThat(mark.author()).isEqualTo(new PersonMark.Author("Ana", "TRAINER", true, "Vue en salle"));
        assertThat(mark.documentId()).isEqualTo(document);
        assertThat(mark.correction()).isTrue();
    }

    @Test
    void what_was_not_said_is_the_source_then_the_status_in_the_readers_words_and_never_a_files_comment() {
        PersonMark bare = one(Map.of("status", "EXEMPT"));
        assertThat(Wording.stored(bare.author().by())).isEqualTo(Wording.of("evidence.source.ROLL_CALL"));
        assertThat(Wording.stored(bare.author().reason())).isEqualTo(Wording.of("attendance.status.EXEMPT"));
        assertThat(bare.documentId()).isNull();
        assertThat(bare.correction()).isFalse();
        assertThat(Wording.stored(one(Map.of("status", "LATE", "comment", "Hospitalisé"))
                        .author()
                        .reason()))
                .isEqualTo(Wording.of("attendance.status.LATE"));
    }

    @Test
    void where_nobody_gave_a_reason_it_is_said_in_the_readers_language_whatever_version_wrote_it() {
        Wording rollCall = Wording.of("attendance.rollCall.reason");
        assertThat(Wording.stored(MarkReason.stored(null))).isEqualTo(rollCall);
        assertThat(Wording.stored(one(Map.of("status", "LATE", "reason", "Appel"))
                        .author()
                        .reason()))
                .as("as it was written before")
                .isEqualTo(rollCall);
        assertThat(MarkReason.stored("Vue en salle")).isEqualTo("Vue en salle");
        assertThat(MarkReason.explained(Wording.of("shell.says", "FILE", new Wording.Written("ABSENT"))))
                .isEqualTo(Wording.of(
                        "shell.says", Wording.of("evidence.source.FILE"), Wording.of("attendance.status.ABSENT")));
        assertThat(MarkReason.explained(Wording.of("shell.says", "Ana", new Wording.Written("Appel"))))
                .isEqualTo(Wording.of("shell.says", "Ana", rollCall));
    }

    @Test
    void nothing_is_stated_by_a_status_that_nobody_can_give() {
        for (String status : List.of("AWAITING_DATA", "THERE", PersonMark.TAKEN_BACK)) {
            assertThat(PersonMark.last(List.of(trace(
                            1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:00", "08:00", Map.of("status", status)))))
                    .as(status)
                    .isEmpty();
        }
        assertThat(PersonMark.last(
                        List.of(trace(1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:00", "08:00", Map.of()))))
                .isEmpty();
    }

    @Test
    void what_was_said_last_of_a_learner_is_what_a_person_said_be_it_that_it_is_taken_back() {
        Trace present =
                trace(1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:00", "08:00", Map.of("status", "PRESENT"));
        Trace taken = trace(
                2, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:10", "08:10", Map.of("status", PersonMark.TAKEN_BACK));
        Trace file = trace(3, EvidenceSource.FILE, TraceKind.MARK, "08:20", "08:20", Map.of("status", "ABSENT"));
        Trace signed = trace(4, EvidenceSource.ROLL_CALL, TraceKind.SIGNATURE, "08:30", "08:30", Map.of());
        assertThat(PersonMark.lastSaid(List.of(present, taken, file, signed), LEARNER))
                .contains(taken);
        assertThat(PersonMark.lastSaid(List.of(present), OTHER)).isEmpty();
    }

    private static PersonMark one(Map<String, Object> said) {
        return PersonMark.last(List.of(trace(1, EvidenceSource.ROLL_CALL, TraceKind.MARK, "08:00", "08:00", said)))
                .orElseThrow();
    }

    private static Trace trace(
            int id, EvidenceSource source, TraceKind kind, String said, String recorded, Map<String, Object> payload) {
        return new Trace(
                new UUID(0, id),
                new Trace.Origin(source, Channel.FILE, at(recorded)),
                kind,
                TraceTime.at(at(said)),
                new Trace.Person("key", "Name"),
                new Trace.Subject(SampleSession.ID, null, null),
                payload,
                new TraceMatch(LEARNER, MatchMethod.EMAIL));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }
}
