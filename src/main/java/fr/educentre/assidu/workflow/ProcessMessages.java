package fr.educentre.assidu.workflow;

/** Tells running processes what happened. */
public interface ProcessMessages {

    /**
     * Delivered after the current transaction commits, by a durable job: a process that is at work at that moment is told
     * when it is done, and never makes the caller's own work fail. Told to nobody when no process of that key waits for it.
     *
     * @param message name of the message in the process
     * @param businessKey of the process
     */
    void tell(String message, String businessKey);
}
