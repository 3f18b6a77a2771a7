package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.tables.RoundedNumber;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a file is about the session it was dropped on. */
final class FileSessionMatcher {

    private FileSessionMatcher() {}

    /** @throws Refusal INVALID when it names another meeting, or tells of no moment of the session */
    static void require(Understood file, SessionInfo session) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting != null
                && file.meetingId() != null
                && !plain(file.meetingId()).equals(plain(meeting.id()))
                && !rounded(file, session)) {
            if (RoundedNumber.of(file.meetingId()).isPresent()) {
                throw Refusal.invalid("refusal.evidenceFile.roundedMeeting", file.meetingId(), meeting.id());
            }
            throw Refusal.invalid("refusal.evidenceFile.otherMeeting", file.meetingId(), meeting.id());
        }
        if (file.sightings().stream().noneMatch(one -> during(one, file, session))) {
            throw whyNone(file);
        }
    }

    /** Whether a spreadsheet rounded the meeting's number, which may be the session's. */
    static boolean rounded(Understood file, SessionInfo session) {
        SessionInfo.Meeting meeting = session.meeting();
        String told = file.meetingId();
        return meeting != null
                && told != null
                && RoundedNumber.of(told)
                        .filter(number -> number.mayBe(meeting.id()))
                        .isPresent();
    }

    /** The true reason: words that were not understood do not make a file one of another session. */
    private static Refusal whyNone(Understood file) {
        List<Sighting> clear =
                file.sightings().stream().filter(one -> !one.unclear()).toList();
        if (!clear.isEmpty() && clear.stream().allMatch(FileSessionMatcher::untimed) && file.reach() == null) {
            return Refusal.invalid("refusal.evidenceFile.durationsOnly");
        }
        boolean unread = clear.isEmpty()
                && !file.skipped().isEmpty()
                && file.skipped().stream().noneMatch(line -> line.why().equals("farFromSession"));
        if (!unread) {
            return Refusal.invalid("refusal.evidenceFile.noOverlap");
        }
        return file.skipped().stream()
                .map(Skipped::cell)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(cell -> Refusal.invalid("refusal.evidenceFile.wordNotUnderstood", cell))
                .or(() -> contradictory(file))
                .orElseGet(() -> Refusal.invalid("refusal.evidenceFile.nothingUnderstood"));
    }

    /** Lines that were understood, and say the contrary of each other. */
    private static Optional<Refusal> contradictory(Understood file) {
        String lines = file.skipped().stream()
                .filter(line -> line.why().equals(ContradictoryLines.WHY))
                .map(line -> String.valueOf(line.line()))
                .distinct()
                .collect(Collectors.joining(", "));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("refusal.evidenceFile.contradiction", lines));
    }

    private static boolean during(Sighting sighting, Understood file, SessionInfo session) {
        if (sighting.kind() != TraceKind.INTERVAL && sighting.kind() != TraceKind.SEEN) {
            return true;
        }
        if (untimed(sighting)) {
            // What a line that was not understood says is not said of the session either.
            return !sighting.unclear()
                    && (file.reach() == null
                            ? ofThatMeeting(file, session)
                            : overlaps(file.reach().from(), file.reach().to(), session));
        }
        // Of a stay with one end, the end that is told has to fall within the session.
        Instant from = sighting.from() == null ? sighting.to() : sighting.from();
        Instant to = sighting.to() == null ? sighting.from() : sighting.to();
        return from != null && to != null && overlaps(from, to, session);
    }

    private static boolean untimed(Sighting sighting) {
        return sighting.kind() == TraceKind.SEEN && sighting.from() == null && sighting.to() == null;
    }

    private static boolean overlaps(Instant from, Instant to, SessionInfo session) {
        return from.isBefore(session.endsAt()) && to.isAfter(session.startsAt());
    }

    private static boolean ofThatMeeting(Understood file, SessionInfo session) {
        return session.meeting() != null && file.meetingId() != null;
    }

    /** Zoom writes its numbers with or without spaces. */
    private static String plain(String id) {
        return id.replaceAll("[\\s\\u00A0-]", "").toLowerCase(Locale.ROOT);
    }
}
