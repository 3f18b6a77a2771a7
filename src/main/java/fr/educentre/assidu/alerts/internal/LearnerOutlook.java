package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.internal.EnrolmentQueries.EnrolmentRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.FundingRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.GroupRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.LearnerRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.PlannedRow;
import fr.educentre.assidu.alerts.internal.LearnerFactsLoader.Batch;
import fr.educentre.assidu.rules.LearnerFacts.Funding;
import fr.educentre.assidu.rules.LearnerFacts.TrainerAbsence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is still to come for a learner, and what their fundings have and will have. */
final class LearnerOutlook {

    private final LearnerRow learner;
    private final Batch batch;
    private final @Nullable EnrolmentRow enrolment;
    private final List<PlannedRow> ofGroup;
    private final List<PlannedRow> planned;

    /** @param inTraining days outside every company period, closure and interruption */
    LearnerOutlook(LearnerRow learner, Batch batch, @Nullable EnrolmentRow enrolment, Predicate<LocalDate> inTraining) {
        this.learner = learner;
        this.batch = batch;
        this.enrolment = enrolment;
        GroupRow group = learner.group();
        this.ofGroup = group == null ? List.of() : batch.attended().planned().getOrDefault(group.id(), List.of());
        this.planned = planned(inTraining);
    }

    /** Sessions still to come where the learner will be expected. */
    private List<PlannedRow> planned(Predicate<LocalDate> inTraining) {
        List<PlannedRow> added = batch.enrolled().adjustments().added().getOrDefault(learner.id(), List.of());
        Set<UUID> removed = batch.enrolled().adjustments().removed().getOrDefault(learner.id(), Set.of());
        LocalDate last = enrolment == null ? LocalDate.MAX : enrolment.endsOn();
        var found = new ArrayList<PlannedRow>(ofGroup.size() + added.size());
        for (PlannedRow one : ofGroup) {
            if (!one.lost() && !one.day().isAfter(last) && !removed.contains(one.id()) && inTraining.test(one.day())) {
                found.add(one);
            }
        }
        found.addAll(added);
        return found;
    }

    int minutes(LocalDate from, LocalDate to) {
        int minutes = 0;
        for (PlannedRow one : planned) {
            minutes += one.day().isBefore(from) || one.day().isAfter(to) ? 0 : one.minutes();
        }
        return minutes;
    }

    List<TrainerAbsence> trainerAbsences() {
        var lost = new ArrayList<TrainerAbsence>();
        for (PlannedRow one : ofGroup) {
            if (one.lost()) {
                lost.add(new TrainerAbsence(one.id(), one.day()));
            }
        }
        return lost;
    }

    /** An hour is charged to one funding only; validated distance work to the first. */
    List<Funding> fundings(int credited, int achieved) {
        if (enrolment == null) {
            return List.of();
        }
        var fundings = new ArrayList<Funding>();
        boolean alone = enrolment.fundings().size() == 1;
        for (FundingRow funding : enrolment.fundings()) {
            int charged = alone ? credited : batch.credited().byFunding().getOrDefault(funding.id(), 0);
            fundings.add(new Funding(
                    funding.code(),
                    funding.kind(),
                    funding.agreedMinutes(),
                    charged + (fundings.isEmpty() ? achieved : 0),
                    minutes(funding.startsOn(), funding.endsOn())));
        }
        return fundings;
    }
}
