package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All that the session page shows of the traces, read once.
 *
 * @param all of the session, and what the platform tells of its learners meanwhile
 * @param unrecognised participants who wait for a person to say who they are
 */
record SessionEvidence(
        SessionInfo session,
        Map<UUID, List<Trace>> byLearner,
        List<Trace> all,
        List<Evidences.Proposal> unrecognised,
        Map<UUID, Set<Discordance>> found,
        Map<UUID, Double> thresholds,
        Instant now) {

    List<Trace> traces(UUID learnerId) {
        return byLearner.getOrDefault(learnerId, List.of());
    }

    List<SourceLane> lanes(Attendance.Row row) {
        return SourceLane.of(session, row.verdict(), traces(row.learner().id()), now);
    }

    /** In one order. */
    Set<Discordance> discordances(UUID learnerId) {
        return new TreeSet<>(found.getOrDefault(learnerId, Set.of()));
    }

    double share(Attendance.Row row) {
        Verdict verdict = row.verdict();
        return verdict == null || verdict.minutes().taught() == 0
                ? 0
                : (double) verdict.minutes().observed() / verdict.minutes().taught();
    }

    /** Who of those that are not recognised yet may be the learner. */
    List<Evidences.Proposal> perhaps(UUID learnerId) {
        return unrecognised.stream()
                .filter(one -> one.candidates().stream()
                        .anyMatch(candidate -> candidate.learnerId().equals(learnerId)))
                .toList();
    }

    PresenceBar bar(Attendance.Row row, PresenceTexts words, boolean detailed) {
        double threshold = thresholds.getOrDefault(row.learner().id(), 1.0);
        String nothing = words.nothing(perhaps(row.learner().id()));
        return new PresenceBar(
                session, lanes(row), nothing, new PresenceBar.Share(share(row), threshold), words, detailed);
    }
}
