package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.educentre.assidu.documents.AttendanceReports;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.documents.AttendanceReports.Format;
import fr.educentre.assidu.documents.AttendanceReports.Outlook;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.util.Locale;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What the report will hold, what is missing, and the report itself. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class OutlookPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient AttendanceReports reports;

    OutlookPanel(Texts texts, AttendanceReports reports) {
        this.texts = texts;
        this.reports = reports;
    }

    void show(Filter filter) {
        removeAll();
        add(new H2(texts.get("documents.view.report")));
        var outlook = reports.outlook(filter);
        if (outlook.rows() == 0) {
            add(new Paragraph(texts.get("documents.view.nothing")));
            return;
        }
        add(new Paragraph(texts.get("documents.view.rows", outlook.rows(), outlook.learners(), outlook.sessions())));
        add(missing(outlook));
        var links = new FlexLayout();
        links.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        links.addClassNames("assidu-actions", "assidu-apart");
        for (Format format : Format.values()) {
            links.add(report(filter, format));
        }
        add(links);
    }

    private Div missing(Outlook outlook) {
        var badges = new Div();
        badges.addClassName("assidu-filters");
        if (outlook.awaiting() > 0) {
            badges.add(new StatusBadge(Tone.WAITING, texts.get("documents.view.awaiting", outlook.awaiting())));
        }
        if (outlook.withoutProof() > 0) {
            badges.add(new StatusBadge(Tone.NOTICE, texts.get("documents.view.withoutProof", outlook.withoutProof())));
        }
        if (outlook.openSessions() > 0) {
            badges.add(new StatusBadge(Tone.NEUTRAL, texts.get("documents.view.openSessions", outlook.openSessions())));
        }
        if (badges.getComponentCount() == 0) {
            badges.add(new StatusBadge(Tone.GOOD, texts.get("documents.view.complete")));
        }
        return badges;
    }

    private FileLink report(Filter filter, Format format) {
        return new FileLink(
                texts.get("documents.view.report") + " – "
                        + texts.get("documents.view." + format.name().toLowerCase(Locale.ROOT)),
                texts,
                event -> {
                    var prepared = reports.prepare(filter);
                    event.setFileName("rapport-assiduite." + format.extension());
                    event.setContentType(format.mediaType());
                    prepared.write(format, event.getOutputStream());
                });
    }
}
