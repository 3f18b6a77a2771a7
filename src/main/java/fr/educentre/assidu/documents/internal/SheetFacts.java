package fr.educentre.assidu.documents.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What attendance sheets are made of, as read. */
record SheetFacts(
        List<SessionFacts> sessions,
        List<LineFacts> lines,
        Map<UUID, List<FundingFacts>> fundings,
        List<CorrectionFacts> corrections) {

    /** @param trainerSignedAt when a signing partner says the trainer signed */
    record SessionFacts(
            UUID id,
            String title,
            UUID groupId,
            String groupName,
            String programme,
            @Nullable String module,
            String siteName,
            String siteAddress,
            ZoneId zone,
            @Nullable String room,
            String modality,
            @Nullable String provider,
            String trainer,
            @Nullable String replacedTrainer,
            @Nullable String coTrainers,
            Instant startsAt,
            Instant endsAt,
            List<Interval> breaks,
            int taughtMinutes,
            String storedState,
            @Nullable Instant dataCompleteAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String changeReason,
            @Nullable Instant trainerSignedAt) {

        LocalDate day() {
            return startsAt.atZone(zone).toLocalDate();
        }

        boolean morning() {
            return startsAt.atZone(zone).getHour() < 13;
        }

        boolean held() {
            return !"CANCELLED".equals(storedState) && !"POSTPONED".equals(storedState);
        }
    }

    record Interval(Instant from, Instant to) {}

    /** @param status null while nothing was decided */
    record LineFacts(
            UUID sessionId,
            UUID learnerId,
            String learner,
            String learnerKey,
            @Nullable UUID enrolmentId,
            @Nullable String status,
            int observedMinutes,
            int lateMinutes,
            int earlyMinutes,
            boolean proofSufficient,
            List<Connection> intervals,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String justification,
            List<TraceFacts> traces) {}

    /** A stretch that counted, within the slot. */
    record Connection(Instant from, Instant to, String source) {}

    /** Traces of one source and kind, first and last. */
    record TraceFacts(
            String source,
            String kind,
            Instant first,
            @Nullable Instant last,
            long count,
            @Nullable String by) {}

    record FundingFacts(String funder, @Nullable String fileNumber, LocalDate startsOn, LocalDate endsOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(startsOn) && !day.isAfter(endsOn);
        }

        String label() {
            return fileNumber == null ? funder : funder + ", dossier n° " + fileNumber;
        }
    }

    record CorrectionFacts(
            UUID sessionId,
            String learner,
            Instant at,
            String by,
            @Nullable String role,
            @Nullable String reason,
            String before,
            String after,
            int minutesBefore,
            int minutesAfter) {}
}
