package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.Firing;
import java.util.ArrayList;
import java.util.List;

/** What a rule asks for, one learner; written to by the consequences of the vocabulary. */
public final class Conclusion {

    private final LearnerMeasures learner;
    private final String rule;
    private final List<ConditionHeld> held;
    private final List<Firing.Action> actions = new ArrayList<>();
    private int onceInDays;

    Conclusion(LearnerMeasures learner, String rule, List<ConditionHeld> held) {
        this.learner = learner;
        this.rule = rule;
        this.held = held;
    }

    public void relaunchLearner(String template, int thenAfterWorkingDays) {
        actions.add(new Firing.RelaunchLearner(template, thenAfterWorkingDays));
    }

    public void alertReferent() {
        actions.add(new Firing.AlertReferent());
    }

    public void alertTrainer() {
        actions.add(new Firing.AlertTrainer());
    }

    public void flagAtRisk() {
        actions.add(new Firing.FlagAtRisk());
    }

    public void atMostOnceIn(int days) {
        onceInDays = days;
    }

    LearnerMeasures learner() {
        return learner;
    }

    String rule() {
        return rule;
    }

    List<ConditionHeld> held() {
        return held;
    }

    List<Firing.Action> actions() {
        return List.copyOf(actions);
    }

    int onceInDays() {
        return onceInDays;
    }
}
