package fr.educentre.assidu.training.demo;

import static fr.educentre.assidu.training.demo.DemoCatalogue.newId;

import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewEnrolment;
import fr.educentre.assidu.training.CentreSetup.NewFunding;
import fr.educentre.assidu.training.CentreSetup.NewGroup;
import fr.educentre.assidu.training.CentreSetup.NewGuardian;
import fr.educentre.assidu.training.CentreSetup.NewMembership;
import fr.educentre.assidu.training.CentreSetup.NewSession;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learners, what they are enrolled in and who pays. */
final class DemoLearners {

    private final DemoPlan plan;
    private final DemoCatalogue catalogue;
    private final List<LearnerInfo> learners = new ArrayList<>();
    private final List<NewGuardian> guardians = new ArrayList<>();
    private final List<NewMembership> memberships = new ArrayList<>();
    private final List<NewEnrolment> enrolments = new ArrayList<>();
    private final List<NewFunding> fundings = new ArrayList<>();

    DemoLearners(DemoPlan plan, DemoCatalogue catalogue, List<NewGroup> groups, List<List<NewSession>> sessions) {
        this.plan = plan;
        this.catalogue = catalogue;
        List<Integer> agreed =
                sessions.stream().map(DemoLearners::agreedMinutes).toList();
        int size = Math.max(1, Math.ceilDiv(plan.learners(), groups.size()));
        for (int ordinal = 1; ordinal <= plan.learners(); ordinal++) {
            int group = (ordinal - 1) / size;
            add(ordinal, groups.get(group), group % DemoShape.GROUPS, agreed.get(group));
        }
    }

    LearnerInfo first() {
        return learners.getFirst();
    }

    void addTo(CentreSetup setup) {
        setup.addLearners(learners);
        setup.addGuardians(guardians);
        setup.addMemberships(memberships);
        setup.addEnrolments(enrolments);
        setup.addFundings(fundings);
    }

    /** What is planned to be held, rounded up to ten hours. */
    private static int agreedMinutes(List<NewSession> sessions) {
        int minutes = sessions.stream()
                .filter(one -> one.unheld() == null)
                .mapToInt(NewSession::taughtMinutes)
                .sum();
        return Math.ceilDiv(minutes, 600) * 600;
    }

    private void add(int ordinal, NewGroup group, int shape, int agreed) {
        boolean apprentice = DemoShape.ALL.get(shape).programme() == 1;
        boolean minor = apprentice && ordinal % 4 == 0;
        String first = DemoNames.first(ordinal);
        String last = DemoNames.last(ordinal);
        var learner = new LearnerInfo(
                newId(),
                DemoPlan.learnerExternalId(ordinal),
                first,
                last,
                DemoNames.email(first, last, ordinal, "apprenants.horizon.example"),
                "06 39 98 %02d %02d".formatted(ordinal / 100 % 100, ordinal % 100),
                birthDate(ordinal, apprentice, minor));
        learners.add(learner);
        if (minor) {
            guardians.add(new NewGuardian(
                    learner.id(),
                    DemoNames.first(ordinal + 13),
                    last,
                    "parent%d@familles.example".formatted(ordinal),
                    "06 39 97 %02d %02d".formatted(ordinal / 100 % 100, ordinal % 100)));
        }
        memberships.add(new NewMembership(learner.id(), group.id(), group.startsOn(), null));
        boolean employed = apprentice || shape == 3;
        int employer = ordinal % catalogue.employers.size();
        var enrolment = new NewEnrolment(
                newId(),
                "INS-%d-%05d".formatted(plan.today().getYear(), ordinal),
                learner.id(),
                group.programmeId(),
                group.id(),
                new NewEnrolment.Employment(
                        employed ? catalogue.employers.get(employer).id() : null,
                        apprentice ? catalogue.tutors.get(employer).id() : null,
                        apprentice),
                new NewEnrolment.Agreement(group.startsOn(), group.endsOn(), agreed));
        enrolments.add(enrolment);
        fund(enrolment, shape, ordinal);
    }

    private void fund(NewEnrolment enrolment, int shape, int ordinal) {
        int agreed = enrolment.agreement().agreedMinutes();
        int third = agreed / 180 * 60;
        switch (shape) {
            case 2 -> funding(enrolment, FunderKind.OPCO, agreed, 1);
            case 3 -> {
                funding(enrolment, FunderKind.OPCO, agreed - third, 1);
                funding(enrolment, FunderKind.EMPLOYER, third, 2);
            }
            case 1 -> funding(enrolment, FunderKind.REGION, agreed, 1);
            default -> {
                if (ordinal % 4 == 0) {
                    funding(enrolment, FunderKind.CPF, third, 1);
                    funding(enrolment, FunderKind.FRANCE_TRAVAIL, agreed - third, 2);
                } else if (ordinal % 8 == 5) {
                    funding(enrolment, FunderKind.SELF, agreed, 1);
                } else {
                    funding(enrolment, ordinal % 2 == 0 ? FunderKind.CPF : FunderKind.FRANCE_TRAVAIL, agreed, 1);
                }
            }
        }
    }

    private void funding(NewEnrolment enrolment, FunderKind kind, int minutes, int priority) {
        fundings.add(new NewFunding(
                newId(),
                enrolment.id(),
                catalogue.funder(kind).id(),
                fileNumber(enrolment, kind),
                minutes,
                new NewFunding.Period(
                        enrolment.agreement().startsOn(), enrolment.agreement().endsOn()),
                priority,
                CreditingMethod.MINUTE));
    }

    private static @Nullable String fileNumber(NewEnrolment enrolment, FunderKind kind) {
        return kind == FunderKind.SELF
                ? null
                : kind.name().charAt(0) + enrolment.number().replaceAll("\\D", "");
    }

    private LocalDate birthDate(int ordinal, boolean apprentice, boolean minor) {
        int years = minor ? 16 : apprentice ? 19 + ordinal % 4 : 20 + ordinal * 7 % 35;
        return plan.today().minusYears(years).minusDays(20 + ordinal * 11 % 250);
    }
}
