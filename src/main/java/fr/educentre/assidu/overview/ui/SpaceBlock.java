package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;

/** A part of a learner's own space; one bean for each. */
interface SpaceBlock {

    /** The lowest is read first. */
    int place();

    /**
     * Drawn for the learner who is signed in.
     *
     * @param zone of their site
     * @param again draws the space anew, once something was done
     */
    Component of(LearnerInfo learner, ZoneId zone, Runnable again);
}
