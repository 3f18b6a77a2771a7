package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The slot from left to right, one lane a source: where the learner was there, breaks hatched out, what is still open
 * fading; below, the observed share and the threshold of presence.
 */
class PresenceBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SessionInfo session;

    /** What was observed of the taught time, and what makes someone present, both between 0 and 1. */
    record Share(double observed, double threshold) {}

    /** @param nothing what is said where there is no lane; @param detailed with the names of the sources and the threshold in words */
    PresenceBar(
            SessionInfo session,
            List<SourceLane> lanes,
            String nothing,
            Share observed,
            PresenceTexts words,
            boolean detailed) {
        this.session = session;
        addClassName("assidu-presence");
        addClassName(detailed ? "assidu-presence-detailed" : "assidu-presence-small");
        double threshold = observed.threshold();
        String told = words.whole(lanes, nothing, observed);
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", told);
        setTitle(told);
        if (lanes.isEmpty()) {
            add(line(detailed ? "–" : "", bar(), detailed));
        }
        for (SourceLane lane : lanes) {
            var bar = bar();
            for (SourceLane.Stay stay : lane.stays()) {
                var part = part("assidu-bar-part", stay.from(), stay.to());
                part.addClassName("assidu-source-" + lane.source().name().toLowerCase(Locale.ROOT));
                if (stay.open()) {
                    part.addClassName("assidu-bar-open");
                }
                bar.add(part);
            }
            lane.signedAt().forEach(at -> bar.add(signature(at)));
            add(line(words.source(lane.source()), bar, detailed));
        }
        var share = share(observed.observed(), threshold);
        if (detailed) {
            var label = new Span(words.threshold(threshold));
            label.addClassName("assidu-threshold-label");
            label.getStyle()
                    .set("left", percent(threshold))
                    .set("transform", "translateX(-" + percent(threshold) + ")");
            share.add(label);
        }
        add(line(detailed ? words.share(observed.observed()) : "", share, detailed));
    }

    private Div bar() {
        var bar = new Div();
        bar.addClassName("assidu-bar");
        for (TimeSlot pause : session.breaks()) {
            bar.add(part("assidu-bar-break", pause.from(), pause.to()));
        }
        return bar;
    }

    private static Div line(String label, Div bar, boolean detailed) {
        if (!detailed) {
            return bar;
        }
        var name = new Span(label);
        name.addClassName("assidu-lane-name");
        var line = new Div(name, bar);
        line.addClassName("assidu-lane");
        return line;
    }

    /** The observed share of the taught time, and the share that makes someone present. */
    private static Div share(double observedShare, double threshold) {
        var filled = new Div();
        filled.addClassName("assidu-share-filled");
        if (observedShare < threshold) {
            filled.addClassName("assidu-share-below");
        }
        filled.getStyle().set("width", percent(observedShare));
        var mark = new Div();
        mark.addClassName("assidu-bar-threshold");
        mark.getStyle().set("left", percent(threshold));
        var share = new Div(filled, mark);
        share.addClassName("assidu-share");
        return share;
    }

    /** A signature lasts no time: a sign at its instant, at the edge when outside of the slot. */
    private Div signature(Instant at) {
        var mark = new Div();
        mark.addClassName("assidu-bar-signature");
        mark.getStyle().set("left", percent(Math.clamp(share(at), 0.01, 0.99)));
        return mark;
    }

    private Div part(String style, Instant from, Instant to) {
        var part = new Div();
        part.addClassName(style);
        part.getStyle().set("left", percent(share(from))).set("width", percent(share(to) - share(from)));
        return part;
    }

    private double share(Instant at) {
        return (double) Duration.between(session.startsAt(), at).toMillis()
                / session.slot().duration().toMillis();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
