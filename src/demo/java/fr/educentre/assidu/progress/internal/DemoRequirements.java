package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Centre.ModuleInfo;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demonstration's groups are to do at a distance, each module ending with its evaluation. */
@Component
@Profile("demo")
class DemoRequirements implements DemoStep {

    private static final BigDecimal PASS_SCORE = new BigDecimal("0.6");

    /** Kinds of work, again and again. */
    private enum Work {
        COURSE("Cours : ", 60),
        EXERCISES("Exercices : ", 45),
        CASE("Étude de cas : ", 60);

        private final String title;
        private final int minutes;

        Work(String title, int minutes) {
            this.title = title;
            this.minutes = minutes;
        }
    }

    private static final String EVALUATION = "Évaluation : ";
    private static final int EVALUATION_MINUTES = 30;

    private final Groups groups;
    private final Centre centre;
    private final ProgressStore store;

    DemoRequirements(Groups groups, Centre centre, ProgressStore store) {
        this.groups = groups;
        this.centre = centre;
        this.store = store;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    @Transactional
    public void run(DemoPlan plan) {
        PageOf<GroupInfo> some;
        int page = 0;
        do {
            some = groups.search(null, page++, PageOf.MAX_SIZE);
            some.items().forEach(group -> store.addRequirements(required(group)));
        } while (some.items().size() == PageOf.MAX_SIZE);
    }

    private List<ActivityRequirement> required(GroupInfo group) {
        List<ModuleInfo> modules = centre.modules(group.programme().id());
        int count = modules.stream().mapToInt(one -> one.activityIds().size()).sum();
        List<ActivityRequirement> required = new ArrayList<>();
        for (ModuleInfo module : modules) {
            int last = module.activityIds().size() - 1;
            for (int n = 0; n <= last; n++) {
                boolean evaluation = n == last;
                Work work = Work.values()[n % Work.values().length];
                required.add(new ActivityRequirement(
                        group.id(),
                        module.id(),
                        module.activityIds().get(n),
                        (evaluation ? EVALUATION : work.title) + module.title(),
                        evaluation,
                        evaluation ? EVALUATION_MINUTES : work.minutes,
                        DemoPlan.activityDue(
                                group.period().startsOn(), group.period().endsOn(), required.size(), count),
                        evaluation ? PASS_SCORE : null));
            }
        }
        return required;
    }
}
