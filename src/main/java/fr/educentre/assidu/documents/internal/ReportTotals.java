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
        learnerId = first.learner().id();
        learnerKey = first.learner().key();
        lastName = first.learner().lastName();
        firstName = first.learner().firstName();
    }

    void add(ReportRow row) {
        sessions++;
        taught += row.minutes().taught();
        observed += row.minutes().observed();
        credited += row.minutes().credited();
        late += row.minutes().late();
        early += row.minutes().early();
        if (row.awaiting()) {
            awaiting++;
        }
    }
}
