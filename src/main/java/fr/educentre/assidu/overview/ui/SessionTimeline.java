package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The session learner by learner: who was there when, source by source, where the sources disagree; and as a table. */
class SessionTimeline extends Div {

    private static final long serialVersionUID = 1L;
    private static final int TICKS = 6;

    private final transient Texts texts;
    private final transient SessionInfo session;
    private final transient SessionEvidence evidence;
    private final transient PresenceTexts words;
    private final Locale locale;

    SessionTimeline(
            Texts texts, SessionInfo session, List<Attendance.Row> rows, SessionEvidence evidence, Locale locale) {
        this.texts = texts;
        this.session = session;
        this.evidence = evidence;
        this.locale = locale;
        this.words = new PresenceTexts(texts, session, locale);
        addClassNames("assidu-card", "assidu-timeline");
        add(new H2(texts.get("overview.timeline")), new Paragraph(texts.get("overview.timeline.text")));
        if (!session.breaks().isEmpty()) {
            add(breaks());
        }
        add(axis());
        rows.forEach(row -> add(learner(row)));
        add(table(rows));
    }

    private Component breaks() {
        List<String> pauses = session.breaks().stream()
                .map(pause -> texts.get("overview.presence.fromTo", time(pause.from()), time(pause.to())))
                .toList();
        var text = new Paragraph(texts.get("overview.timeline.breaks", String.join(", ", pauses)));
        text.addClassName("assidu-muted");
        return text;
    }

    private Component axis() {
        var marks = new Div();
        marks.addClassName("assidu-axis");
        marks.getElement().setAttribute("aria-hidden", "true");
        long whole = session.slot().duration().toMillis();
        for (int tick = 0; tick <= TICKS; tick++) {
            marks.add(new Span(time(session.startsAt().plusMillis(whole * tick / TICKS))));
        }
        var name = new Span();
        name.addClassName("assidu-lane-name");
        var line = new Div(name, marks);
        line.addClassName("assidu-lane");
        return line;
    }

    private Component learner(Attendance.Row row) {
        List<SourceLane> lanes = evidence.lanes(row);
        var head = new Div(
                new RouterLink(
                        row.learner().name(),
                        LearnerView.class,
                        LearnerView.parameters(row.learner().id())),
                new StatusBadges(texts).of(session, row),
                new Span(observed(row)));
        head.addClassName("assidu-timeline-head");
        if (lanes.isEmpty() && !evidence.perhaps(row.learner().id()).isEmpty()) {
            head.add(new StatusBadge(
                    StatusBadge.Tone.WAITING,
                    words.nothing(evidence.perhaps(row.learner().id()))));
        }
        if (lanes.stream().anyMatch(SourceLane::open)) {
            head.add(new StatusBadge(StatusBadge.Tone.NOTICE, texts.get("overview.presence.open")));
        }
        var learner = new Div(head);
        if (row.verdict() != null) {
            var why = new Div(row.verdict().decidedBy().why().read(texts));
            why.addClassNames("assidu-muted", "assidu-wrap");
            learner.add(why);
        }
        learner.add(evidence.bar(row, words, true));
        learner.addClassName("assidu-timeline-learner");
        var discordances = evidence.discordances(row.learner().id());
        if (!discordances.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("assidu-discordances");
            discordances.forEach(one -> list.add(new ListItem(
                    words.discordance(one, lanes, evidence.traces(row.learner().id()), evidence.unrecognised()))));
            learner.add(list);
        }
        return learner;
    }

    private static String observed(Attendance.Row row) {
        Verdict verdict = row.verdict();
        return verdict == null
                ? "–"
                : ReaderFormats.duration(verdict.minutes().observed()) + " / "
                        + ReaderFormats.duration(row.taughtMinutes());
    }

    private Component table(List<Attendance.Row> rows) {
        var table = new NativeTable();
        table.addClassName("assidu-table");
        var head = new NativeTableRow();
        for (String column : List.of("learner", "source", "times", "share")) {
            var cell = new NativeTableHeaderCell(texts.get("overview.timeline.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        for (Attendance.Row row : rows) {
            List<SourceLane> lanes = evidence.lanes(row);
            if (lanes.isEmpty()) {
                line(
                        table,
                        row,
                        "–",
                        words.nothing(evidence.perhaps(row.learner().id())));
            }
            lanes.forEach(lane -> line(table, row, words.source(lane.source()), words.lane(lane)));
        }
        var scroll = new Div(table);
        scroll.addClassName("assidu-scroll");
        return new NativeDetails(texts.get("overview.timeline.table"), scroll);
    }

    private void line(NativeTable table, Attendance.Row row, String source, String told) {
        var line = new NativeTableRow();
        line.add(
                new NativeTableCell(row.learner().name()),
                new NativeTableCell(source),
                new NativeTableCell(told),
                new NativeTableCell(ReaderFormats.percent(evidence.share(row), locale)));
        table.getBody().add(line);
    }

    private String time(Instant at) {
        return ReaderFormats.time(at, session.zone());
    }
}
