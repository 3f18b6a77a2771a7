package fr.educentre.assidu.documents.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner and a session in the attendance report; times local to the session. */
record ReportRow(
        Learner learner,
        Session session,
        Slot slot,
        Outcome outcome,
        Minutes minutes,
        List<String> sources,
        Decision decision,
        @Nullable String funders) {

    /** Who was expected. */
    record Learner(UUID id, String key, String lastName, String firstName) {}

    /** What was taught. */
    record Session(String group, String title, @Nullable String module, String modality, String trainer) {}

    /** When, where it was held. */
    record Slot(LocalDate day, LocalTime start, LocalTime end) {}

    /** What was decided. */
    record Outcome(String status, @Nullable String justification) {}

    /** What was counted. */
    record Minutes(int taught, int observed, int credited, int late, int early) {}

    /** Who or what decided. */
    record Decision(@Nullable String by, @Nullable String ruleId, int ruleVersion) {}

    boolean morning() {
        return slot.start().getHour() < 13;
    }

    boolean awaiting() {
        return "AWAITING_DATA".equals(outcome.status());
    }
}
