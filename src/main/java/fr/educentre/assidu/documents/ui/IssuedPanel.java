package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.documents.IssuedDocuments.IssuedView;
import fr.educentre.assidu.documents.IssuedDocuments.Query;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What was issued, as it was issued. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class IssuedPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final String VALID = "VALID";
    private static final String SHEET = "ATTENDANCE_SHEET";

    private final Grid<IssuedView> grid = new Grid<>();
    private final transient IssuedDocuments documents;
    private transient Runnable changed = () -> {};

    IssuedPanel(Texts texts, IssuedDocuments documents, IssueButtons buttons, CurrentActor actor) {
        this.documents = documents;
        add(new H2(texts.get("documents.view.issued")));
        grid.addColumn(IssuedView::number)
                .setHeader(texts.get("documents.view.number"))
                .setAutoWidth(true);
        grid.addColumn(IssuedView::title)
                .setHeader(texts.get("documents.view.subject"))
                .setFlexGrow(3);
        grid.addComponentColumn(view -> new StatusBadge(
                        VALID.equals(view.state()) ? Tone.GOOD : Tone.NEUTRAL,
                        view.issuedByReading()
                                ? texts.get(
                                        "documents.view.issuedByReading", texts.get("documents.state." + view.state()))
                                : texts.get("documents.state." + view.state())))
                .setHeader(texts.get("documents.view.state"))
                .setAutoWidth(true);
        grid.addColumn(view -> SiteTimes.at(view.issuedAt(), texts))
                .setHeader(texts.get("documents.view.issuedAt"))
                .setAutoWidth(true);
        grid.addComponentColumn(view -> Downloads.link(
                        "documents.view.download",
                        texts,
                        () -> documents.file(view.id()).orElseThrow(() -> Refusal.notFound("document"))))
                .setHeader(texts.get("documents.view.download"))
                .setAutoWidth(true);
        if (actor.get().is(Role.QUALITY_MANAGER, Role.TRAINER)) {
            grid.addComponentColumn(view -> VALID.equals(view.state()) && mayCancel(actor, view)
                            ? buttons.cancelling(view.id(), view.number(), () -> changed.run())
                            : new Span())
                    .setHeader(texts.get("documents.view.act"))
                    .setAutoWidth(true);
        }
        grid.setEmptyStateComponent(new Paragraph(texts.get("documents.view.issued.empty")));
        grid.setHeight("22rem");
        add(grid);
    }

    /** Called once something was cancelled here. */
    void onChange(Runnable action) {
        this.changed = action;
    }

    /** What a trainer may not, the service refuses; certificates are offered to no trainer. */
    private static boolean mayCancel(CurrentActor actor, IssuedView view) {
        return actor.get().is(Role.QUALITY_MANAGER) || SHEET.equals(view.kind());
    }

    void show(Filter filter) {
        var query = new Query(null, filter.learnerId(), filter.groupId(), null);
        grid.setItems(DataProvider.fromCallbacks(
                asked -> documents.visible(query, asked.getPage(), asked.getPageSize()).items().stream(),
                asked -> (int) documents.visible(query, 0, 1).totalElements()));
    }
}
