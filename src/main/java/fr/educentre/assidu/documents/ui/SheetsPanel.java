package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.documents.AttendanceSheets;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Sessions of the scope, each with its attendance sheet. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SheetsPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");

    private final Grid<SessionInfo> grid = new Grid<>();
    private final transient Sessions sessions;
    private final transient CurrentActor actor;

    SheetsPanel(Texts texts, Sessions sessions, AttendanceSheets sheets, CurrentActor actor) {
        this.sessions = sessions;
        this.actor = actor;
        add(new H2(texts.get("documents.view.sheets")));
        grid.addColumn(session -> SiteTimes.at(session.startsAt(), session.zone(), texts))
                .setHeader(texts.get("documents.view.date"))
                .setAutoWidth(true);
        grid.addColumn(SessionInfo::title)
                .setHeader(texts.get("documents.view.session"))
                .setFlexGrow(2);
        grid.addColumn(SessionInfo::groupName).setHeader(texts.get("documents.view.group"));
        grid.addColumn(session -> session.trainer().name()).setHeader(texts.get("documents.view.trainer"));
        grid.addComponentColumn(
                        session -> Downloads.link("documents.view.sheet", texts, () -> sheets.ofSession(session.id())))
                .setHeader(texts.get("documents.view.download"))
                .setAutoWidth(true);
        grid.setEmptyStateComponent(new Paragraph(texts.get("documents.view.sheets.empty")));
        grid.setHeight("22rem");
        add(grid);
    }

    void show(Filter filter) {
        var query = query(filter);
        grid.setItems(DataProvider.fromCallbacks(
                asked -> sessions.search(query, asked.getPage(), asked.getPageSize()).items().stream(),
                asked -> (int) sessions.search(query, 0, 1).totalElements()));
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
