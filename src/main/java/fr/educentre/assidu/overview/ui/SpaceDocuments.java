package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.documents.IssuedDocuments.IssuedView;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;
import java.util.List;

/** The learner's courses, and what was issued to them and still stands. Nothing is issued by looking at it. */
@org.springframework.stereotype.Component
class SpaceDocuments implements SpaceBlock {

    private static final int SHOWN = 50;
    private static final String VALID = "VALID";

    private final Texts texts;
    private final IssuedDocuments documents;
    private final Enrolments enrolments;

    SpaceDocuments(Texts texts, IssuedDocuments documents, Enrolments enrolments) {
        this.texts = texts;
        this.documents = documents;
        this.enrolments = enrolments;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        var courses = new Div();
        enrolments.ofLearner(learner.id()).forEach(course -> courses.add(new Paragraph(course(course))));
        return new SpacePart(texts.get("overview.space.documents"), courses, issued(learner));
    }

    private String course(EnrolmentInfo course) {
        EnrolmentInfo.Agreement agreed = course.agreement();
        return course.programme().title() + " · " + course.number() + " · "
                + course.group().name() + " · " + ReaderFormats.date(agreed.startsOn(), texts.language()) + " – "
                + ReaderFormats.date(agreed.endsOn(), texts.language()) + " · "
                + texts.get("overview.learner.agreed", ReaderFormats.duration(agreed.agreedMinutes()));
    }

    private Component issued(LearnerInfo learner) {
        List<IssuedView> valid =
                documents.visible(IssuedDocuments.Query.ofLearner(learner.id()), 0, SHOWN).items().stream()
                        .filter(one -> VALID.equals(one.state()))
                        .toList();
        if (valid.isEmpty()) {
            return new Paragraph(texts.get("overview.space.documents.none"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        valid.forEach(one -> list.add(new ListItem(new FileLink(
                texts.get("overview.space.document", one.title(), one.number(), SiteTimes.at(one.issuedAt(), texts)),
                texts,
                () -> content(one)))));
        return list;
    }

    /** One of those that {@link IssuedDocuments#visible} showed to this learner. */
    private FileLink.Content content(IssuedView shown) {
        DocumentFile file = documents.file(shown.id()).orElseThrow(() -> Refusal.notFound("document"));
        return new FileLink.Content(file.fileName(), file.mediaType(), file.bytes());
    }
}
