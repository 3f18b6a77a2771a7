package fr.educentre.assidu.training.demo;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Accounts.NewAccount;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewGroup;
import fr.educentre.assidu.training.CentreSetup.NewPeriod;
import fr.educentre.assidu.training.CentreSetup.NewPerson;
import fr.educentre.assidu.training.CentreSetup.NewSession;
import fr.educentre.assidu.training.Groups.OutsidePeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Profile("demo")
class DemoCentreStep implements DemoStep {

    private static final String PASSWORD = "assidu-demo";

    private final CentreSetup setup;
    private final Accounts accounts;

    DemoCentreStep(CentreSetup setup, Accounts accounts) {
        this.setup = setup;
        this.accounts = accounts;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    @Transactional
    public void run(DemoPlan plan) {
        var catalogue = new DemoCatalogue();
        catalogue.addTo(setup);
        int count = Math.max(DemoShape.GROUPS, Math.ceilDiv(plan.learners(), DemoShape.LEARNERS_OF_GROUP));
        List<NewPerson> trainers = trainers(Math.ceilDiv(count, DemoShape.GROUPS) * DemoShape.TRAINERS);
        setup.addTrainers(trainers);
        List<NewGroup> groups = new ArrayList<>();
        List<NewPeriod> periods = new ArrayList<>();
        List<List<NewSession>> sessions = new ArrayList<>();
        for (int ordinal = 0; ordinal < count; ordinal++) {
            NewGroup group = group(plan.today(), ordinal, catalogue);
            groups.add(group);
            periods.addAll(companyWeeks(plan.today(), ordinal, group.id()));
            sessions.add(new DemoTimetable(
                            plan.today(),
                            ordinal,
                            group,
                            zone(ordinal, catalogue),
                            catalogue.programmes.get(shape(ordinal).programme()).modules(),
                            team(ordinal, trainers))
                    .build());
        }
        setup.addGroups(groups);
        setup.addPeriods(periods);
        setup.addSessions(sessions.stream().flatMap(List::stream).toList());
        var learners = new DemoLearners(plan, catalogue, groups, sessions);
        learners.addTo(setup);
        account("admin", "Administration", Role.ADMIN, null);
        account("qualite", "Claire Vidal", Role.QUALITY_MANAGER, null);
        account(
                "formateur",
                name(trainers.getFirst()),
                Role.TRAINER,
                trainers.getFirst().id());
        account("referent", name(catalogue.referent), Role.REFERENT, catalogue.referent.id());
        accounts.createIfAbsent(new NewAccount(
                "auditeur",
                PASSWORD,
                "Auditrice",
                "auditeur@horizon.example",
                Role.AUDITOR,
                null,
                // An audit ends, and so does the account that is given for it.
                plan.today().plusYears(1)));
        account(
                "apprenant",
                learners.first().name(),
                Role.LEARNER,
                learners.first().id());
    }

    private void account(String username, String name, Role role, @Nullable UUID person) {
        accounts.createIfAbsent(new NewAccount(username, PASSWORD, name, username + "@horizon.example", role, person));
    }

    private static String name(NewPerson person) {
        return person.firstName() + " " + person.lastName();
    }

    private static DemoShape.Group shape(int ordinal) {
        return DemoShape.ALL.get(ordinal % DemoShape.GROUPS);
    }

    private static ZoneId zone(int ordinal, DemoCatalogue catalogue) {
        return (shape(ordinal).reunion() ? catalogue.reunion : catalogue.paris).zone();
    }

    private static List<UUID> team(int ordinal, List<NewPerson> trainers) {
        int first = ordinal / DemoShape.GROUPS * DemoShape.TRAINERS;
        return trainers.subList(first, first + DemoShape.TRAINERS).stream()
                .map(NewPerson::id)
                .toList();
    }

    private static List<NewPerson> trainers(int count) {
        List<NewPerson> trainers = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            String first = DemoNames.first(10 + n * 3);
            String last = DemoNames.last(17 + n * 5);
            trainers.add(new NewPerson(
                    DemoCatalogue.newId(),
                    "FORM-%02d".formatted(n),
                    first,
                    last,
                    "formateur%02d@horizon.example".formatted(n),
                    "01 99 00 13 %02d".formatted(n % 100)));
        }
        return trainers;
    }

    private static NewGroup group(LocalDate today, int ordinal, DemoCatalogue catalogue) {
        DemoShape.Group shape = shape(ordinal);
        LocalDate starts = DemoTimetable.firstMonday(today);
        int again = ordinal / DemoShape.GROUPS;
        return new NewGroup(
                DemoCatalogue.newId(),
                "GRP-%d-%03d".formatted(today.getYear(), ordinal + 1),
                shape.name() + (again == 0 ? "" : " (" + (again + 1) + ")"),
                catalogue.programmes.get(shape.programme()).id(),
                (shape.reunion() ? catalogue.reunion : catalogue.paris).id(),
                catalogue.referent.id(),
                starts,
                starts.plusWeeks(15).minusDays(1));
    }

    private static List<NewPeriod> companyWeeks(LocalDate today, int ordinal, UUID group) {
        List<NewPeriod> periods = new ArrayList<>();
        for (int week = 0; week <= 14 && shape(ordinal).programme() == 1; week++) {
            LocalDate monday = DemoTimetable.firstMonday(today).plusWeeks(week);
            if (DemoTimetable.companyWeek(today, monday)) {
                periods.add(new NewPeriod(
                        group, new OutsidePeriod(OutsidePeriod.Kind.COMPANY, monday, monday.plusDays(6))));
            }
        }
        return periods;
    }
}
