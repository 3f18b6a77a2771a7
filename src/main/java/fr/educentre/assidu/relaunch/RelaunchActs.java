package fr.educentre.assidu.relaunch;

import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What quality managers, and referents for learners of their own groups, do to a relaunch under way. Each says why.
 *
 * <p>All throw {@link Refusal} NOT_FOUND, NOT_YOURS, CONFLICT where it is not in a state for that, and {@link InvalidContent}.
 */
public interface RelaunchActs {

    /**
     * No mail leaves until it goes on.
     *
     * @param until the morning on which it goes on by itself; null until somebody says so
     */
    RelaunchView pause(UUID relaunchId, String reason, @Nullable LocalDate until);

    /** Goes on where it stood; the facts are looked at again before anything leaves. */
    RelaunchView resume(UUID relaunchId, String reason);

    /** What is still to be sent is left out: the facts are looked at, then the referent is asked to get in touch. */
    RelaunchView skip(UUID relaunchId, String reason);

    /**
     * Getting in touch is another referent's task, now or once it comes to that.
     *
     * @param to the referent
     */
    RelaunchView handOver(UUID relaunchId, String reason, @Nullable UUID to);

    /** Nothing more leaves; the alert stays as it is. */
    RelaunchView end(UUID relaunchId, String reason);
}
