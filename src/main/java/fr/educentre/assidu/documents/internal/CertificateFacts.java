package fr.educentre.assidu.documents.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a certificate is made of, as read: the sessions of the enrolment and its validated activities. */
record CertificateFacts(List<Held> sessions, List<Activity> activities) {

    /** Those of certain days. */
    CertificateFacts within(Predicate<LocalDate> days) {
        return new CertificateFacts(
                sessions.stream().filter(held -> days.test(held.day())).toList(),
                activities.stream().filter(done -> days.test(done.day())).toList());
    }

    int activityMinutes() {
        return activities.stream().mapToInt(Activity::minutes).sum();
    }

    /**
     * A distance activity validated.
     *
     * @param day local to the group's site
     * @param minutes estimated
     */
    record Activity(String key, LocalDate day, int minutes) {

        Activity charged(int part) {
            return new Activity(key, day, part);
        }
    }

    /** A session the learner is expected at; status null while nothing was decided. */
    record Held(
            Slot slot,
            String modality,
            int taughtMinutes,
            @Nullable Integer verdictVersion,
            @Nullable String status,
            DocumentLine.Minutes minutes,
            boolean proofSufficient) {

        /** Which session, and when. */
        record Slot(UUID sessionId, Instant startsAt, Instant endsAt, ZoneId zone) {}

        LocalDate day() {
            return slot.startsAt().atZone(slot.zone()).toLocalDate();
        }

        int creditedMinutes() {
            return minutes.credited();
        }

        Held charged(int part) {
            return new Held(
                    slot,
                    modality,
                    taughtMinutes,
                    verdictVersion,
                    status,
                    new DocumentLine.Minutes(minutes.observed(), part),
                    proofSufficient);
        }

        /** Credited without sufficient proof. */
        boolean unproven() {
            return decided() && creditedMinutes() > 0 && !proofSufficient;
        }

        boolean decided() {
            return status != null && !"AWAITING_DATA".equals(status);
        }
    }
}
