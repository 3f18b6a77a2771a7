package fr.educentre.assidu.workflow;

/** Implemented by modules; a bean for each kind of job. Runs in a transaction of its own. */
public interface DurableJobHandler {

    String name();

    void run(String key, String payload);
}
