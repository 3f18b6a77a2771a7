package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.imports.RosterImport.Accepted;
import fr.educentre.assidu.imports.RosterImport.Rejected;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of each line of a list; what is to be corrected first. */
class ImportLines extends Grid<ImportLines.Row> {

    private static final long serialVersionUID = 1L;
    private static final String REJECTED = "REJECTED";

    private final transient Texts texts;

    /** @param effect a change, or that it is rejected */
    record Row(int line, String subject, String effect, String problem) {}

    ImportLines(Texts texts) {
        this.texts = texts;
        addColumn(Row::line)
                .setHeader(texts.get("training.import.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(row -> new StatusBadge(tone(row), texts.get("training.import.change." + row.effect())))
                .setHeader(texts.get("training.import.change"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(ImportLines::about)
                .setHeader(texts.get("training.import.subject"))
                .setFlexGrow(1);
        addThemeName("wrap-cell-content");
        setHeight("60vh");
    }

    void show(List<Rejected> rejected, List<Accepted> accepted) {
        List<Row> all = new ArrayList<>();
        rejected.forEach(one -> all.add(
                new Row(one.line(), one.column(), REJECTED, one.problem().read(texts))));
        accepted.forEach(
                one -> all.add(new Row(one.line(), one.subject(), one.change().name(), remarks(one))));
        // What is to be corrected, then what is to be looked at.
        all.sort(Comparator.comparing((Row row) -> !REJECTED.equals(row.effect()))
                .thenComparing(row -> row.problem().isEmpty())
                .thenComparing(Row::line));
        setItems(all);
    }

    private String remarks(Accepted line) {
        return line.remarks().stream().map(one -> one.read(texts)).collect(Collectors.joining(" "));
    }

    private static Div about(Row row) {
        var about = new Div(new Div(row.subject()));
        if (!row.problem().isEmpty()) {
            var problem = new Div(row.problem());
            problem.addClassName("assidu-muted");
            about.add(problem);
        }
        return about;
    }

    private static Tone tone(Row row) {
        return switch (row.effect()) {
            case REJECTED -> Tone.BAD;
            case "CREATED" -> Tone.GOOD;
            case "UPDATED" -> Tone.NOTICE;
            default -> Tone.NEUTRAL;
        };
    }
}
