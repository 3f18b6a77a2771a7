package fr.educentre.assidu.overview;

import fr.educentre.assidu.shell.PageOf;
import java.util.Set;
import java.util.UUID;

/**
 * What the screens and calls that add many things up read. The number of statements does not depend on the size of the
 * group. Callers have checked that the reader may see the group or learner.
 */
public interface Dashboards {

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    GroupDashboard ofGroup(UUID groupId);

    /**
     * Over all the learner's sessions and enrolments, whatever their groups.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND
     */
    LearnerFigures ofLearner(UUID learnerId);

    /**
     * Every trace, verdict, absence, alert, relaunch, message, justification and document of the learner, in order.
     *
     * @param newestFirst false for oldest first
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND
     */
    default PageOf<TimelineEntry> timeline(UUID learnerId, boolean newestFirst, int page, int size) {
        return timeline(learnerId, newestFirst, Set.of(), page, size);
    }

    /**
     * The same of some kinds alone.
     *
     * @param kinds empty for all
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND
     */
    PageOf<TimelineEntry> timeline(
            UUID learnerId, boolean newestFirst, Set<TimelineEntry.Kind> kinds, int page, int size);
}
