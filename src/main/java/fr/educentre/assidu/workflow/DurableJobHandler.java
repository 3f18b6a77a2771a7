package fr.educentre.assidu.workflow;

/** Implemented by modules; a bean for each kind of job. Runs as the system, in a transaction of its own. */
public interface DurableJobHandler<P> {

    DurableJobType<P> type();

    void run(P payload);
}
