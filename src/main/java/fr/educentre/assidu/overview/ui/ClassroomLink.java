package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.connectors.MeetingRooms;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The way into a session's virtual classroom, where we open it ourselves: whoever takes it is known for certain. */
@org.springframework.stereotype.Component
class ClassroomLink {

    private static final Duration BEFORE = Duration.ofMinutes(15);

    private final MeetingRooms rooms;
    private final Texts texts;
    private final Clock clock;

    ClassroomLink(MeetingRooms rooms, Texts texts, Clock clock) {
        this.rooms = rooms;
        this.texts = texts;
        this.clock = clock;
    }

    /** From a quarter of an hour before the session to its end; empty where we cannot open its room. */
    Optional<Component> of(SessionInfo session) {
        Instant now = clock.instant();
        boolean open = !now.isBefore(session.startsAt().minus(BEFORE)) && now.isBefore(session.endsAt());
        if (!open
                || session.meeting() == null
                || session.meeting().provider() != MeetingProvider.BIGBLUEBUTTON
                || !rooms.available()) {
            return Optional.empty();
        }
        var button = new Button(texts.get("overview.classroom.join"));
        button.addClickListener(click -> join(session, button));
        return Optional.of(button);
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
