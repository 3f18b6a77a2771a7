package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** All that the session page shows of the traces, read once. */
record SessionEvidence(
        SessionInfo session,
        Map<UUID, List<Trace>> byLearner,
        List<Trace> all,
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

    PresenceBar bar(Attendance.Row row, PresenceTexts words, boolean detailed) {
        double threshold = thresholds.getOrDefault(row.learner().id(), 1.0);
        return new PresenceBar(session, lanes(row), share(row), threshold, words, detailed);
    }
}
