package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.measures.LearnerMeasures;
import fr.educentre.assidu.rules.measures.Measure;
import java.util.ArrayList;
import java.util.List;

/** What a rule asks for, one learner; written to by the consequences of the vocabulary. */
public final class Conclusion {

    private final LearnerMeasures learner;
    private final String rule;
    private final List<Seen> seen = new ArrayList<>();
    private final List<RuleMatch.Action> actions = new ArrayList<>();
    private int onceInDays;

    Conclusion(LearnerMeasures learner, String rule) {
        this.learner = learner;
        this.rule = rule;
    }

    /** What a sentence measured and whether it holds, in the order of the text. */
    record Seen(Measure measure, boolean held) {}

    public void saw(Measure measure, boolean held) {
        seen.add(new Seen(measure, held));
    }

    public void relaunchLearner(String template, int thenAfterWorkingDays) {
        actions.add(new RuleMatch.RelaunchLearner(template, thenAfterWorkingDays));
    }

    public void alertReferent() {
        actions.add(new RuleMatch.AlertReferent());
    }

    public void alertTrainer() {
        actions.add(new RuleMatch.AlertTrainer());
    }

    public void alertQuality() {
        actions.add(new RuleMatch.AlertQuality());
    }

    public void alertEmployer() {
        actions.add(new RuleMatch.AlertEmployer());
    }

    public void createTask(String title, String role, int withinWorkingDays) {
        actions.add(new RuleMatch.CreateTask(title, role, withinWorkingDays));
    }

    public void flagAtRisk() {
        actions.add(new RuleMatch.FlagAtRisk());
    }

    public void requireSignature() {
        actions.add(new RuleMatch.RequireSignature());
    }

    public void proposeCatchUp() {
        actions.add(new RuleMatch.ProposeCatchUp());
    }

    public void proposeFunderNotice() {
        actions.add(new RuleMatch.ProposeFunderNotice());
    }

    public void addNote(String text) {
        actions.add(new RuleMatch.AddNote(text));
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

    List<Seen> seen() {
        return seen;
    }

    List<RuleMatch.Action> actions() {
        return List.copyOf(actions);
    }

    int onceInDays() {
        return onceInDays;
    }
}
