package fr.educentre.assidu.attendance.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attendance as it stands in the contract. */
final class AttendanceJson {

    private AttendanceJson() {}

    record Row(
            @JsonUnwrapped LearnerCell learner,
            AttendanceStatus status,
            @Nullable JustificationState justification,
            @JsonUnwrapped MinutesCell minutes,
            @JsonUnwrapped ProofCell proof,
            @JsonUnwrapped DecisionCell decision) {

        /** Who was expected. */
        record LearnerCell(
                UUID learnerId,
                String name,
                String firstName,
                String lastName,
                @Nullable UUID enrolmentId) {}

        /** What was counted. */
        record MinutesCell(
                int taughtMinutes,
                int attendedMinutes,
                int creditedMinutes,
                List<Verdict.Credit> credits,
                int lateMinutes,
                int earlyMinutes) {}

        /** What it rests on. */
        record ProofCell(boolean proofSufficient, List<Interval> intervals, List<UUID> evidence) {}

        /** Who decided, against which contradictions, and when. */
        record DecisionCell(
                @Nullable Map<String, Object> decidedBy,
                Set<Attendance.Discordance> discordances,
                int version,
                @Nullable OffsetDateTime decidedAt) {}
    }

    record Interval(OffsetDateTime from, OffsetDateTime to, String source) {}

    record Version(
            int version,
            AttendanceStatus status,
            @JsonUnwrapped VersionMinutes minutes,
            @JsonUnwrapped VersionProof proof,
            Map<String, Object> decidedBy,
            OffsetDateTime decidedAt,
            @Nullable OffsetDateTime supersededAt) {

        /** What was counted. */
        record VersionMinutes(int taughtMinutes, int attendedMinutes, int creditedMinutes) {}

        /** What it rests on. */
        record VersionProof(boolean proofSufficient, List<Interval> intervals, List<UUID> evidence) {}
    }

    static Row row(Attendance.Row row, ZoneId zone, Set<Attendance.Discordance> discordances, Texts texts) {
        Verdict verdict = row.verdict();
        return new Row(
                new Row.LearnerCell(
                        row.learner().id(),
                        row.learner().name(),
                        row.learner().firstName(),
                        row.learner().lastName(),
                        row.learner().enrolmentId()),
                row.status(),
                row.justification(),
                new Row.MinutesCell(
                        row.taughtMinutes(),
                        verdict == null ? 0 : verdict.minutes().observed(),
                        verdict == null ? 0 : verdict.minutes().credited(),
                        verdict == null ? List.of() : verdict.credits(),
                        verdict == null ? 0 : verdict.minutes().late(),
                        verdict == null ? 0 : verdict.minutes().early()),
                new Row.ProofCell(
                        verdict != null && verdict.proof().sufficient(),
                        verdict == null ? List.of() : intervals(verdict, zone),
                        verdict == null ? List.of() : verdict.proof().evidence()),
                new Row.DecisionCell(
                        verdict == null ? null : decidedBy(verdict.decidedBy(), texts),
                        discordances,
                        verdict == null ? 0 : verdict.version().number(),
                        verdict == null ? null : at(verdict.version().decidedAt(), zone)));
    }

    static Version version(Verdict verdict, ZoneId zone, Texts texts) {
        return new Version(
                verdict.version().number(),
                verdict.status(),
                new Version.VersionMinutes(
                        verdict.minutes().taught(),
                        verdict.minutes().observed(),
                        verdict.minutes().credited()),
                new Version.VersionProof(
                        verdict.proof().sufficient(),
                        intervals(verdict, zone),
                        verdict.proof().evidence()),
                decidedBy(verdict.decidedBy(), texts),
                at(verdict.version().decidedAt(), zone),
                verdict.version().supersededAt() == null
                        ? null
                        : at(verdict.version().supersededAt(), zone));
    }

    private static List<Interval> intervals(Verdict verdict, ZoneId zone) {
        return verdict.proof().intervals().stream()
                .map(i -> new Interval(at(i.from(), zone), at(i.to(), zone), i.source()))
                .toList();
    }

    private static Map<String, Object> decidedBy(Verdict.Decision decision, Texts texts) {
        Map<String, Object> told = new LinkedHashMap<>();
        switch (decision) {
            case Verdict.ByRule rule -> {
                told.put("rule", rule.rule());
                told.put("version", rule.version());
                told.put("why", rule.why().read(texts));
            }
            case Verdict.ByPerson person -> {
                told.put("person", person.person());
                told.put("role", person.role());
                told.put("reason", Wording.shown(person.reason(), texts));
                if (person.documentId() != null) {
                    told.put("documentId", person.documentId());
                }
            }
        }
        return told;
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
