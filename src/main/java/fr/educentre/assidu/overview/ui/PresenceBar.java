package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.ui.Figures;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The slot from left to right: where the learner was there, by source, breaks hatched; below, the share and its threshold. */
class PresenceBar extends Div {

    private static final long serialVersionUID = 1L;

    PresenceBar(SessionInfo session, List<Verdict.Interval> intervals, double observedShare, double threshold) {
        addClassName("assidu-presence");
        var bar = new Div();
        bar.addClassName("assidu-bar");
        getElement().setAttribute("role", "img");
        String words = intervals.stream()
                .map(interval -> Figures.time(interval.from(), session.zone()) + "–"
                        + Figures.time(interval.to(), session.zone()) + " " + interval.source())
                .collect(Collectors.joining(", "));
        getElement().setAttribute("aria-label", words.isEmpty() ? "–" : words);
        setTitle(words);
        for (Verdict.Interval interval : intervals) {
            var part = part("assidu-bar-part", session, interval.from(), interval.to());
            part.addClassName("assidu-source-" + interval.source().toLowerCase(Locale.ROOT));
            bar.add(part);
        }
        for (TimeSlot pause : session.breaks()) {
            bar.add(part("assidu-bar-break", session, pause.from(), pause.to()));
        }
        add(bar, share(observedShare, threshold));
    }

    /** The observed share of the taught time, and the share that makes someone present. */
    private static Div share(double observedShare, double threshold) {
        var filled = new Div();
        filled.addClassName("assidu-share-filled");
        filled.getStyle().set("width", String.format(Locale.ROOT, "%.2f%%", observedShare * 100));
        var mark = new Div();
        mark.addClassName("assidu-bar-threshold");
        mark.getStyle().set("left", String.format(Locale.ROOT, "%.2f%%", threshold * 100));
        var share = new Div(filled, mark);
        share.addClassName("assidu-share");
        return share;
    }

    private static Div part(String style, SessionInfo session, Instant from, Instant to) {
        double whole = session.slot().duration().toMillis();
        double left = Duration.between(session.startsAt(), from).toMillis() / whole * 100;
        double width = Duration.between(from, to).toMillis() / whole * 100;
        var part = new Div();
        part.addClassName(style);
        part.getStyle()
                .set("left", String.format(Locale.ROOT, "%.2f%%", left))
                .set("width", String.format(Locale.ROOT, "%.2f%%", width));
        return part;
    }
}
