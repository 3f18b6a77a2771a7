package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;

/** All that happened to the learner. */
@org.springframework.stereotype.Component
class SpaceTimeline implements SpaceBlock {

    private final LearnerParts parts;

    SpaceTimeline(LearnerParts parts) {
        this.parts = parts;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        return parts.timeline(learner.id(), false);
    }
}
