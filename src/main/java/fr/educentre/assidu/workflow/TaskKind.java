package fr.educentre.assidu.workflow;

import fr.educentre.assidu.access.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Implemented by the process modules, a bean for each kind of task (a user task's definition key in BPMN): tells what a
 * task is about and carries out the decision before the engine goes on.
 */
public interface TaskKind {

    /** Definition key of the user task. */
    String key();

    /**
     * What a person needs to decide.
     *
     * @param variables of the process instance
     */
    Card card(Actor actor, Map<String, Object> variables);

    /** The cards of several tasks, in their order; a kind that asks the database does it once for all of them. */
    default List<Card> cards(Actor actor, List<Map<String, Object>> variables) {
        return variables.stream().map(each -> card(actor, each)).toList();
    }

    /** In how many working days it is due, where its process does not say until when. */
    default int withinWorkingDays() {
        return 3;
    }

    /** Decisions offered. */
    Set<Decision> decisions();

    /**
     * Carries out the decision; answers the process variables to set before the task is completed. Throws a
     * {@code Refusal} when the decision cannot be taken; nothing is then changed.
     */
    Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment);

    /**
     * @param titleKey key of the text bundles, with its arguments
     * @param justificationId what the side panel opens, for tasks about one
     */
    record Card(
            String titleKey,
            Object[] titleArguments,
            @Nullable UUID learnerId,
            Map<String, String> facts,
            Optional<UUID> justificationId) {}

    /** What may be answered to a task. */
    enum Decision {
        APPROVE,
        REFUSE,
        ASK_MORE,
        DONE
    }
}
