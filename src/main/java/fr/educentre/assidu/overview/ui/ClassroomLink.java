package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.MeetingRooms;
import fr.educentre.assidu.sources.ZoomRegistrations;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The way into a session's virtual classroom, where we open it ourselves: whoever takes it is known for certain. */
@org.springframework.stereotype.Component
class ClassroomLink {

    private static final Duration BEFORE = Duration.ofMinutes(15);

    private final MeetingRooms rooms;
    private final ZoomRegistrations registrations;
    private final CurrentActor current;
    private final Texts texts;
    private final Clock clock;

    ClassroomLink(MeetingRooms rooms, ZoomRegistrations registrations, CurrentActor current, Texts texts, Clock clock) {
        this.rooms = rooms;
        this.registrations = registrations;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
    }

    /** From a quarter of an hour before the session to its end; empty where there is no way in of the reader's own. */
    Optional<Component> of(SessionInfo session) {
        Instant now = clock.instant();
        boolean open = !now.isBefore(session.startsAt().minus(BEFORE)) && now.isBefore(session.endsAt());
        if (!open || session.meeting() == null) {
            return Optional.empty();
        }
        return switch (session.meeting().provider()) {
            case BIGBLUEBUTTON -> rooms.available() ? Optional.of(room(session)) : Optional.empty();
            case ZOOM -> ownLink(session);
            case TEAMS, GOOGLE_MEET, WEBEX, OTHER -> Optional.empty();
        };
    }

    /** A learner's, by which they are known. */
    private Optional<Component> ownLink(SessionInfo session) {
        if (!current.get().is(Role.LEARNER)) {
            return Optional.empty();
        }
        return registrations.of(session.id()).stream()
                .map(ZoomRegistrations.Registration::joinUrl)
                .filter(Objects::nonNull)
                .findFirst()
                .map(url -> new Anchor(url, texts.get("overview.classroom.join")));
    }

    private Component room(SessionInfo session) {
        var button = new Button(texts.get("overview.classroom.join"));
        button.addClickListener(click -> join(session, button));
        return button;
    }

    private void join(SessionInfo session, Button button) {
        try {
            String url = rooms.join(session.id());
            button.getUI().ifPresent(ui -> ui.getPage().setLocation(url));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }
}
