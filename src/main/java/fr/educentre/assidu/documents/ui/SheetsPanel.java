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
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.Documents;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Sessions of the scope, each with its attendance sheet. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SheetsPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");

    private final Grid<Row> grid = new Grid<>();
    private final transient Sessions sessions;
    private final transient IssuedDocuments issued;
    private final transient CurrentActor actor;
    private transient Runnable changed = () -> {};

    SheetsPanel(
            Texts texts,
            Sessions sessions,
            Documents documents,
            IssuedDocuments issued,
            IssueButtons buttons,
            CurrentActor actor) {
        this.sessions = sessions;
        this.issued = issued;
        this.actor = actor;
        add(new H2(texts.get("documents.view.sheets")));
        grid.addColumn(row ->
                        SiteTimes.at(row.session().startsAt(), row.session().zone(), texts))
                .setHeader(texts.get("documents.view.date"))
                .setAutoWidth(true);
        grid.addColumn(row -> row.session().title())
                .setHeader(texts.get("documents.view.session"))
                .setFlexGrow(2);
        grid.addColumn(row -> row.session().groupName()).setHeader(texts.get("documents.view.group"));
        grid.addColumn(row -> row.session().trainer().name()).setHeader(texts.get("documents.view.trainer"));
        grid.addComponentColumn(row -> row.number() == null
                        ? new StatusBadge(Tone.NEUTRAL, texts.get("documents.state.DRAFT"))
                        : new StatusBadge(Tone.GOOD, texts.get("documents.view.inForce", row.number())))
                .setHeader(texts.get("documents.view.state"))
                .setAutoWidth(true);
        grid.addComponentColumn(row -> Downloads.link(
                        "documents.view.sheet",
                        texts,
                        () -> documents.read(
                                DocumentRequest.sheetOfSession(row.session().id()), false)))
                .setHeader(texts.get("documents.view.download"))
                .setAutoWidth(true);
        grid.addComponentColumn(row -> buttons.issuing(
                                DocumentRequest.sheetOfSession(row.session().id()),
                                row.number(),
                                row.session().title(),
                                () -> changed.run())
                        .orElseGet(Span::new))
                .setHeader(texts.get("documents.view.act"))
                .setAutoWidth(true);
        grid.setEmptyStateComponent(new Paragraph(texts.get("documents.view.sheets.empty")));
        grid.setHeight("22rem");
        add(grid);
    }

    /** A session, and the number of its sheet in force. */
    private record Row(SessionInfo session, @Nullable String number) {}

    /** Called once something was issued here. */
    void onChange(Runnable action) {
        this.changed = action;
    }

    void show(Filter filter) {
        var query = query(filter);
        grid.setItems(DataProvider.fromCallbacks(
                asked -> rows(sessions.search(query, asked.getPage(), asked.getPageSize())
                        .items()),
                asked -> (int) sessions.search(query, 0, 1).totalElements()));
    }

    private Stream<Row> rows(List<SessionInfo> found) {
        var numbers = issued.sheetsInForce(found.stream().map(SessionInfo::id).toList());
        return found.stream().map(session -> new Row(session, numbers.get(session.id())));
    }

    private Sessions.Query query(Filter filter) {
        var who = actor.get();
        LocalDate to = filter.to();
        return new Sessions.Query(
                filter.groupId(),
                who.is(Role.TRAINER) ? who.personId() : null,
                filter.learnerId(),
                filter.from() == null ? null : filter.from().atStartOfDay(DAYS).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(DAYS).toInstant(),
                Set.of(SessionState.OPEN, SessionState.AWAITING_DATA, SessionState.CLOSED));
    }
}
