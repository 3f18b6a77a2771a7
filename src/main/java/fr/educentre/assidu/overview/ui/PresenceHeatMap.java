package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.overview.PresenceGrid;
import fr.educentre.assidu.overview.PresenceGrids.Period;
import fr.educentre.assidu.overview.PresenceGrids.Window;
import fr.educentre.assidu.overview.ui.PresenceTable.Sign;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Learners by sessions, a window of each at a time. The arrows lead from cell to cell, Enter opens the session; what is shown
 * stands in the address.
 */
class PresenceHeatMap extends Div {

    private static final long serialVersionUID = 1L;

    static final int SESSIONS = 14;
    static final int LEARNERS = 40;

    /** One cell can be reached by Tab, the arrows lead to the others, as in any grid. */
    private static final String ARROWS = """
            const box = this;
            const rows = () => [...box.querySelectorAll('tr')].map(row => [...row.children]);
            const inner = cell => cell.querySelector('a') || cell;
            const first = () => { const cell = rows().slice(1).map(row => row[1])[0]; return cell && inner(cell); };
            const enter = () => {
                const part = first();
                if (part) { part.tabIndex = 0; }
            };
            enter();
            if (box.assiduArrows) { return; }
            box.assiduArrows = true;
            box.addEventListener('keydown', event => {
                const cell = event.target.closest && event.target.closest('td, th');
                if (!cell || event.altKey || event.metaKey) { return; }
                const grid = rows();
                let row = grid.findIndex(cells => cells.includes(cell));
                let column = grid[row].indexOf(cell);
                const last = grid[row].length - 1;
                switch (event.key) {
                    case 'ArrowRight': column = Math.min(column + 1, last); break;
                    case 'ArrowLeft': column = Math.max(column - 1, 0); break;
                    case 'ArrowDown': row = Math.min(row + 1, grid.length - 1); break;
                    case 'ArrowUp': row = Math.max(row - 1, 0); break;
                    case 'Home': column = 0; if (event.ctrlKey) { row = 1; } break;
                    case 'End': column = last; if (event.ctrlKey) { row = grid.length - 1; } break;
                    default: return;
                }
                event.preventDefault();
                if (row === 0 && column === 0) { return; }
                const next = inner(grid[row][column]);
                box.querySelectorAll('[tabindex="0"]').forEach(one => { one.tabIndex = -1; });
                next.tabIndex = 0;
                next.focus();
                next.scrollIntoView({block: 'nearest', inline: 'nearest'});
            });
            """;

    /** Reads a window. */
    interface Reader extends Serializable {

        PresenceGrid read(Period period, Window sessions, Window learners);
    }

    /** The same as a file, with all learners. */
    interface Files extends Serializable {

        GroupFile of(Period period, Window sessions);
    }

    private final transient Texts texts;
    private final transient Reader reader;
    private final transient ZoneId zone;
    private final DatePicker from;
    private final DatePicker to;
    private final Div table = new Div();
    private final Span sessionsShown = new Span();
    private final Span learnersShown = new Span();
    private final Button older;
    private final Button newer;
    private final Div learnerPages;
    private int sessionPage;
    private int learnerPage;
    private boolean reading;

    /** @param zone of the group's site */
    PresenceHeatMap(Texts texts, ZoneId zone, Reader reader, Files files) {
        this.texts = texts;
        this.zone = zone;
        this.reader = reader;
        from = day("overview.filter.from");
        to = day("overview.filter.to");
        LocalizedParts.period(from, to);
        older = new Button(texts.get("overview.grid.older"), VaadinIcon.ANGLE_LEFT.create(), click -> turn(1));
        newer = new Button(texts.get("overview.grid.newer"), VaadinIcon.ANGLE_RIGHT.create(), click -> turn(-1));
        newer.setIconAfterText(true);
        sessionsShown.getElement().setAttribute("aria-live", "polite");
        learnersShown.getElement().setAttribute("aria-live", "polite");
        learnerPages = new Div(
                new Button(texts.get("overview.grid.learnersBefore"), click -> leaf(-1)),
                learnersShown,
                new Button(texts.get("overview.grid.learnersAfter"), click -> leaf(1)));
        learnerPages.addClassName("assidu-filters");
        table.addClassName("assidu-heat-scroll");
        var bar = new Div(
                from,
                to,
                older,
                sessionsShown,
                newer,
                new FileLink(
                        texts.get("overview.grid.csv"),
                        () -> files.of(period(), sessions()).csv()),
                new FileLink(
                        texts.get("overview.grid.xlsx"),
                        () -> files.of(period(), sessions()).xlsx()));
        bar.addClassName("assidu-filters");
        add(
                new H3(texts.get("overview.grid.title")),
                new Paragraph(texts.get("overview.grid.help")),
                bar,
                table,
                learnerPages,
                legend());
        addClassName("assidu-heat-map");
    }

