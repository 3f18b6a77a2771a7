package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.Documents;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.Enrolments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What can be issued for one learner over the period: the sheet, and the certificates of each enrolment and funding. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LearnerDocumentsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Documents documents;
    private final transient Enrolments enrolments;
    private final transient IssueButtons buttons;
    private transient Runnable changed = () -> {};

    LearnerDocumentsPanel(Texts texts, Documents documents, Enrolments enrolments, IssueButtons buttons) {
        this.texts = texts;
        this.documents = documents;
        this.enrolments = enrolments;
        this.buttons = buttons;
    }

    /** Called once something was issued here. */
    void onChange(Runnable action) {
        this.changed = action;
    }

    void show(Filter filter) {
        removeAll();
        UUID learner = filter.learnerId();
        if (learner == null) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        list.add(line(
                texts.get("documents.view.sheet.learner"),
                DocumentRequest.sheetOfLearner(learner, filter.from(), filter.to())));
        for (EnrolmentInfo enrolment : enrolments.ofLearner(learner)) {
            list.add(line(
                    texts.get(
                            "documents.view.certificate", enrolment.programme().title()),
                    certificate(enrolment, null, filter)));
            if (enrolment.fundings().size() > 1) {
                enrolment
                        .fundings()
                        .forEach(funding -> list.add(line(
                                texts.get(
                                        "documents.view.certificate.funding",
                                        enrolment.programme().title(),
                                        funding.funder().name()),
                                certificate(enrolment, funding, filter))));
            }
        }
        add(new H2(texts.get("documents.view.ofLearner")), list);
    }

    private static DocumentRequest certificate(EnrolmentInfo enrolment, @Nullable FundingInfo funding, Filter filter) {
        return new DocumentRequest(
                DocumentKind.CERTIFICATE,
                new DocumentRequest.Of(null, null, enrolment.id(), null, null, funding == null ? null : funding.id()),
                filter.from(),
                filter.to());
    }

    private Component line(String what, DocumentRequest request) {
        var parts = new Div(
                new FileLink(
                        texts.get("documents.view.readWhat", what),
                        texts,
                        () -> Downloads.content(documents.read(request, false))),
                new FileLink(
                        texts.get("documents.view.readDraft"),
                        texts,
                        () -> Downloads.content(documents.read(request, true))));
        parts.addClassName("assidu-actions");
        buttons.issuing(request, null, what, () -> changed.run()).ifPresent(parts::add);
        return new ListItem(parts);
    }
}
