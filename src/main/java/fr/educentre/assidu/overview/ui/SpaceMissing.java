package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.justification.ui.OwnAbsences;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;

/** What is awaited from the learner: questions, absences to justify. */
@org.springframework.stereotype.Component
class SpaceMissing implements SpaceBlock {

    private final Texts texts;
    private final OwnAbsences absences;

    SpaceMissing(Texts texts, OwnAbsences absences) {
        this.texts = texts;
        this.absences = absences;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        return new SpacePart(texts.get("overview.space.missing"), absences.missing(zone, again));
    }
}
