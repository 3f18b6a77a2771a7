package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.SessionInfo;
import java.util.Locale;

/** Whether a file is about the session it was dropped on. */
final class FileSessionMatcher {

    private FileSessionMatcher() {}

    /** @throws Refusal INVALID when it names another meeting, or tells of no moment of the session */
    static void require(Understood file, SessionInfo session) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting != null
                && file.meetingId() != null
                && !plain(file.meetingId()).equals(plain(meeting.id()))) {
            throw Refusal.invalid("refusal.evidenceFile.otherMeeting", file.meetingId(), meeting.id());
        }
        if (file.sightings().stream().noneMatch(one -> during(one, session))) {
            boolean durations = !file.skipped().isEmpty()
                    && file.skipped().stream()
                            .allMatch(line -> line.why().equals("durationOnly")
                                    || line.why().equals("aggregatedUsers"));
            throw Refusal.invalid(durations ? "refusal.evidenceFile.durationsOnly" : "refusal.evidenceFile.noOverlap");
        }
    }

    private static boolean during(Sighting sighting, SessionInfo session) {
        if (sighting.kind() != TraceKind.INTERVAL) {
            return true;
        }
        return sighting.from() != null
                && sighting.to() != null
                && sighting.from().isBefore(session.endsAt())
                && sighting.to().isAfter(session.startsAt());
    }

    /** Zoom writes its numbers with or without spaces. */
    private static String plain(String id) {
        return id.replaceAll("[\\s\\u00A0-]", "").toLowerCase(Locale.ROOT);
    }
}