    private DatePicker day(String label) {
        DatePicker day = LocalizedParts.datePicker(texts);
        day.setLabel(texts.get(label));
        day.setClearButtonVisible(true);
        day.addValueChangeListener(change -> {
            if (!reading) {
                sessionPage = 0;
                changed();
            }
        });
        return day;
    }

    /** What the address says to show; what it says amiss is as if it said nothing. */
    void show(QueryParameters asked) {
        reading = true;
        from.setValue(day(asked, "du"));
        to.setValue(day(asked, "au"));
        reading = false;
        sessionPage = page(asked, "seances");
        learnerPage = page(asked, "apprenants");
        draw();
    }

    private static @Nullable LocalDate day(QueryParameters asked, String name) {
        try {
            return asked.getSingleParameter(name).map(PlausibleDays::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int page(QueryParameters asked, String name) {
        return asked.getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private void turn(int pages) {
        sessionPage = Math.max(0, sessionPage + pages);
        changed();
    }

    private void leaf(int pages) {
        learnerPage = Math.max(0, learnerPage + pages);
        changed();
    }

    private void changed() {
        draw();
        Map<String, String> shown = new LinkedHashMap<>();
        Optional.ofNullable(from.getValue()).ifPresent(day -> shown.put("du", day.toString()));
        Optional.ofNullable(to.getValue()).ifPresent(day -> shown.put("au", day.toString()));
        put(shown, "seances", sessionPage);
        put(shown, "apprenants", learnerPage);
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(ui.getActiveViewLocation().getPath(), QueryParameters.simple(shown))));
    }

    private static void put(Map<String, String> shown, String name, int page) {
        if (page > 0) {
            shown.put(name, String.valueOf(page));
        }
    }

    private Period period() {
        return new Period(from.getValue(), to.getValue());
    }

    private Window sessions() {
        return new Window(sessionPage, SESSIONS);
    }

    private void draw() {
        PresenceGrid grid = reader.read(period(), sessions(), new Window(learnerPage, LEARNERS));
        table.removeAll();
        if (grid.sessions().items().isEmpty() || grid.learners().items().isEmpty()) {
            table.add(new EmptyState(texts.get("overview.grid.empty"), texts.get("overview.grid.emptyHelp")));
        } else {
            table.add(new Html(new PresenceTable(grid, zone, texts).html()));
            table.getElement().executeJs(ARROWS);
        }
        sessionsShown.setText(shown("overview.grid.sessions", grid.sessions()));
        learnersShown.setText(shown("overview.grid.learners", grid.learners()));
        newer.setEnabled(sessionPage > 0);
        older.setEnabled(more(grid.sessions()));
        ((Button) learnerPages.getComponentAt(0)).setEnabled(learnerPage > 0);
        ((Button) learnerPages.getComponentAt(2)).setEnabled(more(grid.learners()));
        learnerPages.setVisible(grid.learners().totalElements() > LEARNERS);
    }

    private static boolean more(PageOf<?> page) {
        return (page.page() + 1L) * page.size() < page.totalElements();
    }

    private String shown(String key, PageOf<?> page) {
        long first = (long) page.page() * page.size() + 1;
        return texts.get(
                key,
                page.items().isEmpty() ? 0 : first,
                first - 1 + page.items().size(),
                page.totalElements());
    }

    private UnorderedList legend() {
        var legend = new UnorderedList();
        legend.addClassName("assidu-heat-legend");
        legend.getElement().setAttribute("aria-label", texts.get("overview.grid.legend"));
        for (AttendanceStatus status : AttendanceStatus.values()) {
            legend.add(entry(Sign.of(status, null), texts.get("overview.status." + status)));
            if (status == AttendanceStatus.ABSENT) {
                legend.add(entry(
                        Sign.of(status, JustificationState.JUSTIFIED),
                        texts.get(
                                "overview.grid.justification",
                                texts.get("overview.status." + status),
                                texts.get("overview.justification." + JustificationState.JUSTIFIED))));
            }
        }
        return legend;
    }

    private ListItem entry(Sign sign, String word) {
        var letter = new Span(texts.get(sign.key()));
        letter.addClassName("assidu-heat-" + sign.style());
        return new ListItem(letter, new Span(word));
    }
}
