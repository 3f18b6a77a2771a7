package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.training.Learners;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every learner of the demonstration is evaluated once their attendance is there. */
@Component
@Profile("demo")
class DemoAlertsStep implements DemoStep {

    private static final int SLICE = 500;

    private final Learners learners;
    private final AlertEvaluator evaluation;

    DemoAlertsStep(Learners learners, AlertEvaluator evaluation) {
        this.learners = learners;
        this.evaluation = evaluation;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void run(DemoPlan plan) {
        UUID last = null;
        List<UUID> slice = learners.idsAfter(last, SLICE);
        while (!slice.isEmpty()) {
            evaluation.evaluate(slice);
            last = slice.getLast();
            slice = learners.idsAfter(last, SLICE);
        }
    }
}
