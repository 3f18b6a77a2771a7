package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.overview.PresenceGrid;
import fr.educentre.assidu.overview.PresenceGrid.Cell;
import fr.educentre.assidu.overview.PresenceGrid.HeldSession;
import fr.educentre.assidu.overview.PresenceGrid.Line;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The grid of a group as a table of the page. It is one text: hundreds of cells as components would be held in memory by the
 * server for as long as the page is open.
 *
 * @param zone of the group's site, by whose name a session's hour is called where it is the same hour
 */
record PresenceTable(PresenceGrid grid, ZoneId zone, Texts texts) {

    /** What stands in a cell: a letter, drawn by a colour and a border of its own. */
    record Sign(String key, String style) {

        private static final Map<AttendanceStatus, String> STYLES = Map.of(
                AttendanceStatus.PRESENT, "good",
                AttendanceStatus.LATE, "notice",
                AttendanceStatus.LEFT_EARLY, "notice",
                AttendanceStatus.PARTIAL, "notice",
                AttendanceStatus.ABSENT, "bad",
                AttendanceStatus.EXEMPT, "neutral",
                AttendanceStatus.AWAITING_DATA, "waiting");

        static Sign of(AttendanceStatus status, @Nullable JustificationState justification) {
            return status == AttendanceStatus.ABSENT && justification == JustificationState.JUSTIFIED
                    ? new Sign("overview.grid.sign.JUSTIFIED", "notice")
                    : new Sign("overview.grid.sign." + status, STYLES.getOrDefault(status, "neutral"));
        }
    }

    String html() {
        var table = new StringBuilder("<table role=\"grid\" class=\"assidu-heat\"");
        attribute(table, "aria-label", texts.get("overview.grid.title"));
        attribute(table, "aria-rowcount", String.valueOf(grid.learners().totalElements() + 1));
        table.append("><thead><tr><th scope=\"col\">")
                .append(escaped(texts.get("overview.column.learner")))
                .append("</th>");
        grid.sessions().items().forEach(session -> head(table, session));
        table.append("</tr></thead><tbody>");
        grid.learners().items().forEach(line -> row(table, line));
        return table.append("</tbody></table>").toString();
    }

    private void head(StringBuilder table, HeldSession session) {
        table.append("<th scope=\"col\"><a tabindex=\"-1\" router-link");
        attribute(table, "href", "seances/" + session.id());
        String name = texts.get("overview.grid.head", when(session), session.title());
        attribute(table, "aria-label", name);
        attribute(table, "title", name);
        var local = session.startsAt();
        table.append("><span>")
                .append("%02d/%02d".formatted(local.getDayOfMonth(), local.getMonthValue()))
                .append("</span><span>")
                .append(ReaderFormats.time(local.toInstant(), local.getOffset()))
                .append("</span></a></th>");
    }

    private void row(StringBuilder table, Line line) {
        table.append("<tr><th scope=\"row\"><a tabindex=\"-1\" router-link");
        attribute(table, "href", "apprenants/" + line.learnerId());
        table.append('>').append(escaped(line.name())).append("</a>");
        if (line.atRisk()) {
            table.append("<span class=\"assidu-heat-risk\"");
            attribute(table, "title", why(line.why()));
            table.append("><span aria-hidden=\"true\">✕</span> ")
                    .append(escaped(texts.get("overview.atRisk")))
                    .append("<span class=\"assidu-read-out\"> ")
                    .append(escaped(why(line.why())))
                    .append("</span></span>");
        }
        table.append("</th>");
        Map<UUID, Cell> cells = line.cells().stream().collect(Collectors.toMap(Cell::sessionId, Function.identity()));
        for (HeldSession session : grid.sessions().items()) {
            cell(table, line, session, cells.get(session.id()));
        }
        table.append("</tr>");
    }

    private void cell(StringBuilder table, Line line, HeldSession session, @Nullable Cell cell) {
        String name = texts.get("overview.grid.cell", line.name(), when(session), word(cell));
        if (cell == null) {
            table.append("<td tabindex=\"-1\" class=\"assidu-heat-none\"");
            attribute(table, "aria-label", name);
            table.append(">·</td>");
            return;
        }
        Sign sign = Sign.of(cell.status(), cell.justification());
        table.append("<td><a tabindex=\"-1\" router-link class=\"assidu-heat-")
                .append(sign.style())
                .append('"');
        attribute(table, "href", "seances/" + session.id());
        attribute(table, "aria-label", name);
        attribute(table, "title", name);
        table.append('>').append(escaped(texts.get(sign.key()))).append("</a></td>");
    }

    /** {@code Absent (à justifier)}; that nobody was expected, for a cell that is none. */
    String word(@Nullable Cell cell) {
        if (cell == null) {
            return texts.get("overview.grid.notExpected");
        }
        String status = texts.get("overview.status." + cell.status());
        JustificationState justification = cell.justification();
        return justification == null
                ? status
                : texts.get(
                        "overview.grid.justification", status, texts.get("overview.justification." + justification));
    }

    String when(HeldSession session) {
        var at = session.startsAt();
        boolean here = zone.getRules().getOffset(at.toInstant()).equals(at.getOffset());
        return SiteTimes.at(at.toInstant(), here ? zone : at.getOffset(), texts);
    }

    private String why(List<Wording> why) {
        return Wording.all(why).read(texts);
    }

    private static void attribute(StringBuilder table, String name, String value) {
        table.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
