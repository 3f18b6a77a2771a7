package fr.educentre.assidu.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import fr.educentre.assidu.alerts.Replays.Raised;
import fr.educentre.assidu.alerts.Replays.Report;
import fr.educentre.assidu.alerts.internal.ActionLabels;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import java.util.List;

/** What came of a replay: figures, then who, when and why. */
class ReplayReport extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    ReplayReport(Report report, Texts texts) {
        this.texts = texts;
        var tiles = new Div(
                tile(report.items().size(), "alerts.replay.tile.alerts"),
                tile(report.learners(), "alerts.replay.tile.learners"),
                tile(report.mails(), "alerts.replay.tile.mails"));
        tiles.addClassName("assidu-tiles");
        var compared = new Paragraph(
                report.comparedWith() == null
                        ? texts.get("alerts.replay.alone")
                        : texts.get(
                                "alerts.replay.compared", report.comparedWith().ruleName()));
        var tabs = new TabSheet();
        tabs.setWidthFull();
        var difference = report.difference();
        tabs.add(texts.get("alerts.replay.tab.all", report.items().size()), grid(report.items()));
        tabs.add(texts.get("alerts.replay.tab.added", difference.added().size()), grid(difference.added()));
        tabs.add(texts.get("alerts.replay.tab.gone", difference.gone().size()), grid(difference.gone()));
        tabs.add(texts.get("alerts.replay.tab.same", difference.same().size()), grid(difference.same()));
        add(tiles, compared, tabs);
    }

    private Component tile(int value, String label) {
        var number = new Span(String.valueOf(value));
        number.addClassName("assidu-tile-value");
        var what = new Span(texts.get(label));
        what.addClassName("assidu-tile-label");
        var tile = new Div(number, what);
        tile.addClassName("assidu-tile");
        return tile;
    }

    private Component grid(List<Raised> raised) {
        var grid = new Grid<Raised>();
        grid.addColumn(one -> ReaderFormats.date(one.date(), getLocale()))
                .setHeader(texts.get("alerts.replay.column.date"))
                .setAutoWidth(true);
        grid.addComponentColumn(one -> new Anchor("apprenants/" + one.learnerId(), one.learnerName()))
                .setHeader(texts.get("alerts.column.learner"))
                .setAutoWidth(true);
        grid.addColumn(one -> one.why().read(texts))
                .setHeader(texts.get("alerts.column.why"))
                .setWidth("20rem")
                .setFlexGrow(3);
        grid.addColumn(one -> ActionLabels.of(one.actions(), texts))
                .setHeader(texts.get("alerts.column.actions"))
                .setWidth("12rem")
                .setFlexGrow(1);
        grid.setItems(raised);
        grid.addThemeName("wrap-cell-content");
        grid.setHeight("50vh");
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("alerts.replay.none.title"), texts.get("alerts.replay.none.text")));
        return grid;
    }
}
