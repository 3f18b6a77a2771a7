package fr.educentre.assidu.documents.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner and a session in the attendance report; times local to the session. */
record ReportRow(
        UUID learnerId,
        LocalDate day,
        LocalTime start,
        LocalTime end,
        String group,
        String learnerKey,
        String lastName,
        String firstName,
        String session,
        @Nullable String module,
        String modality,
        String trainer,
        String status,
        @Nullable String justification,
        int taughtMinutes,
        int observedMinutes,
        int creditedMinutes,
        int lateMinutes,
        int earlyMinutes,
        List<String> sources,
        @Nullable String decidedBy,
        @Nullable String ruleId,
        int ruleVersion,
        @Nullable String funders) {

    boolean morning() {
        return start.getHour() < 13;
    }

    boolean awaiting() {
        return "AWAITING_DATA".equals(status);
    }
}
