package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** Sheets, certificates and reports: choose, see what will come out and what is missing, make it. */
@Route(value = "preuves", layout = MainLayout.class)
@RouteAlias(value = "justificatifs", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class EvidenceDocumentsView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_DAYS = 31;
    private static final Filter ALL = new Filter(null, null, null, null, null);

    private final transient Texts texts;
    private final DocumentScopeBar scope;
    private final OutlookPanel outlook;
    private final CertificatesPanel certificates;
    private final SheetsPanel sessions;
    private final LearnerDocumentsPanel learner;
    private final IssuedPanel issued;
    private transient Filter shown = ALL;
    private final transient Clock clock;

    EvidenceDocumentsView(
            Texts texts,
            DocumentScopeBar scope,
            OutlookPanel outlook,
            CertificatesPanel certificates,
            LearnerDocumentsPanel learner,
            SheetsPanel sessions,
            IssuedPanel issued,
            Clock clock) {
        this.texts = texts;
        this.scope = scope;
        this.outlook = outlook;
        this.certificates = certificates;
        this.sessions = sessions;
        this.learner = learner;
        this.issued = issued;
        certificates.onChange(() -> issued.show(shown));
        learner.onChange(() -> issued.show(shown));
        sessions.onChange(this::again);
        issued.onChange(this::again);
        this.clock = clock;
        scope.onChange(this::changed);
        addClassName("assidu-view");
        add(new Paragraph(texts.get("documents.view.lead")), scope, outlook, learner, certificates, sessions, issued);
        sessions.setWidthFull();
        issued.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var chosen = DocumentScope.of(event.getLocation().getQueryParameters());
        var filter = chosen.equals(ALL) ? recent() : chosen;
        try {
            show(filter);
        } catch (Refusal refusal) {
            say(refusal);
            show(ALL);
        }
    }

    private void again() {
        sessions.show(shown);
        issued.show(shown);
    }

    /** Where nothing is chosen yet: all that was ever taught takes seconds to count, and is seldom what is looked for. */
    private Filter recent() {
        return new Filter(LocalDate.now(clock).minusDays(FIRST_DAYS), null, null, null, null);
    }

    private void show(Filter filter) {
        shown = filter;
        outlook.show(filter);
        learner.show(filter);
        scope.show(filter);
        certificates.show(filter.groupId());
        sessions.show(filter);
        issued.show(filter);
    }

    private void changed(Filter filter) {
        try {
            outlook.show(filter);
        } catch (Refusal refusal) {
            say(refusal);
            return;
        }
        shown = filter;
        learner.show(filter);
        certificates.show(filter.groupId());
        sessions.show(filter);
        issued.show(filter);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("preuves", DocumentScope.parameters(filter)));
    }

    private void say(Refusal refusal) {
        Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()), 6000, Notification.Position.MIDDLE);
    }

    @Override
    public String getPageTitle() {
        return texts.get("documents.view.title");
    }
}
