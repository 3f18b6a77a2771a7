package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A learner's own page, first of all on a phone: next sessions, attendance, what happened, documents. */
@Route(value = "espace", layout = MainLayout.class)
@RolesAllowed("LEARNER")
class LearnerSpaceView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int NEXT = 5;
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final transient Texts texts;
    private final transient CurrentActor current;
    private final transient LearnerParts parts;
    private final transient Learners learners;
    private final transient Sessions sessions;
    private final transient Clock clock;
    private final transient StatusBadges badges;
    private final transient ClassroomLink classroom;

    LearnerSpaceView(
            Texts texts,
            CurrentActor current,
            LearnerParts parts,
            Learners learners,
            Sessions sessions,
            Clock clock,
            StatusBadges badges,
            ClassroomLink classroom) {
        this.texts = texts;
        this.current = current;
        this.parts = parts;
        this.learners = learners;
        this.sessions = sessions;
        this.clock = clock;
        this.badges = badges;
        this.classroom = classroom;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        UUID learnerId = current.get().personId();
        if (learnerId == null || learners.find(learnerId).isEmpty()) {
            add(new EmptyState(texts.get("overview.space.nobody"), texts.get("overview.space.nobody.text")));
            return;
        }
        add(new H2(texts.get("overview.space.next")), next(learnerId), parts.figures(learnerId, getLocale()));
        add(parts.timeline(learnerId, false));
        add(new H2(texts.get("overview.learner.documents")), parts.enrolments(learnerId, getLocale()));
        add(parts.documents(learnerId));
    }

    private com.vaadin.flow.component.Component next(UUID learnerId) {
        Instant now = clock.instant();
        var begunToday = new Sessions.Query(null, null, learnerId, now.minus(LONGEST_SESSION), null, Set.of());
        List<SessionInfo> next = sessions.search(begunToday, 0, 4 * NEXT).items().stream()
                .filter(session -> session.endsAt().isAfter(now))
                .limit(NEXT)
                .toList();
        if (next.isEmpty()) {
            return new EmptyState(texts.get("overview.space.next.empty"), texts.get("overview.space.next.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : next) {
            var item = new ListItem(
                    new Span(SiteTimes.at(session.startsAt(), session.zone(), texts) + " · " + session.title() + " · "
                            + session.siteName() + " "),
                    badges.of(session.state()));
            classroom.of(session).ifPresent(item::add);
            list.add(item);
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.space");
    }
}
