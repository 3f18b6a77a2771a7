package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.simulator.ClassScript;
import fr.educentre.assidu.sources.simulator.PlaybackEvent;
import fr.educentre.assidu.training.TimeSlot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** What happened while a class was played, and how many minutes each learner was there for. */
class PlaybackResult extends Div {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final transient Texts texts;
    private final OrderedList lines = new OrderedList();
    private final Div result = new Div();

    PlaybackResult(Texts texts) {
        this.texts = texts;
        lines.getElement().setAttribute("aria-live", "polite");
        add(lines, result);
    }

    void begin() {
        lines.removeAll();
        result.removeAll();
    }

    void tell(PlaybackEvent line) {
        lines.add(new ListItem(texts.get(line.key(), line.arguments().toArray())));
    }

    void end(ClassScript script) {
        var table = new NativeTable();
        table.addClassName("assidu-table");
        var head = table.getHead().addRow();
        for (String column : new String[] {"learner", "stays", "minutes"}) {
            head.add(new NativeTableHeaderCell(texts.get("connectors.simulator.column." + column)));
        }
        for (ClassScript.Part part : script.parts()) {
            var row = table.getBody().addRow();
            row.add(
                    new NativeTableCell(part.learner().name()),
                    new NativeTableCell(stays(part, script.session().zone())),
                    new NativeTableCell(String.valueOf(script.minutes(part))));
        }
        var scroll = new Div(table);
        scroll.addClassName("assidu-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        result.add(
                new H2(texts.get("connectors.simulator.expected")),
                new Paragraph(texts.get("connectors.simulator.expected.help")),
                new Paragraph(new Anchor("seances/" + script.session().id(), texts.get("connectors.simulator.open"))),
                scroll);
    }

    private String stays(ClassScript.Part part, ZoneId zone) {
        return part.stays().isEmpty()
                ? texts.get("connectors.simulator.never")
                : part.stays().stream().map(stay -> stay(stay, zone)).collect(Collectors.joining(" · "));
    }

    private static String stay(TimeSlot stay, ZoneId zone) {
        return TIME.format(stay.from().atZone(zone)) + "–"
                + TIME.format(stay.to().atZone(zone));
    }
}
