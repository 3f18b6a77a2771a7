package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.imports.Calendars.Report;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a calendar plans, event by event; what is to be corrected first. */
class CalendarResult extends Div {

    private static final long serialVersionUID = 1L;

    /** What becomes of an event, worst first. */
    private enum Effect {
        REJECTED(Tone.BAD),
        CANCELLED(Tone.NOTICE),
        CREATED(Tone.GOOD),
        UPDATED(Tone.NOTICE),
        UNCHANGED(Tone.NEUTRAL),
        IGNORED(Tone.NEUTRAL);

        private final Tone tone;

        Effect(Tone tone) {
            this.tone = tone;
        }
    }

    private record Row(int line, String subject, Effect effect, String text) {}

    private final transient Texts texts;
    private final Paragraph summary = new Paragraph();
    private final Grid<Row> grid = new Grid<>();

    CalendarResult(Texts texts) {
        this.texts = texts;
        summary.getElement().setAttribute("role", "status");
        grid.addColumn(Row::line)
                .setHeader(texts.get("calendars.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(
                        row -> new StatusBadge(row.effect().tone, texts.get("calendars.effect." + row.effect())))
                .setHeader(texts.get("calendars.effect"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(CalendarResult::about)
                .setHeader(texts.get("calendars.subject"))
                .setFlexGrow(1);
        grid.addThemeName("wrap-cell-content");
        grid.setHeight("50vh");
        grid.setVisible(false);
        setWidthFull();
        add(summary, grid);
    }

    void say(String text) {
        summary.setText(text);
        grid.setVisible(false);
    }

    void show(String name, Report report, boolean applied) {
        if (report.notModified()) {
            say(texts.get("calendars.notModified", name));
            return;
        }
        summary.setText(texts.get(
                applied ? "calendars.applied" : "calendars.preview",
                name,
                report.counts().created(),
                report.counts().updated(),
                report.counts().cancelled() + report.counts().missing(),
                report.counts().unchanged(),
                report.ignored().size(),
                report.rejected().size()));
        List<Row> rows = new ArrayList<>();
        report.rejected()
                .forEach(one -> rows.add(new Row(
                        one.line(),
                        one.subject(),
                        Effect.REJECTED,
                        (one.column().isEmpty() ? "" : one.column() + " – ") + one.problem())));
        report.ignored().forEach(one -> rows.add(new Row(one.line(), one.subject(), Effect.IGNORED, one.why())));
        report.lines()
                .forEach(one -> rows.add(new Row(
                        one.line(),
                        one.subject(),
                        one.cancelled()
                                ? Effect.CANCELLED
                                : Effect.valueOf(one.change().name()),
                        "")));
        rows.sort(Comparator.comparing(Row::effect).thenComparing(Row::line));
        grid.setItems(rows);
        grid.setVisible(!rows.isEmpty());
    }

    private static Div about(Row row) {
        var about = new Div(new Div(row.subject()));
        if (!row.text().isEmpty()) {
            var text = new Div(row.text());
            text.addClassName("assidu-muted");
            about.add(text);
        }
        return about;
    }
}
