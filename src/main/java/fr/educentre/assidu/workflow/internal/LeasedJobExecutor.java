package fr.educentre.assidu.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** The engine's executor, whose jobs stay reserved for as long as they wait for a thread here or are at work. */
class LeasedJobExecutor extends SpringJobExecutor {

    private final JobLeases leases;

    LeasedJobExecutor(JobLeases leases) {
        this.leases = leases;
        setLockTimeInMillis((int) JobLeases.LENGTH.toMillis());
        var offering = new NotifyAcquisitionRejectedJobsHandler();
        setRejectedJobsHandler((jobs, engine, executor) -> {
            leases.rejected(jobs);
            offering.jobsRejected(jobs, engine, executor);
        });
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new LeasedJobs(List.copyOf(jobs), engine, leases);
    }

    private static final class LeasedJobs extends ExecuteJobsRunnable {

        private final List<String> jobs;
        private final JobLeases leases;

        LeasedJobs(List<String> jobs, ProcessEngineImpl engine, JobLeases leases) {
            super(jobs, engine);
            this.jobs = jobs;
            this.leases = leases;
            leases.hold(jobs);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                leases.release(jobs);
            }
        }

        /** Also one that a job before it in this thread has brought about. */
        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
            leases.hold(List.of(job));
            try {
                super.executeJob(job, commands, failures);
            } finally {
                leases.release(List.of(job));
            }
        }
    }
}
