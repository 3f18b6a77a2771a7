package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.alerts.ui.AlertWhy;
import fr.educentre.assidu.overview.TimelineEntry;
import fr.educentre.assidu.overview.TimelineEntry.Kind;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines under their days, of all kinds or of those that the reader chose; earlier ones are asked for. */
class TimelineLines extends Div {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 50;

    private final transient Texts texts;
    private final transient ZoneId zone;
    private final transient @Nullable AlertWhy why;
    private final transient Source source;
    private final MultiSelectComboBox<Kind> kinds;
    private final Div days = new Div();
    private final Paragraph count = new Paragraph();
    private final Button earlier;
    private int page;
    private @Nullable LocalDate day;
    private UnorderedList list = new UnorderedList();

    /** Newest first. */
    interface Source {
        PageOf<TimelineEntry> read(Set<Kind> kinds, int page, int size);
    }

    /** @param why for who may open what a line tells of; null where lines open nothing */
    TimelineLines(Texts texts, ZoneId zone, @Nullable AlertWhy why, Source source) {
        this.texts = texts;
        this.zone = zone;
        this.why = why;
        this.source = source;
        kinds = LocalizedParts.severalOf(texts, texts.get("overview.timeline.kinds"));
        kinds.setPlaceholder(texts.get("overview.timeline.kinds.all"));
        kinds.setItems(Kind.values());
        kinds.setItemLabelGenerator(kind -> texts.get("overview.timeline." + kind));
        kinds.setClearButtonVisible(true);
        kinds.addValueChangeListener(change -> begin());
        count.addClassName("assidu-note");
        count.getElement().setAttribute("role", "status");
        days.addClassName("assidu-timeline-days");
        earlier = new Button(texts.get("overview.timeline.earlier"), click -> more());
        var filters = new Div(kinds, count);
        filters.addClassName("assidu-filters");
        add(filters, days, earlier);
        begin();
    }

    private void begin() {
        days.removeAll();
        page = 0;
        day = null;
        more();
    }

    private void more() {
        PageOf<TimelineEntry> read = source.read(kinds.getValue(), page++, AT_ONCE);
        count.setText(texts.get("overview.timeline.count", read.totalElements()));
        read.items().forEach(this::add);
        earlier.setVisible((long) page * AT_ONCE < read.totalElements());
        if (read.totalElements() == 0) {
            days.add(new EmptyState(
                    texts.get("overview.timeline.empty.title"), texts.get("overview.timeline.empty.text")));
        }
    }

    private void add(TimelineEntry entry) {
        LocalDate on = LocalDate.ofInstant(entry.at().toInstant(), zone);
        if (!on.equals(day)) {
            day = on;
            list = new UnorderedList();
            list.addClassName("assidu-list");
            days.add(new H3(ReaderFormats.longDate(on, texts.language())), list);
        }
        list.add(line(entry));
    }

    private ListItem line(TimelineEntry entry) {
        var kind = new Span(texts.get("overview.timeline." + entry.kind()));
        kind.addClassName("assidu-timeline-kind");
        var line = new ListItem(new Span(SiteTimes.time(entry.at().toInstant(), zone, texts)), kind, title(entry));
        String detail = entry.kind() == Kind.TRACE ? null : entry.detail();
        if (detail != null) {
            line.add(new Span(detail));
        }
        return line;
    }

    private Component title(TimelineEntry entry) {
        AlertWhy opens = why;
        if (opens == null) {
            return new Span(entry.title());
        }
        UUID session = entry.session().sessionId();
        if (session != null) {
            return new RouterLink(entry.title(), SessionView.class, SessionView.parameters(session));
        }
        return switch (entry.kind()) {
            case ALERT -> {
                var open = new Button(entry.title(), click -> opens.open(UUID.fromString(entry.id())));
                open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
                yield open;
            }
            case MESSAGE -> new Anchor("courriels?courriel=" + entry.id(), entry.title());
            default -> new Span(entry.title());
        };
    }
}
