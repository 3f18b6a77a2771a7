package fr.educentre.assidu.workflow;

import fr.educentre.assidu.access.Accounts.Colleague;
import fr.educentre.assidu.access.Actor;
import java.util.List;

/**
 * Who of several takes care of a task. A task in somebody's hands stays in sight of those it was offered to, and is done by its
 * holder or by a quality manager.
 */
public interface TaskHolding {

    /**
     * Takes the task; a second time changes nothing.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS, then CONFLICT where it is in a colleague's hands
     */
    void claim(Actor actor, String taskId);

    /**
     * Gives the task back to all it was offered to; a task in nobody's hands stays as it is.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS, then CONFLICT where it is in a colleague's hands, unless a
     *     quality manager gives it back
     */
    void release(Actor actor, String taskId);

    /**
     * Puts the task into a colleague's hands.
     *
     * @param to the user name of one of {@link #colleagues()}
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS, CONFLICT as for a release, then INVALID for who does no tasks
     */
    void delegate(Actor actor, String taskId, String to);

    /** Who may be given a task, by name. */
    List<Colleague> colleagues();
}
