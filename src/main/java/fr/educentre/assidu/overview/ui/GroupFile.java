package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.overview.GroupDashboard;
import fr.educentre.assidu.overview.LearnerFigures;
import fr.educentre.assidu.overview.PresenceGrid;
import fr.educentre.assidu.overview.PresenceGrid.Cell;
import fr.educentre.assidu.overview.PresenceGrid.Line;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.TableFile;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.FileLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The learners of a group as a file: their figures, then what is retained of each session shown.
 *
 * @param table of the sessions shown, with all learners
 */
record GroupFile(GroupDashboard dashboard, PresenceTable table) {

    FileLink.Content csv() {
        return new FileLink.Content(name() + ".csv", TableFile.CSV, file().csv());
    }

    FileLink.Content xlsx() {
        return new FileLink.Content(name() + ".xlsx", TableFile.XLSX, file().xlsx());
    }

    private String name() {
        return text("overview.grid.file", dashboard.code()).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    private TableFile file() {
        List<String> columns = new ArrayList<>(List.of(
                text("overview.column.learner"),
                text("overview.column.risk"),
                text("overview.column.attendance"),
                text("overview.column.hours"),
                text("overview.column.modules"),
                text("overview.column.connection"),
                text("overview.column.absences")));
        PresenceGrid grid = table.grid();
        grid.sessions()
                .items()
                .forEach(session -> columns.add(text("overview.grid.head", table.when(session), session.title())));
        Map<UUID, LearnerFigures> figures =
                dashboard.items().stream().collect(Collectors.toMap(LearnerFigures::learnerId, Function.identity()));
        List<List<String>> rows = grid.learners().items().stream()
                .map(line -> row(line, figures.get(line.learnerId())))
                .toList();
        return new TableFile(name(), columns, rows);
    }

    private List<String> row(Line line, @Nullable LearnerFigures figures) {
        List<String> row = new ArrayList<>(
                List.of(line.name(), line.atRisk() ? Wording.all(line.why()).read(table.texts()) : ""));
        if (figures == null) {
            row.addAll(List.of("", "", "", "", ""));
        } else {
            var of = figures.figures();
            row.add(percent(of.attendance().attendanceRateToDate()));
            row.add(percent(of.hours().hoursCompletionRate()));
            row.add(percent(of.completion().completionRate()));
            row.add(ReaderFormats.duration(of.completion().connectionMinutes()));
            row.add(String.valueOf(of.absences().total()));
        }
        Map<UUID, Cell> cells = line.cells().stream().collect(Collectors.toMap(Cell::sessionId, Function.identity()));
        table.grid().sessions().items().forEach(session -> row.add(table.word(cells.get(session.id()))));
        return row;
    }

    private String percent(@Nullable Number rate) {
        return ReaderFormats.percent(rate, table.texts().language());
    }

    private String text(String key, Object... arguments) {
        return table.texts().get(key, arguments);
    }
}
