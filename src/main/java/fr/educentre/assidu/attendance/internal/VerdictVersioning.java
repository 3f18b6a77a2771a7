package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Verdict;
import java.time.Instant;
import java.util.Map;

/** From one version of a verdict to the next. */
final class VerdictVersioning {

    private VerdictVersioning() {}

    /** The same facts retained; a new version of a rule that retains the same is no change. */
    static boolean same(Verdict a, Verdict b) {
        return a.status() == b.status()
                && a.taughtMinutes() == b.taughtMinutes()
                && a.observedMinutes() == b.observedMinutes()
                && a.creditedMinutes() == b.creditedMinutes()
                && a.credits().equals(b.credits())
                && a.lateMinutes() == b.lateMinutes()
                && a.earlyMinutes() == b.earlyMinutes()
                && a.proofSufficient() == b.proofSufficient()
                && a.intervals().equals(b.intervals())
                && a.evidence().equals(b.evidence())
                && java.util.Objects.equals(a.enrolmentId(), b.enrolmentId())
                && a.decidedBy() instanceof Verdict.ByPerson == b.decidedBy() instanceof Verdict.ByPerson;
    }

    static Verdict after(Verdict before, Verdict next) {
        Instant at = next.decidedAt().isBefore(before.decidedAt()) ? before.decidedAt() : next.decidedAt();
        return new Verdict(
                next.sessionId(),
                next.learnerId(),
                next.enrolmentId(),
                before.version() + 1,
                next.status(),
                next.taughtMinutes(),
                next.observedMinutes(),
                next.creditedMinutes(),
                next.credits(),
                next.lateMinutes(),
                next.earlyMinutes(),
                next.proofSufficient(),
                next.intervals(),
                next.evidence(),
                next.decidedBy(),
                at,
                null);
    }

    /** What a person decided, with the proof that arrived since. */
    static Verdict withProof(Verdict person, Verdict next) {
        return after(
                person,
                new Verdict(
                        person.sessionId(),
                        person.learnerId(),
                        person.enrolmentId(),
                        person.version(),
                        person.status(),
                        person.taughtMinutes(),
                        person.observedMinutes(),
                        person.creditedMinutes(),
                        person.credits(),
                        person.lateMinutes(),
                        person.earlyMinutes(),
                        true,
                        person.intervals(),
                        next.evidence(),
                        person.decidedBy(),
                        next.decidedAt(),
                        null));
    }

    /** A verdict that comes back after its learner was taken off the session goes on from the last version. */
    static AttendanceDecision.Change numbered(AttendanceDecision.Change change, Map<String, Integer> last) {
        Verdict after = change.after();
        if (after == null || change.before() != null) {
            return change;
        }
        int version = last.getOrDefault(VerdictStore.key(after.sessionId(), after.learnerId()), 0) + 1;
        Verdict numbered = new Verdict(
                after.sessionId(),
                after.learnerId(),
                after.enrolmentId(),
                version,
                after.status(),
                after.taughtMinutes(),
                after.observedMinutes(),
                after.creditedMinutes(),
                after.credits(),
                after.lateMinutes(),
                after.earlyMinutes(),
                after.proofSufficient(),
                after.intervals(),
                after.evidence(),
                after.decidedBy(),
                after.decidedAt(),
                null);
        return new AttendanceDecision.Change(change.session(), change.learnerId(), null, numbered);
    }
}
