package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.MeetingRooms;
import fr.educentre.assidu.sources.TeamsReports;
import fr.educentre.assidu.sources.ZoomRegistrations;
import fr.educentre.assidu.sources.ZoomRegistrations.Registration;
import fr.educentre.assidu.sources.ZoomRegistrations.State;
import fr.educentre.assidu.sources.ZoomReports;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person may ask of the virtual class of a session, without waiting for it to tell by itself. */
@org.springframework.stereotype.Component
class SessionSources {

    private static final int TEN_SECONDS = 10_000;

    private final ZoomReports zoom;
    private final ZoomRegistrations registrations;
    private final TeamsReports teams;
    private final MeetingRooms rooms;
    private final Texts texts;
    private final Clock clock;

    SessionSources(
            ZoomReports zoom,
            ZoomRegistrations registrations,
            TeamsReports teams,
            MeetingRooms rooms,
            Texts texts,
            Clock clock) {
        this.zoom = zoom;
        this.registrations = registrations;
        this.teams = teams;
        this.rooms = rooms;
        this.texts = texts;
        this.clock = clock;
    }

    /** Empty where the connection is not set up, or there is no class to ask of. */
    Optional<Component> of(SessionInfo session, Runnable changed) {
        SessionInfo.Meeting meeting = session.meeting();
        if (meeting == null || !session.state().held()) {
            return Optional.empty();
        }
        return switch (meeting.provider()) {
            case ZOOM -> zoom.offered(session.id()) ? Optional.of(onZoom(session, changed)) : Optional.empty();
            case TEAMS -> teams.offered(session.id()) ? Optional.of(onTeams(session, changed)) : Optional.empty();
            case BIGBLUEBUTTON ->
                rooms.available() && running(session) ? Optional.of(inRoom(session, changed)) : Optional.empty();
            case GOOGLE_MEET, WEBEX, OTHER -> Optional.empty();
        };
    }

    private boolean running(SessionInfo session) {
        return !clock.instant().isBefore(session.startsAt())
                && !clock.instant().isAfter(session.endsAt().plusSeconds(3600));
    }

    private Component onZoom(SessionInfo session, Runnable changed) {
        var card = card("Zoom");
        if (!clock.instant().isBefore(session.startsAt())) {
            card.add(button("fetch", "Zoom", changed, () -> {
                ZoomReports.Fetched fetched = zoom.fetchNow(session.id());
                return texts.get("overview.source.fetched", fetched.rows());
            }));
        }
        List<Registration> known = registrations.of(session.id());
        long registered =
                known.stream().filter(one -> one.state() == State.REGISTERED).count();
        card.add(new Paragraph(texts.get("overview.source.registered", registered, known.size())));
        if (registered < known.size() && clock.instant().isBefore(session.endsAt())) {
            card.add(button("register", "Zoom", changed, () -> {
                long now = registrations.register(session.id()).stream()
                        .filter(one -> one.state() == State.REGISTERED)
                        .count();
                return texts.get("overview.source.registered", now, known.size());
            }));
        }
        card.add(new Details(texts.get("overview.source.links"), links(known)));
        return card;
    }

    private UnorderedList links(List<Registration> known) {
        var list = new UnorderedList();
        for (Registration one : known) {
            list.add(
                    one.joinUrl() == null
                            ? new ListItem(one.name() + " – " + texts.get("overview.source.state." + one.state()))
                            : new ListItem(new Anchor(one.joinUrl(), one.name())));
        }
        return list;
    }

    private Component onTeams(SessionInfo session, Runnable changed) {
        var card = card("Microsoft Teams");
        card.add(button("fetch", "Microsoft Teams", changed, () -> {
            TeamsReports.Fetched fetched = teams.fetchNow(session.id());
            return texts.get("overview.source.reports", fetched.reports(), fetched.fresh());
        }));
        return card;
    }

    private Component inRoom(SessionInfo session, Runnable changed) {
        var card = card("BigBlueButton");
        card.add(button("whoIsThere", "BigBlueButton", changed, () -> {
            rooms.ask(session.id());
            return texts.get("overview.source.asked");
        }));
        var end = new Button(texts.get("overview.source.end"), click -> {
            var sure = new ConfirmDialog(
                    texts.get("overview.source.end.title"),
                    texts.get("overview.source.end.text"),
                    texts.get("overview.source.end"),
                    confirmed -> attempt(changed, () -> {
                        rooms.end(session.id());
                        return texts.get("overview.source.ended");
                    }));
            sure.setCancelable(true);
            sure.setCancelText(texts.get("shell.cancel"));
            sure.open();
        });
        end.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        card.add(end);
        return card;
    }

    private Div card(String name) {
        var card = new Div(new H2(texts.get("overview.source.title", name)));
        card.addClassName("assidu-card");
        return card;
    }

    private Button button(String what, String name, Runnable changed, Supplier<String> ask) {
        var button = new Button(texts.get("overview.source." + what, name));
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            attempt(changed, ask);
            button.setEnabled(true);
        });
        return button;
    }

    private void attempt(Runnable changed, Supplier<String> ask) {
        try {
            String told = ask.get();
            changed.run();
            Notification.show(told, TEN_SECONDS, Notification.Position.BOTTOM_CENTER);
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), TEN_SECONDS, Notification.Position.MIDDLE);
        }
    }
}
