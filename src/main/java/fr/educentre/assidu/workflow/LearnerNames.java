package fr.educentre.assidu.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How learners are called whom a process is about. Implemented by {@code training}. */
public interface LearnerNames {

    /** Names of those that there are; one statement. */
    Map<UUID, String> of(Collection<UUID> learnerIds);
}
