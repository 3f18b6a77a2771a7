package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.imports.Calendars.Feed;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.imports.Timetables.Removal;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.util.List;

/** Subscriptions with their health, and the sessions that vanished from them. */
class FeedCards extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Calendars calendars;
    private final transient Timetables timetables;
    private final CalendarResult result;

    FeedCards(Texts texts, Calendars calendars, Timetables timetables, CalendarResult result) {
        this.texts = texts;
        this.calendars = calendars;
        this.timetables = timetables;
        this.result = result;
        setWidthFull();
        refresh();
    }

    final void refresh() {
        removeAll();
        List<Removal> removals = timetables.removals();
        if (!removals.isEmpty()) {
            add(new H2(texts.get("calendars.removals")), new Paragraph(texts.get("calendars.removals.help")));
            removals.forEach(one -> add(card(one)));
        }
        add(new H2(texts.get("calendars.feeds")));
        List<Feed> feeds = calendars.feeds();
        if (feeds.isEmpty()) {
            add(new EmptyState(texts.get("calendars.feeds.empty.title"), texts.get("calendars.feeds.empty.text")));
        }
        feeds.forEach(feed -> add(card(feed)));
    }

    private Div card(Feed feed) {
        var state = feed.problem() != null
                ? new StatusBadge(Tone.BAD, feed.problem())
                : feed.lastGoodAt() == null
                        ? new StatusBadge(Tone.WAITING, texts.get("calendars.feeds.never"))
                        : new StatusBadge(
                                Tone.GOOD, texts.get("calendars.feeds.good", SiteTimes.at(feed.lastGoodAt(), texts)));
        state.addClassName("assidu-wrap");
        var read = new Button(texts.get("calendars.refresh"), click -> read(feed));
        read.setAriaLabel(texts.get("calendars.refresh.of", feed.name()));
        read.setDisableOnClick(true);
        var stop = new Button(texts.get("calendars.stop"), click -> ask(feed));
        stop.setAriaLabel(texts.get("calendars.stop.of", feed.name()));
        stop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return card(
                feed.name(),
                texts.get("calendars.feeds.of", feed.groupName(), feed.host()),
                new Div(state),
                read,
                stop);
    }

    private Div card(Removal removal) {
        var session = removal.session();
        String when = SiteTimes.at(session.startsAt(), session.zone(), texts);
        var cancel = new Button(texts.get("calendars.removals.cancel"), click -> decide(removal, true));
        cancel.setAriaLabel(texts.get("calendars.removals.cancel.of", session.title() + ", " + when));
        cancel.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var keep = new Button(texts.get("calendars.removals.keep"), click -> decide(removal, false));
        keep.setAriaLabel(texts.get("calendars.removals.keep.of", session.title() + ", " + when));
        return card(
                session.title(), texts.get("calendars.feeds.of", session.groupName(), when), new Div(), cancel, keep);
    }

    private static Div card(String title, String about, Div state, Button first, Button second) {
        var text = new Paragraph(about);
        text.addClassName("assidu-muted");
        var buttons = new Div(first, second);
        buttons.addClassName("assidu-filters");
        var card = new Div(new H3(title), text, state, buttons);
        card.addClassNames("assidu-card", "assidu-apart");
        return card;
    }

    private void read(Feed feed) {
        try {
            result.show(feed.name(), calendars.refresh(feed.id()), true);
        } catch (Refusal refusal) {
            result.say(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        refresh();
    }

    private void ask(Feed feed) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(texts.get("calendars.stop.title", feed.name()));
        dialog.setText(texts.get("calendars.stop.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("calendars.stop.keep"));
        dialog.setConfirmText(texts.get("calendars.stop"));
        dialog.addConfirmListener(confirm -> {
            calendars.stop(feed.id());
            result.say(texts.get("calendars.stopped"));
            refresh();
        });
        dialog.open();
    }

    private void decide(Removal removal, boolean cancel) {
        try {
            timetables.decide(removal.id(), cancel);
            result.say(texts.get(cancel ? "calendars.removals.cancelled" : "calendars.removals.kept"));
        } catch (Refusal refusal) {
            result.say(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        refresh();
    }
}
