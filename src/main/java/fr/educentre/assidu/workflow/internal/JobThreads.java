package fr.educentre.assidu.workflow.internal;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The threads that carry out jobs: started once everything else stands, stopped first. The pool is no bean, lest it
 * replace the one of asynchronous listeners.
 */
@Component
class JobThreads implements SmartLifecycle {

    private static final int FETCH_MILLIS = 500;
    private static final int LONGEST_WAIT_MILLIS = 2_000;
    private static final int BACKOFF_MILLIS = 25;

    private final ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    private final SpringJobExecutor executor;
    private final boolean startsByItself;

    /** @param startsByItself false on a node that serves people only, and where a test runs what is due when it says so */
    JobThreads(JobLeases leases, @Value("${assidu.jobs.run:true}") boolean startsByItself) {
        executor = new LeasedJobExecutor(leases);
        this.startsByItself = startsByItself;
        pool.setThreadNamePrefix("job-");
        pool.setCorePoolSize(3);
        pool.setMaxPoolSize(6);
        pool.setQueueCapacity(10);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(20);
        executor.setTaskExecutor(pool);
        executor.setWaitTimeInMillis(FETCH_MILLIS);
        executor.setMaxWait(LONGEST_WAIT_MILLIS);
        executor.setBackoffTimeInMillis(BACKOFF_MILLIS);
    }

    JobExecutor executor() {
        return executor;
    }

    @Override
    public boolean isAutoStartup() {
        return startsByItself;
    }

    @Override
    public void start() {
        pool.initialize();
        executor.start();
    }

    @Override
    public void stop() {
        executor.shutdown();
        pool.shutdown();
    }

    @Override
    public boolean isRunning() {
        return executor.isActive();
    }
}
