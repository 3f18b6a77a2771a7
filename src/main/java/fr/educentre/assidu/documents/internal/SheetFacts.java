package fr.educentre.assidu.documents.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            UUID id, String title, Group group, Place place, Trainers trainers, Slot slot, Progress progress) {

        /** Who follows it, and what it teaches. */
        record Group(
                UUID id,
                String name,
                String programme,
                @Nullable String module) {}

        /** Where it is held. */
        record Place(
                String siteName,
                String siteAddress,
                @Nullable String room,
                String modality,
                @Nullable String provider) {}

        /** Who teaches it. */
        record Trainers(
                String actual,
                @Nullable String replaced,
                @Nullable String coTrainers,
                @Nullable Instant signedAt) {}

        /** When it is held. */
        record Slot(ZoneId zone, Instant startsAt, Instant endsAt, List<Interval> breaks, int taughtMinutes) {}

        /** How far it is. */
        record Progress(
                String storedState,
                @Nullable Instant dataCompleteAt,
                @Nullable Instant closedAt,
                @Nullable String closedBy,
                @Nullable String changeReason) {}

        LocalDate day() {
            return slot.startsAt().atZone(slot.zone()).toLocalDate();
        }

        boolean morning() {
            return slot.startsAt().atZone(slot.zone()).getHour() < 13;
        }

        boolean held() {
            return !"CANCELLED".equals(progress.storedState()) && !"POSTPONED".equals(progress.storedState());
        }
    }

    record Interval(Instant from, Instant to) {}

    /** @param status null while nothing was decided */
    record LineFacts(
            UUID sessionId,
            Learner learner,
            @Nullable String status,
            Minutes minutes,
            Decision decision,
            @Nullable String justification,
            Proof proof) {

        private static final Set<String> PRESENT = Set.of("PRESENT", "LATE", "LEFT_EARLY", "PARTIAL");

        boolean decided() {
            return status != null && !"AWAITING_DATA".equals(status);
        }

        boolean present() {
            return status != null && PRESENT.contains(status);
        }

        /** Who was expected. */
        record Learner(
                UUID id, String name, String key, @Nullable UUID enrolmentId) {}

        /** What was counted. */
        record Minutes(int observed, int credited, int late, int early) {}

        /** Who or what decided, and when. */
        record Decision(
                @Nullable Integer version,
                @Nullable String by,
                @Nullable Instant at) {}

        /** What it rests on. */
        record Proof(boolean sufficient, List<Connection> intervals, List<TraceFacts> traces) {}
    }

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

    record CorrectionFacts(UUID sessionId, String learner, Author author, Status status, Minutes minutes) {

        /** Who corrected, when and why. */
        record Author(
                String by,
                @Nullable String role,
                Instant at,
                @Nullable String reason) {}

        /** What was decided before and after. */
        record Status(String before, String after) {}

        /** What was counted before and after. */
        record Minutes(int before, int after) {}
    }
}
