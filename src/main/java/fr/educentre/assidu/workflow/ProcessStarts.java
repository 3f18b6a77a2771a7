package fr.educentre.assidu.workflow;

import java.util.Map;

/** Starts processes for modules that know nothing of the engine. */
public interface ProcessStarts {

    /**
     * In the caller's transaction, unless one of that key is under way.
     *
     * @param process id of the process in its diagram
     * @param businessKey what {@link ProcessMessages#tell} finds it by
     */
    void startUnlessRunning(String process, String businessKey, Map<String, String> variables);
}
