package fr.educentre.assidu.rules.internal;

/** What a condition measured, whether it holds or not; asked for only to explain. */
public record ConditionAsked(LearnerMeasures learner, String condition, Measure measure) {}
