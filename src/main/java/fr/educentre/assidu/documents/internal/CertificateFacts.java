package fr.educentre.assidu.documents.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a certificate is made of, as read: the sessions of the enrolment and its validated activities. */
record CertificateFacts(List<Held> sessions, List<LocalDate> activityDays) {

    /** A session the learner is expected at; status null while nothing was decided. */
    record Held(
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String modality,
            int taughtMinutes,
            @Nullable String status,
            int creditedMinutes,
            boolean proofSufficient) {

        LocalDate day() {
            return startsAt.atZone(zone).toLocalDate();
        }

        /** Credited without sufficient proof. */
        boolean unproven() {
            return decided() && creditedMinutes > 0 && !proofSufficient;
        }

        boolean decided() {
            return status != null && !"AWAITING_DATA".equals(status);
        }
    }
}
