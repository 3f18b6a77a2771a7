package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Plans the runs of recurring jobs. The interval of a job is the property {@code assidu.connectors.every.<job>}, else its
 * usual one; with an interval of zero nothing is planned and the job runs only when it is called.
 */
@Component
public class RecurringJobSchedule {

    /** All nodes submit under one key: a single run waits in the whole cluster. */
    static final String KEY = "all";

    private final DurableJobs jobs;
    private final Environment environment;
    private final Clock clock;

    RecurringJobSchedule(DurableJobs jobs, Environment environment, Clock clock) {
        this.jobs = jobs;
        this.environment = environment;
        this.clock = clock;
    }

    Duration interval(String job, Duration usual) {
        String set = environment.getProperty("assidu.connectors.every." + job);
        return set == null ? usual : DurationStyle.detectAndParse(set);
    }

    void runNow(String job) {
        jobs.submit(job, KEY, "");
    }

    void runAfter(String job, Duration wait) {
        jobs.submitAt(job, KEY, "", clock.instant().plus(wait));
    }
}
