package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.justification.ui.OwnAbsences;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The next sessions of the learner, where each is held and the way into a class at a distance; an absence is announced here. */
@org.springframework.stereotype.Component
class SpaceNext implements SpaceBlock {

    private static final int NEXT = 5;
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Texts texts;
    private final Sessions sessions;
    private final StatusBadges badges;
    private final ClassroomLink classroom;
    private final OwnAbsences absences;
    private final Clock clock;

    SpaceNext(
            Texts texts,
            Sessions sessions,
            StatusBadges badges,
            ClassroomLink classroom,
            OwnAbsences absences,
            Clock clock) {
        this.texts = texts;
        this.sessions = sessions;
        this.badges = badges;
        this.classroom = classroom;
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        return new SpacePart(texts.get("overview.space.next"), list(learner.id()), absences.announce(zone, again));
    }

    private Component list(UUID learnerId) {
        List<SessionInfo> next = next(learnerId);
        if (next.isEmpty()) {
            return new EmptyState(texts.get("overview.space.next.empty"), texts.get("overview.space.next.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : next) {
            var item = new ListItem(
                    new Div(new Span(SiteTimes.at(session.startsAt(), session.zone(), texts) + " · " + session.title()
                            + " · " + place(session))),
                    badges.of(session.state()));
            item.addClassName("assidu-card");
            classroom.of(session).ifPresent(item::add);
            list.add(item);
        }
        return list;
    }

    private List<SessionInfo> next(UUID learnerId) {
        Instant now = clock.instant();
        var begun = new Sessions.Query(null, null, learnerId, now.minus(LONGEST_SESSION), null, Set.of());
        return sessions.search(begun, 0, 4 * NEXT).items().stream()
                .filter(session -> session.endsAt().isAfter(now))
                .limit(NEXT)
                .toList();
    }

    /** A room where there is one; a class at a distance is held nowhere. */
    private String place(SessionInfo session) {
        if (session.meeting() != null && session.room() == null) {
            return texts.get("overview.space.remote");
        }
        String room = session.room();
        return room == null || room.isBlank()
                ? session.siteName()
                : texts.get("overview.space.room", session.siteName(), room);
    }
}
