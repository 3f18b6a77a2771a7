package fr.educentre.assidu.documents.internal;

import java.util.UUID;

/** Sums of one learner's rows, filled as they pass. */
final class ReportTotals {

    final UUID learnerId;
    final String learnerKey;
    final String lastName;
    final String firstName;
    long sessions;
    long awaiting;
    long taught;
    long observed;
    long credited;
    long late;
    long early;

    ReportTotals(ReportRow first) {
        learnerId = first.learnerId();
        learnerKey = first.learnerKey();
        lastName = first.lastName();
        firstName = first.firstName();
    }

    void add(ReportRow row) {
        sessions++;
        taught += row.taughtMinutes();
        observed += row.observedMinutes();
        credited += row.creditedMinutes();
        late += row.lateMinutes();
        early += row.earlyMinutes();
        if (row.awaiting()) {
            awaiting++;
        }
    }
}
