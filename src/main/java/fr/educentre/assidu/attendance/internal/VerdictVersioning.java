package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import java.time.Instant;
import java.util.Map;

/** From one version of a verdict to the next. */
final class VerdictVersioning {

    private VerdictVersioning() {}

    /** The same facts retained; a new version of a rule that retains the same is no change. */
    static boolean same(Verdict a, Verdict b) {
        return a.status() == b.status()
                && a.minutes().taught() == b.minutes().taught()
                && a.minutes().observed() == b.minutes().observed()
                && a.minutes().credited() == b.minutes().credited()
                && a.credits().equals(b.credits())
                && a.minutes().late() == b.minutes().late()
                && a.minutes().early() == b.minutes().early()
                && a.proof().sufficient() == b.proof().sufficient()
                && a.proof().intervals().equals(b.proof().intervals())
                && a.proof().evidence().equals(b.proof().evidence())
                && java.util.Objects.equals(
                        a.subject().enrolmentId(), b.subject().enrolmentId())
                && a.decidedBy() instanceof Verdict.ByPerson == b.decidedBy() instanceof Verdict.ByPerson
                && (a.status() != AttendanceStatus.AWAITING_DATA || waitsForTheSame(a, b));
    }

    /** What is waited for is told, and changes without anything else. */
    private static boolean waitsForTheSame(Verdict a, Verdict b) {
        return a.decidedBy().why().equals(b.decidedBy().why());
    }

    static Verdict after(Verdict before, Verdict next) {
        Instant at = next.version().decidedAt().isBefore(before.version().decidedAt())
                ? before.version().decidedAt()
                : next.version().decidedAt();
        return new Verdict(
                next.subject(),
                next.status(),
                next.minutes(),
                next.credits(),
                next.proof(),
                next.decidedBy(),
                new Verdict.Version(before.version().number() + 1, at, null));
    }

    /** What a person decided, with the proof that arrived since. */
    static Verdict withProof(Verdict person, Verdict next) {
        return after(
                person,
                new Verdict(
                        person.subject(),
                        person.status(),
                        person.minutes(),
                        person.credits(),
                        new Verdict.Proof(
                                true, person.proof().intervals(), next.proof().evidence()),
                        person.decidedBy(),
                        new Verdict.Version(
                                person.version().number(), next.version().decidedAt(), null)));
    }

    /** A verdict that comes back after its learner was taken off the session goes on from the last version. */
    static AttendanceDecision.Change numbered(AttendanceDecision.Change change, Map<String, Integer> last) {
        Verdict after = change.after();
        if (after == null || change.before() != null) {
            return change;
        }
        int version = last.getOrDefault(
                        VerdictStore.key(
                                after.subject().sessionId(), after.subject().learnerId()),
                        0)
                + 1;
        Verdict numbered = new Verdict(
                after.subject(),
                after.status(),
                after.minutes(),
                after.credits(),
                after.proof(),
                after.decidedBy(),
                new Verdict.Version(version, after.version().decidedAt(), null));
        return new AttendanceDecision.Change(change.session(), change.learnerId(), null, numbered);
    }
}
