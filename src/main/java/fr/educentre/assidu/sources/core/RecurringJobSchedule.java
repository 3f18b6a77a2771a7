package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.workflow.DurableJobType;
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

    void runNow(DurableJobType<NextRun> job) {
        jobs.submit(job, new NextRun());
    }

    void runAfter(DurableJobType<NextRun> job, Duration wait) {
        jobs.submitAt(job, new NextRun(), clock.instant().plus(wait));
    }
}
