package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.rules.RuleWarnings.Remark;
import fr.educentre.assidu.rules.RuleWatch.Course;
import fr.educentre.assidu.rules.RuleWatch.Overlap;
import fr.educentre.assidu.rules.RuleWatch.Week;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.util.List;

/** What came of a rule: firings week by week, learners touched and returned, rules that touch the same ones. */
class WatchPanel extends Div {

    private static final long serialVersionUID = 1L;
    static final int WEEKS = 12;

    private final transient Texts texts;

    WatchPanel(Course course, List<Remark> remarks, Texts texts) {
        this.texts = texts;
        addClassName("assidu-editor");
        for (Remark remark : remarks) {
            add(new Div(
                    new StatusBadge(StatusBadge.Tone.NOTICE, texts.get("rules.remark.label." + remark.kind())),
                    new Paragraph(remark.text())));
        }
        var count = course.count();
        var tiles = new Div(
                tile(String.valueOf(count.firings()), texts.get("rules.watch.firings"), ""),
                tile(String.valueOf(count.learners()), texts.get("rules.watch.learners"), ""),
                tile(
                        ReaderFormats.percent(count.returnedShare(), getLocale()),
                        texts.get("rules.watch.returned"),
                        texts.get("rules.watch.returned.note", count.returned(), count.due())));
        tiles.addClassName("assidu-tiles");
        add(new Paragraph(texts.get("rules.watch.period", WEEKS)), tiles, chart(course.weeks()));
        add(new H3(texts.get("rules.watch.overlap")));
        if (course.overlaps().isEmpty()) {
            add(new Paragraph(texts.get("rules.watch.overlap.none")));
        } else {
            var list = new UnorderedList();
            course.overlaps().forEach(overlap -> list.add(overlap(overlap)));
            add(list);
        }
    }

    private static Component tile(String value, String label, String note) {
        var number = new Span(value);
        number.addClassName("assidu-tile-value");
        var what = new Span(label);
        what.addClassName("assidu-tile-label");
        var tile = new Div(number, what);
        if (!note.isEmpty()) {
            var small = new Span(note);
            small.addClassName("assidu-tile-note");
            tile.add(small);
        }
        tile.addClassName("assidu-tile");
        return tile;
    }

    /** A table whose figures are drawn as bars too. */
    private Component chart(List<Week> weeks) {
        int most = Math.max(1, weeks.stream().mapToInt(Week::firings).max().orElse(1));
        var table = new NativeTable();
        table.addClassNames("assidu-table", "assidu-bars");
        var header = new NativeTableRow(
                new NativeTableHeaderCell(texts.get("rules.watch.week")),
                new NativeTableHeaderCell(texts.get("rules.watch.firings")));
        table.add(new NativeTableHeader(header));
        var body = new NativeTableBody();
        for (Week week : weeks) {
            var part = new Div();
            part.addClassName("assidu-bar-part");
            part.getStyle().set("width", 100.0 * week.firings() / most + "%");
            var bar = new Div(part);
            bar.addClassName("assidu-bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            var figure = new NativeTableCell();
            var both = new Div(new Span(String.valueOf(week.firings())), bar);
            both.addClassName("assidu-bars-line");
            figure.add(both);
            body.add(new NativeTableRow(new NativeTableCell(ReaderFormats.date(week.from(), getLocale())), figure));
        }
        table.add(body);
        return table;
    }

    private ListItem overlap(Overlap overlap) {
        return new ListItem(
                new Anchor("regles/" + overlap.ruleId(), overlap.ruleName()),
                new Span(texts.get(
                        "shell.then",
                        texts.get(
                                "rules.watch.overlap.line",
                                overlap.learners(),
                                ReaderFormats.percent(overlap.share(), getLocale())))));
    }
}
