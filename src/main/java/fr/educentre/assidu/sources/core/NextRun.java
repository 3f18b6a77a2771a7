package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobType;

/** The one run of a recurring job that waits. Says nothing: what is to be done then is looked up then. */
public record NextRun() {

    /** All nodes submit under one key: a single run waits in the whole cluster. */
    private static final String KEY = "all";

    /** @param job its name, which is part of the property that sets its interval as well */
    public static DurableJobType<NextRun> of(String job) {
        return DurableJobType.of(job, NextRun.class, run -> KEY).readingEarlier((key, text) -> new NextRun());
    }
}
