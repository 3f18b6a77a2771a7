package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.Funding;
import fr.educentre.assidu.rules.LearnerFacts.ModulePlan;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;

/** Hours done and still to come against the hours agreed, in percent. */
final class HoursMeasures {

    private final LearnerFacts facts;
    private final SessionHistory history;
    private final NextEvaluationCalculator clock;

    HoursMeasures(LearnerFacts facts, SessionHistory history, NextEvaluationCalculator clock) {
        this.facts = facts;
        this.history = history;
        this.clock = clock;
    }

    /** @param funder a code or a kind; empty for the enrolment as a whole */
    Measure completion(String funder) {
        return rate(funder, false);
    }

    /** Were every session still to come attended. */
    Measure forecast(String funder) {
        if (facts.course().remainingMinutes() > 0) {
            clock.changesTomorrow();
        }
        return rate(funder, true);
    }

    private Measure rate(String funder, boolean forecast) {
        long agreed = 0;
        long done = 0;
        if (funder.isEmpty()) {
            agreed = facts.agreedMinutes();
            done = facts.creditedMinutes() + (forecast ? facts.course().remainingMinutes() : 0);
        } else {
            for (Funding funding : facts.course().fundings()) {
                if (funding.kind().equals(funder) || funding.code().equalsIgnoreCase(funder)) {
                    agreed += funding.agreedMinutes();
                    done += funding.creditedMinutes() + (forecast ? funding.remainingMinutes() : 0);
                }
            }
        }
        return agreed == 0 ? Measure.unknown() : Measure.of(100.0 * done / agreed, "" + facts.enrolledOn());
    }

    /** Credited minutes of the module's sessions against its planned ones. */
    Measure moduleCompletion(String module) {
        for (ModulePlan plan : facts.course().modules()) {
            if (plan.plannedMinutes() > 0
                    && (plan.code().equalsIgnoreCase(module) || plan.title().equalsIgnoreCase(module))) {
                var of = SessionCriterion.MODULE.is(module);
                long credited = 0;
                for (SessionOutcome session : history.sessions()) {
                    if (of.test(session)) {
                        credited += session.details().creditedMinutes();
                    }
                }
                return Measure.of(100.0 * credited / plan.plannedMinutes(), "" + facts.enrolledOn());
            }
        }
        return Measure.unknown();
    }
}
