package fr.educentre.assidu.rules.internal;

/**
 * A condition holds for a learner: a fact of its own, shared by the rules that ask the same, so that conclusions combine
 * such facts and a person can be told of each apart.
 */
public record ConditionHeld(LearnerMeasures learner, String condition, Measure measure) {}
