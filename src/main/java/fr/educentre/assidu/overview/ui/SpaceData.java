package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.privacy.PersonalDataExport;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;

/** What is held about the learner, to take away. */
@org.springframework.stereotype.Component
class SpaceData implements SpaceBlock {

    private final Texts texts;
    private final PersonalDataExport export;

    SpaceData(Texts texts, PersonalDataExport export) {
        this.texts = texts;
        this.export = export;
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        return new SpacePart(
                texts.get("overview.space.data"),
                new Paragraph(texts.get("overview.space.data.text")),
                new FileLink(texts.get("overview.space.data.take"), texts, to -> {
                    to.setFileName(texts.get("overview.space.data.file"));
                    to.setContentType("application/zip");
                    export.write(learner.id(), to.getOutputStream());
                }));
    }
}
