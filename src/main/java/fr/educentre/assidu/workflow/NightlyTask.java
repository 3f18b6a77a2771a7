package fr.educentre.assidu.workflow;

/** Implemented by modules for what is to be done every night, as a durable job. */
public interface NightlyTask {

    String name();

    void run();
}
